/** What is done with problems by their numbers: 撤销, 合并, 转办, 派人, 催办, 查看. */
import { NOT_OURS, NOT_THERE } from '../appeal-kind.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';
import { cardOf } from './cards.ts';
import { isMerging } from './merging.ts';
import { assertsDefect } from './asserted.ts';
import { tellsAnother, tellsOneMore } from './same-place.ts';
import { HOLD_OFF, isGuess, isIssueQuestion } from './state-words.ts';

export const keepsLedger: ActRule = ({ text, issueNos, speaker, hasOwnNumbers, heard, unitStarts }) => {
  if (issueNos.length === 0 || isIssueQuestion(text) || isHedged(text)) return null;
  if (issueNos.length >= 2 && isMerging(text)) return 'issue.merge';
  if (HOLD_OFF.test(text)) return null;
  const isDisputed = speaker === 'unit' && (/请核|核实/.test(text) || NOT_THERE.test(text) || NOT_OURS.test(text));
  if (isDisputed || /已经?(?:被)?撤|撤过|误撤|撤错/.test(text)) return null;
  // 摊子全撤了 is a deed at the place where a unit says it; 把502撤下来 an order where the office does.
  const isDoer = speaker === 'unit' || speaker === 'grid';
  // 住建局不用管了，去掉: a unit, not the problem.
  if (unitStarts.length > 0 && /[去拿抹划]掉/.test(text)) return null;
  if (UNDOES.test(isDoer ? text.replace(/撤(?:了|掉|下|走|回(?=[店屋院室原里]|[^,。;]{0,2}[店屋院室]))/g, '') : text))
    return 'issue.withdraw';
  if (!isDoer && /[把将]#?\d+号?[^,。;]{0,2}撤下来?(?=$|[,。;!])/.test(text)) return 'issue.withdraw';
  return (hasOwnNumbers || cardOf(heard.quote) === 'logged') &&
    MISTAKEN.test(text) &&
    // 点错了，应该是303那件: 303 is the right one.
    !/(?:应该?|其实|本来)(?:是|为)\s*#?\d/.test(text) &&
    !/转|[改调换]|移交|划给|通过|退回|打回|销|认领|核查|同意|批/.test(text)
    ? 'issue.withdraw'
    : null;
};

const UNDOES =
  /撤(?:销|回|掉|了(?=$|[\s,。!;吧])|下(?!来)|吧|(?=$|[,。!;]))|(?:作废|注销|废)掉?(?:了|吧|处理)?(?=$|[\s,。!;#\d这该此])|误报|取消(?!挂账)|(?<![铲清拆])删掉|(?<=[\d号,。][\s,]*)[去拿抹划]掉(?=(?:吧|了)?(?:$|[,。;!]))|删(?:除|了|吧|(?=$|[,。!;]))/;
/** Logged by mistake: 登错了, 录重, 误登, 发错. 地址写错了 alone may as well want a change. */
const MISTAKEN =
  /[登录报点填选]错|(?<!照片.{0,6}|图片?.{0,6})发错(?=了?(?:$|[,。!]))|登记错|[录登报发]重|重复登记|误[登录发]|搞错|弄错/;

const HANDS_TO =
  /(?:转(?:办|交|派|给|到|由|至|送)*(?:给|到|由|至)?|改派(?:给|到|至|为)?|(?:指|分|重)派(?:给|到|至)?|派(?:给|到)?|交(?:给|由|办给)|移交(?:给|至)?|调整?(?:给|到|为|至|由)|改[成为由到给]?|换[成为]|指定(?:由|给|为)?|明确(?:由|为)|划给|归|让|由|加[上个]?|增加|责任单位[:是为]?|协办(?:单位)?[:为加]*|配合单位[:为加]*|分给|把[^,。]{1,12}给|(?:责任|主办|牵头)单位(?:改|调整|变更)?(?:成|为|到|是)?|应(?:该|当)?(?:是|为)|请|(?:^|[\d号、,\s都]|这[条个件])给)\s*$/;

/** 就定Ⓤ, 换给Ⓤ, Ⓤ来办, Ⓤ协助. */
const UNIT_ACTS =
  /(?:[交给定派转]|换成|轮到)(?:由|给)?Ⓤ(?![打发说的送回写])|Ⓤ(?:你们|那边)?(?:来|去)?(?:(?:办|协助|配合)(?=$|[,。;!\s]|一下)|(?:办理|处理|承办|落实|牵头|负责)(?![中过了得完好的]))/;
/** 给Ⓟ, Ⓟ跟一下, Ⓟ你来办; but Ⓟ办得不错 tells. */
const PERSON_ACTS =
  /(?:[给派让叫转交]|安排|改[成为]|责任人[:是为]?)Ⓟ(?![打发说的送回写一])|Ⓟ[,\s]?(?:你|同志)?(?:来|去|先)?(?:办|跟进?|处理|负责|牵头|盯|落实|弄|整改)(?![得过了完好中进我你])/;
/** 428已转城管局: told of what is done. */
const HANDED = /已(?:经)?(?:转|移交|改派)(?![达告发])/;

export const handsOver: ActRule = (facts) => {
  const { text, issueNos, units, coUnits, persons, speaker, outline } = facts;
  if (issueNos.length === 0 || isIssueQuestion(text) || HOLD_OFF.test(text) || isHedged(text)) return null;
  // 转城管还是环卫, 责任单位是城管吧: not settled.
  if (OPEN_CHOICE.test(text) || HANDED.test(text)) return null;
  // 还是这里，灯也坏了，一并交给环卫: another problem, and the quoted one stays where it is.
  if (!facts.hasOwnNumbers && isAnotherTold(facts)) return null;
  const named =
    /(?:转|改派|指派|派|交给|交由|交办给|移交|调整|调(?:给|到|由)|改[成为由到给]|换[成为]|指定|明确由|划给|归|让|由|叫|去把|去办|去处理|应(?:该|当)?[是为]|加[上个]|增加|责任单位|把[^,。]{1,12}给|责任人|牵头|负责|协办|安排|分给|配合|(?:^|[\d号、,\s都])(?:给|派))/.test(
      text,
    );
  // 给城管局打个电话: an errand.
  if (ERRAND.test(text) && !/转|改派|移交|牵头|负责|指定/.test(text)) return null;
  // Under a card another problem may be told with its unit: only words without one hand the quoted over.
  const unitActs = UNIT_ACTS.test(outline) && (facts.hasOwnNumbers || facts.category === null);
  const personActs = PERSON_ACTS.test(outline);
  if (!named && !unitActs && !personActs) return null;
  if (
    units.length + coUnits.length > 0 &&
    (unitActs ||
      HANDS_TO.test(beforeUnit(facts)) ||
      /(?:牵头|负责|主责|主办|协办|配合|来办|去办|办理|处理|承办)/.test(text))
  )
    return 'issue.reassign';
  // 让彭飞给我回电话 hands over nothing.
  if (persons.length === 0 || !(personActs || HANDLES.test(text)) || ERRAND.test(text)) return null;
  return speaker === 'office' || speaker === 'inspector' ? 'issue.reassign' : 'issue.assignOwner';
};

const isAnotherTold = ({ text, category }: Facts): boolean =>
  tellsOneMore(text) || (category !== null && tellsAnother(text) && assertsDefect(text));

const OPEN_CHOICE =
  /[一-龥]{2,6}(?<!主责|牵头|单位)还是(?!由|让|给|交|转|请)[一-龥]{2,6}|(?:是|归|该)[^,。;]{2,8}吧[。\s]*$|不行(?:的话)?(?:就|再|那就)+(?:转|给|交|改派|换|派)/;
const HANDLES =
  /交给|转|派|安排|指定|负责|责任人|跟进?|盯|牵头|[去来]?(?:办|处理|整改|落实|弄|清|修|核实)|分给|改[成为由到给]|换/;
const ERRAND =
  /电话|联系我|来[^,。;]{0,8}一趟|来我|到我(?:这|办)|找我|汇报|说一声|说明情况|解释|开会|参会|写检查|加班|回复我|[送取拿]|一份|跟我/;

/** The text before the first unit that it names. */
function beforeUnit({ text, unitStarts }: Facts): string {
  const heads = unitStarts.map((start) => text.slice(0, start));
  return heads.find((head) => HANDS_TO.test(head)) ?? heads[0] ?? '';
}

/** 我先看看, 明天过去核: what somebody is going to do, or has done. 帮我看, 发我看看 are asked of the bot. */
const LOOKS_HIMSELF =
  /(?:我们?|等|[上下]午|明天|马上|先|再|去|到|过去|现场)[^,。;]{0,8}?(?<![帮给让发我看]我?)(?:看|瞧|核)|^(?:已经?)?看(?:到|了|过|见|样子)|看[^,。]{0,8}(?:现场|再说)|[,。\s]看(?:到|了|过|见|样子)/;
const ABOUT_STATE =
  /交办|状况|在哪|位置|原因|哪天|几[天次回]|多久|多长时间|整改|销|认领|处理|什么问题|谁|哪|什么时候|几|多少|超期|到期|时限|核|办|改|申诉|延期|批|归|退|认|报|登|撤|并|扣|催|怎么|过没过|还[差剩缺]|没有?$|吗$|没$/;

export const shows: ActRule = ({ text, issueNos, hasOwnNumbers, quotedNo }) => {
  if (issueNos.length === 0) return null;
  if (isGuess(text)) return 'issue.show';
  // 73好了，35还没: told, not asked.
  if (/\d号?[还也都]没(?:有)?[。\s]*$/.test(text)) return null;
  const bare = text.replace(/[#\d号、,\s-]|问题|编号|WT/gi, '');
  if (hasOwnNumbers && text.length > 1 && /^(?:的)?(?:全部|所有)?(?:(?:办理|流程)?记录)?$/.test(bare))
    return 'issue.show';
  // 进展快点: hurried on, not asked after.
  if (!isQuestion(text) && /[快抓][点些紧]|加快/.test(text)) return null;
  if (/我(?:再)?看看/.test(text.replace(/[给发让帮替]我看看/, ''))) return null;
  if (!isQuestion(text) && (LOOKS_HIMSELF.test(text) || /大家|各位|学习|借鉴/.test(text))) return null;
  if (
    /^(?:查|看|显示|打开|调(?!整|到|换|解|派|给)|查询)|怎么样|[什啥咋](?:么)?(?:情况|状态|时候|进度|样)|进展|进度|详情|到哪(?!儿?去了)|(?:调|翻|找|拉)出来|的[^,。]{0,4}(?:照片|图片)[\s。]*$|状态|状况|办理记录|历史|来龙去脉|前因后果|(?:办理|整改|处理)(?:经过|过程|流程)|情况(?:呢|如何|\?|(?:说|讲|介绍|报|发)(?:一?下|给我))?$|(?:查|看)(?:一?下|看|询|一查)|照片[^,。没未]{0,4}(?:看看|看一?下|发我)/.test(
      text,
    ) &&
    !/检查|核查(?!了)|督查|巡查/.test(text)
  )
    return 'issue.show';
  return (isQuestion(text) || /交办几[天日]|(?<![这那好头前后近])几[天次]了?[\s?。]*$/.test(text)) &&
    ABOUT_STATE.test(text) &&
    (hasOwnNumbers || (quotedNo !== null && text.length <= 20))
    ? 'issue.show'
    : null;
};
