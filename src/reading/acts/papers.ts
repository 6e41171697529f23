/** Help, papers, citizens' messages: acts that have a topic word of their own. */
import { asksFor, isBare } from './asking.ts';
import { DONE, NOT_DONE } from './done.ts';
import { topicIn } from '../topics.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';
import { asksState } from './loosely.ts';
import { ordersMessage } from './messages.ts';
import { withoutOrigin } from '../origins.ts';

const asksHow =
  /怎么(?:算|用|传|交|报|上报|登记|认领|申诉|申请|销号|退回|弄|操作|查询?|交|反馈|延期|写|填|转办?|提交|发|看|催|撤销?|回复|挂账|整改|处理流程|计算|核查|合并|补|改|办理|绑定|使用|定|布置|统计|排|考核|扣分)|如何(?!处理了|是好)|怎样(?:才)?|口径|什么意思|是什么(?:意思)?|(?:流程|教程)(?!太|真|很|慢|快|走)|不会用|什么格式|格式(?:是|怎|要求)|要(?:写|填|报)(?:些|哪些|什么)|怎么个|算不算|算超期吗|多久算|标准是|什么规定|(?:期限?|时限|时间)(?:是|有)?(?:几|多少)(?:个?工作日|[天日]|个?小时)|用法|(?:要|需要?|得)(?:发|附|传|拍)?几张|多久.{0,8}算|(?:退回|申诉|延期|认领|核查|挂账|逾期|超期|交办|整改)(?:了|后|以后|之后)?[^,。]{0,2}(?:要|得|最多)?多久|(?:要|得|应该?|必须|需要?)(?:在)?(?:几|多少)(?:天|个?小时|个?工作日)|(?:几|多少)[天日](?:之)?内(?:提|交|报|申|认|办|完)|最多(?:能|可以|几|多少)|一(?:次|条|天|回|遍)[^,。]{0,3}(?:能|可以)[^,。]{0,6}(?:几|多少)|(?:需要?|要|有)什么(?:手续|条件|材料|资料|证明|要求|格式)|(?<![不没])(?:要|用|需要?)(?:不要)?(?:发|传|附|拍|带|盖|填)[^,。]{0,8}(?:吗|[?]$)|^(?:能|可以|支持)(?:不能)?(?:发|传|用|拍|打)?(?:语音|视频|图片|照片|位置|表格|链接|文字)[^,。]{0,3}(?:吗|[?])|(?:必须|一定|需要|非得|要不要|用不用|可不可以不|能不能不|可以不).{0,12}(?:吗|照片|[?]|$)(?<=吗|[?]|发照片.?)/;

export const asksHelp: ActRule = (facts) => {
  const { text, hasOwnNumbers, quotedNo } = facts;
  // A question mark under a card asks after the problem.
  if (quotedNo !== null && /^[?]+$/.test(text)) return null;
  if (
    /^(?:帮助|求助|help|使用说明|说明书?|使用帮助|菜单|功能|指令|命令|用法|\?|操作(?:说明|手册|指南))[\s!?。]*$/i.test(
      text,
    )
  )
    return 'help';
  if (
    /你(?:能|会|可以|都能|都会)(?:帮我?|替我)?(?:做|干|办|处理)?(?:些|点)?(?:什么|啥|哪些)|(?:有|支持)(?:什么|哪些|啥)(?:功能|指令|命令|用法)|(?:功能|指令|命令|用法)(?:都)?有?(?:哪些|什么|啥)|能干(?:什么|嘛|啥)|教(?:一?下|教?我)|帮助(?:一下)?$|^帮助[\s:]|使用(?:说明|方法)/.test(
      text,
    )
  )
    return 'help';
  if (
    hasOwnNumbers ||
    /^(?:你|您|大家)怎么看|原因是什么|(?<![A-Za-z])[IVX]{1,4}-\d/.test(text) ||
    /怎么(?:还|又|老|就|都|这么|样|回事|办$)|^(?:不管|无论|不论)|(?:要|再)研究/.test(text)
  )
    return null;
  return (asksHow.test(text) || asksHowTo(text)) && !asksState(facts) ? 'help' : null;
};

