/** 任务分解: set out by the office, taken on and told of by units. */
import { isBare } from './asking.ts';
import { type ActRule, isHedged, isQuestion } from './facts.ts';
import { CLAIMS } from './state-words.ts';

const ASKED = /怎么样|进展如何|什么情况|(?<![检排核督巡普抽调])查(?!了)|看看|看一下|(?<!没|无|没有)(?:进度|进展|情况)$/;
const DENIED =
  /(?:不|没|未|别|谁)(?:有|要|能|想|敢|用|必|需要?)?(?:认领|领|接|认)|(?:干|做|办|接|领)不(?:了|动|来)|不(?:归|属于|是)我|(?:别人|人家|别的单位|其他单位|他们|对方)(?:已经?)?(?:认|领|接)/;
const TAKEN =
  /接了|接下|我们?(?:单位|局|委|中心|街道|镇|公司)?(?:都|全部?|统一)?(?:来)?(?:负责|承办|承担|承接|揽下|办|领(?!导)|接(?![到着])|认)|领了|领下/;
/** 要抓紧完成, 进度慢: said of how it ought to go. */
const PRESSED =
  /(?:要|必须|务必|应(?:该|当)?|抓紧|尽快|赶紧|加快|争取|确保|力争)[^,。;]{0,6}(?:完成|落实|推进|启动|开展)|(?:进度|进展)(?:有点|太|比较|很|还是)?(?:慢|滞后|落后)|(?:可能|恐怕|怕是?)[^,。]{0,4}完不成/;
const TOLD =
  /进度|进展|完成|已|正在|(?<!检)查了|推进|开展|启动|落实|[做搞干弄办]完|[过大]半|分之|基本|差不多|收尾|还[差剩]|剩|困难/;
/** 任务分解表, 未成年人任务, 任务清单: a list by its bare name. */
const TASK_LIST =
  /^(?:查|看|列)?(?:一下|出)?(?:(?:创城|未成年人|网上申报|专项行动|专项|全部|所有|全市)的?)*任务(?:分解|进展|完成)?(?:情况)?(?:表|清单|列表|台账)?[\s。]*$/;
/** 哪些单位7天没报进展: of tasks, whether they are named or not. */
const SILENT = /(?:哪些|哪几家|谁|单位).{0,8}(?:没|未)(?:有)?(?:上?报|报送|反馈|更新)(?:任务)?进展/;
const AMENDS =
  /(?:时限|期限|完成时间|截止(?:时间|日期)?)[^,。;]{0,6}(?:改|调|延|放宽|推)|延期|延长|推迟|推后|顺延|宽限|延(?=[到至后])|(?:改|调整?|推|提前)[到至为成]/;
/** 责任单位改成宣传部, 加上教育局, 拆开, 标题改一下: the office wants it otherwise. */
const CHANGES =
  /(?:单位|牵头|协办|负责)[^,。;]{0,6}(?:改|换|调|加(?![快强紧大])|去掉|减)|(?:改|换)(?:成|为|由|给|一下|个)|改派|拆(?:开|成|分)|分成|合并|去掉|加上|(?:标题|名称|内容|标准)[^,。;]{0,4}改|转[给办交]|移交|由[^,。;]{2,16}(?:牵头|负责|承办)(?=$|[,。;])|(?:加|增加)(?:上|个|一[个家])?协办/;

export const aboutTask: ActRule = (facts) => {
  const { text, taskNos, issueNos, units, hasUnitGroup } = facts;
  if (issueNos.length === 0 && SILENT.test(text)) return 'task.query';
  // 原因：与任务1重复 goes on with the order before it.
  if (/^(?:原因|理由|因为|由于)/.test(text)) return null;
  if (TASK_LIST.test(text)) return 'task.query';
  if (taskNos.length > 0) return aboutNumbered(facts);
  if (!/任务/.test(text)) return null;
  if (
    /(?:布置|下达|新建|新增|分解|下发|发布|安排|交办|派发|分派|创建|添加|增加|加|建|立|开|(?<![上之以底手地])下(?=一?个|新?任务)|(?<![分指])派(?=一?[个项条])|(?<![开沙])发(?=一?[个项条]))(?:一?[个项条]|下)?(?:新的?)?(?:创城|专项)?任务|^新任务\s*[:,]|^任务\s*:|任务(?:布置|下达|分解|安排|下发)(?:如下|一下)?:/.test(
      text,
    ) &&
    !isQuestion(text) &&
    !isHedged(text)
  ) {
    if (/(?:昨天|前天|上次|上周|之前|已经?)[^,。]{0,4}(?:布置|下达|分解|下发|发布|安排)/.test(text)) return null;
    return units.length > 0 || hasUnitGroup || /[:,]/.test(text) ? 'task.create' : null;
  }
  return isQuestion(text) || lists(facts) || isBare(facts) ? 'task.query' : null;
};

function aboutNumbered({ text, percent, speaker, hasOwnNumbers, deadline }: Parameters<ActRule>[0]): string | null {
  if (!isQuestion(text) && /撤销|作废|取消/.test(text) && !/不(?:要|用|能)?(?:撤销|取消)|别/.test(text))
    return 'task.amend';
  if (!isQuestion(text) && deadline !== null && percent === null && AMENDS.test(text)) return 'task.amend';
  if (speaker === 'office' && !isQuestion(text) && !isHedged(text) && percent === null && CHANGES.test(text))
    return 'task.amend';
  if (/转[给办交]|改派|移交/.test(text)) return null;
  const isNamed = speaker !== 'unit' && percent === null && /(?:进度|进展|情况)(?=[,。])/.test(text);
  if (isQuestion(text) || ASKED.test(text) || isNamed) return 'task.query';
  if (isHedged(text)) return null;
  if (/认领/.test(text) || TAKEN.test(text) || CLAIMS.test(text)) return DENIED.test(text) ? null : 'task.claim';
  if (percent === null && PRESSED.test(text)) return null;
  if (percent !== null || (TOLD.test(text) && !/^(?:还)?[没未]/.test(text))) return 'task.progress';
  // Under a quoted task a courtesy asks nothing.
  return speaker === 'unit' || !hasOwnNumbers ? null : 'task.query';
}

/** Without a number: 城管局的任务, 一周没报进度的任务. */
const lists = ({ text, units }: Parameters<ActRule>[0]): boolean =>
  (units.length > 0 && /^.{2,16}?的?任务[\s。]*$/.test(text)) ||
  /任务.{0,6}[\d一二两三四五六七八九十几多]+天.{0,4}(?:没|未)|任务.{0,8}(?:没|未)(?:有)?(?:报|动|更新|反馈|回)|任务.{0,8}(?:进度|进展|清单|列表|完成情况|情况|台账)|(?:查|看|列).{0,10}任务|(?:没|未)(?:完成|启动|开始|认领).{0,4}任务|任务.{0,6}(?:没|未)(?:完成|启动|认领)|我的任务/.test(
    text,
  );