/** 红黑榜怎么评的, 咋报问题: how, and a matter of ours, with nothing that has happened. */
const asksHowTo = (text: string): boolean =>
  topicIn(text) !== null &&
  text.length <= 16 &&
  /[怎咋](?:么|样)?(?:才能|去|来)?(?:给[一-龥]{1,4}?)?(?!还|又|老|就|都|这么|那么|样|回|不|没|慢|少|低|多|高|看)[一-龥]{1,4}?(?:问题|的|呢|啊|呀|[?]|$)/.test(
    text,
  ) &&
  !/了(?:呢|[?])?$|谁|哪/.test(text);

const PAPER = /日报|周报|月报|专报|简报|通报|专题报告|日汇总|周汇总/;
/** 就消防通道问题, 占道经营专报: what it is to be about may be anything. */
const PAPER_MATTER =
  /(?:就|针对|围绕|关于|对)[^,。]{1,14}?(?=[做出写来起编拟搞弄整的])|(?:只|专门?|重点)(?:写|说|讲)[^,。]{1,12}|[一-龥]{1,10}(?:的|问题)?(?=(?:督查)?(?:专报|简报|专题报告))|[,。]\s*[一-龥]{1,10}的[。]?$/g;
const PAPER_WORDS =
  /(?:弄|写|做|出|整理?|搞|编)(?:完|好)(?:了|后|之后|以后)?(?=[^,。;]*群)|(?:发布?|推送?)?(?:到|在|给)?(?:大|各|工作)群里?|(?:创城|整改|督查|情况|日|周|月)?(?:日报|周报|月报|专报|简报|通报|专题报告|日汇总|周汇总)|督查|情况|整改|创城|麻烦|请|帮(?:忙|我)?|给我?|我们?|把|将|出具?|生成|写|做|来|再|发布?|到?群里|编|起草|整理|拟|弄|要(?!改|加|在|写)|推送?|搞|预览|导出|制作|形成|打|补|现在|一[下期份个遍次]|[期份个]|先|别|不|直接|看看?|[瞧瞅](?:[瞧瞅]|一?下)?|过目|过一遍|审|草稿|再推送?|的|吧|呢|好|本|今|上|市级|省级|反馈|问题|全市/g;
const MAKES_PAPER =
  /(?:出|生成|写|做|来|发|编|起草|整理|拟|弄|给我|要|推送?|搞|预览|导出|制作|出具|形成|打|补|过一遍|过目|草稿)(?!现)/;
const NOT_MADE = /(?:先别|先不|别|不要|不用|暂不|暂缓|无需)(?:再|急着|着急)?(?:出|发|做|推送?|写|生成|起草|弄|搞)/g;

/** An order for a paper is nothing but that; 日报格式要改, 昨天的专报写得好 say something of one. */
export const makesReport: ActRule = (facts) => {
  // 根据省检通报，…: where a problem comes from.
  const [text, unnamed] = [withoutOrigin(facts.text), withoutOrigin(facts.unnamed)];
  if (!PAPER.test(text) || isQuestion(text)) return null;
  // 周报先别发: not now.
  const rest = text.replace(NOT_MADE, '');
  if (rest !== text && !MAKES_PAPER.test(rest)) return null;
  const left = unnamed
    .replace(PAPER_MATTER, '')
    .replace(PAPER_WORDS, '')
    .replace(/[\s\p{P}\p{S}]/gu, '');
  if (left !== '' || /[好得坏]了?$|被通报|通报批评|已经?发|发了/.test(text)) return null;
  const isBare = unnamed.replace(PAPER, '').replace(/创城|督查|的|[\s\p{P}\p{S}]/gu, '') === '';
  return isBare || MAKES_PAPER.test(text) ? 'report.make' : null;
};

const MESSAGE_WORDS =
  /留言|12345|热线|群众来信|网友|市民(?:反映|投诉|诉求|来信|来电|上报)|工单|随手拍|^(?:群众|居民)(?:反映|投诉|来电)/;

/** 回复市民留言58：…, 留言12的答复：…, under its card 答复：…: what follows is the answer, whatever it tells. */
const ANSWERS =
  /^(?:关于)?(?:现)?(?:回复|答复|回应)(?:一下)?(?:市民|群众|网友|12345|热线)?(?:留言|工单|来信|诉求)?\s*(?:编号|第)?#?\d*号?(?:市民|群众)?(?:留言|工单|来信|诉求)?\s*[:,，]|(?:留言|工单|来信|诉求)\s*(?:编号|第)?#?\d+号?(?:留言)?的?(?:回复|答复|回应)\s*[:,]|^#?\d+号?(?:留言|工单)(?:的)?(?:回复|答复)\s*[:,]/;
/** 明天回复, 再答复: not yet. */
const ANSWERED_LATER =
  /(?:明天|后天|下?周[一二三四五六日]|晚点|稍后|马上|尽快|及时|再|会|将|要|请|争取|准备|抓紧)[^,。;]{0,4}(?:回复|答复|办结|回访|反馈)/;
/** Only these say that the citizen has been answered. */
const ANSWERED =
  /(?<!转)告知|转告|回复|答复|回应|已(?:经)?办结|满意|回访|(?:联系|约见?|电话)(?:了|过)?(?:市民|来信人|本人)|反馈/;

/** A unit that handles a message answers it by what it has done. */
const DEED = /已(?:经)?(?:办|修|换|清|处理|解决|责令|劝|约)|修复|修好|处理完/;

/** About one message, by its number or under its card. */
function aboutMessage(facts: Facts): string | null {
  const { text, hasOwnNumbers, speaker } = facts;
  if (ANSWERS.test(text) && !/怎么|如何/.test(text)) return 'citizen.reply';
  if (isQuestion(text) || /(?:情况|进度|进展|查|看)(?:一下)?$|^(?:查|看)/.test(text)) return 'citizen.query';
  // What is said of a message and is no answer shows it; a letter to the citizen could not be taken back.
  const other = hasOwnNumbers ? 'citizen.query' : null;
  if ((hasOwnNumbers || speaker === 'office') && ordersMessage(text)) return other;
  if (isHedged(text) || (ANSWERED_LATER.test(text) && !/已(?:经)?[^,。;]{0,6}(?:复|办|处理|告知|联系|解决)/.test(text)))
    return null;
  const tellsDeed =
    (!(hasOwnNumbers && speaker === 'office') && DEED.test(text)) ||
    (!hasOwnNumbers && DONE.test(text) && !NOT_DONE.test(text));
  const isDone = ANSWERED.test(text) || tellsDeed;
  return isDone &&
    !/没|未(?!成)|[复答访系]不[了出上到]|(?:怎么|咋|如何)[回答]复/.test(text.replace(/不满意|未成年/g, ''))
    ? 'citizen.reply'
    : other;
}

export const aboutCitizens: ActRule = (facts) => {
  const { text, speaker, messageNos, rates, category, location } = facts;
  if (speaker === 'citizen' || (!MESSAGE_WORDS.test(text) && messageNos.length === 0) || rates.length > 0) return null;
  if (messageNos.length > 0) return aboutMessage(facts);
  if (
    /(?:登记|录入|新增|转来|转办|接到|收到|补录).{0,8}(?:留言|来信|热线|工单|市民|群众|网友|来电|12345)|^(?:市民|群众|网友|12345|热线).{0,6}(?:留言|反映|投诉|来电|工单|转来|转办|来信)?\s*[:,]|^(?:市民|群众|网友).{0,4}(?:反映|投诉|留言)/.test(
      text,
    ) &&
    !isQuestion(text)
  ) {
    if (location !== null || category !== null) return 'citizen.log';
    if (!/情况|进度|统计|清单/.test(text)) return null;
  }
  if (
    asksFor(facts) ||
    isBare(facts) ||
    /(?:留言|工单|来信|诉求).{0,8}(?:情况|清单|列表|没回|未回|未答复|没办|未办|进度)|(?:没|未)(?:回复|答复|办结)的?.{0,4}(?:留言|工单|来信)|(?:查|看|列).{0,10}(?:留言|工单)/.test(
      text,
    )
  ) {
    return /问题.{0,4}(?:多少|几|哪些)|排名/.test(text) && !/留言|工单/.test(text) ? null : 'citizen.query';
  }
  return null;
};
