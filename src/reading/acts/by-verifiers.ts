/** What those say who look after it: 销号, 退回, 回头看, 反弹. */
import { type ActRule, type Facts, isHedged, isIdle, isQuestion } from './facts.ts';
import { PUT_OFF } from '../numbers.ts';
import { cardOf } from './cards.ts';
import { hasLasted, hasRelapsed, isVisited, withoutDenied } from './denials.ts';
import { DONE } from './done.ts';
import { isNoReturn, isPutOff, withoutNextTime } from './put-off.ts';
import { tellsAnotherKind } from './same-place.ts';
import { isSeenUndone, passesInPassing } from './seen.ts';
import { HOLD_OFF, isIssueQuestion, NOT_PASSED, PASSED, RETURNED } from './state-words.ts';

const isUnit = ({ speaker }: Facts): boolean => speaker === 'unit';
const isGrid = ({ speaker }: Facts): boolean => speaker === 'grid';

const LOOKED_AGAIN =
  /回头(?:看|去看)|回访|抽查|巡查复|复[查看]|再(?:次|度)?(?:去|来|过去)?(?:[看瞧瞅]|查|核)(?=[,。]|[了过]|一[眼下]?[,。])/;
const STILL_WELL =
  /通过|一样|整洁|规矩|规规矩矩|规范|有序|整齐|齐整|井井有条|清爽|保持|没毛病|没啥|完好|干净|挺好|良好|正常|没问题|稳定|没有(?=$|[,。!])|未发现|合格(?!证)|无异常|还行|不错|(?:都|挺|蛮|还)好/;
/** 没起皮, 没新贴的: what had been wrong is not. */
const NOT_BAD = /(?:没(?:有|见|人|车)?|未|无)(?:新|乱|到处)?(?:起皮|开裂|[堆摆贴停占塌漏冒倒搭坏破松裂脱翘积脏臭])/;
/** 不合格, 不太干净, 两次才合格. */
const NOT_WELL =
  /不(?:太|大|够|怎么|是很)?(?:合格|达标|干净|整洁|规矩|规范|有序|整齐|清爽|行|好(?!意思)|正常|到位|通过|稳定|完好|理想)|才(?:合格|通过)|一般般?(?=$|[,。])|没(?:有)?(?:改观|变化|改善|好转)/;
/** 态度不错，但摊子还在: what follows counts, and it must be well. */
const TURNS = /(?:但是?|不过|可是|可(?=还|又|就)|就是(?!说)|只是|还是|仍|依[然旧])([^。;]*)/g;

const isWell = (text: string): boolean => STILL_WELL.test(text) || NOT_BAD.test(text) || withoutDenied(text) !== text;
/** 上周销的, 销号时, 销了半个月: that was then. */
const CLOSED_THEN =
  /(?:上|前|和|刚|才|早|已|去|当时|那天)[^,。]{0,6}(?:销|通过)(?:号|了)?[的时]?|(?:销|通过)(?:号|了)*(?:才|快|有|都)?(?:\d+|[一二两三四五六七八九十半几])多?个?来?(?:天|日|周|星期|礼拜|月)|(?:销|通过)(?:号|了)?(?:之后|以后|后)|(?:销|通过)(?:号|了)?[的时](?=#?\d|那|候|[一-龥])/g;

/** Seen again later, and nothing has come back. */
function isRecheck(text: string): boolean {
  if (hasRelapsed(text) || NOT_WELL.test(text)) return false;
  if ([...text.matchAll(TURNS)].some(([, behind = '']) => !isWell(behind))) return false;
  const now = text.replace(CLOSED_THEN, '');
  const closes = /退回|打回|销|通过/.test(now) && !/回头看/.test(text);
  if (hasLasted(text)) return !closes;
  return (LOOKED_AGAIN.test(text) || isVisited(text)) && !closes && isWell(text);
}

/** 又摆出来过，现在保持得不错: the last word is that it is well, so it has not come back for sure. */
const endsWell = (text: string): boolean =>
  /保持|维持|干净|整洁|正常|没问题|不错|挺好|良好/.test(
    text.split(/[,。;!]/).findLast((clause) => clause.trim() !== '') ?? '',
  ) &&
  !NOT_WELL.test(text) &&
  !/[没未](?:有)?(?:能)?(?:保持|维持)|反弹|回潮/.test(text);

/** Told by who has looked at it, not by who has done it. */
const LOOKED_ON =
  /我(?:们)?[^,。;]{0,4}(?:看|瞧|盯|查|核|过去)|路过|看着|瞧着|亲眼|(?:代|替|帮)[^,。]{1,6}销|领导|主任|组长|[同答]意/;

/** 已清理完，请销号: a unit reports. 瞧着收拾好了，销掉: it strikes off, which is not its to do. */
function reportsDone(text: string): boolean {
  const own = text.slice(text.search(/\d/) >= 0 ? text.lastIndexOf('。', text.search(/\d/)) + 1 : 0);
  if (LOOKED_ON.test(own)) return false;
  const asks = /申请|[请望盼](?:予以?|求|帮忙|领导|督查组|您|组长)*(?:核|销|复|验|审)/.test(own);
  return asks || DONE.test(own.replace(/已?(?:销|通过)\S*/g, ''));
}

/** 他们自己说合格了, 说是通过了. */
const TOLD_BY_THEM =
  /(?:自己|自个儿?|单位|街道|社区|物业|对方|[他她]们?|人家)(?:都|还|又|是)?(?:说|讲|称)(?!明|清)|(?:^|\d号?|[,。])(?:都|还|又)?(?:说是|据说|声称|号称)/;
/** Under a card that waits for verification these alone strike off. */
const SAYS_YES =
  /^(?:嗯+[,\s]*)?(?:现场)?(?:[没未][^,。]{0,3}[见到现]问题[,\s]*)?(?:(?:都|看着)?(?:可以|还?行|没(?:什么)?问题|过|合格|同意)(?:的|了|吧)*[,\s]*)+[。!👌✅\s]*$/u;
/** 303暂不销 takes the one number out, it does not hold off the rest. */
const EXCEPTED = new RegExp(`#?\\d+号?\\s*${PUT_OFF}`, 'g');
const withoutExcepted = (text: string): string => text.replace(EXCEPTED, '');
/** 今天必须销号: ordered of those who put it right, no verdict. */
const MUST_BE_CLOSED =
  /(?:必须|务必|一定要?|确保|要求|力争|争取|尽快|抓紧|[天前内]要)[^,。;!]{0,6}销号|销号[^,。;!]{0,4}(?:不得|不能)(?:再)?拖/;

/** 不合格的照片发群里: what is on them is no verdict. */
const WANTS_PICTURES = /[^,。;]*(?:照片|图片?|视频)[^,。;]{0,2}(?:发|传|给)(?:我|一?下|来|到?群|过来)[^,。;]*/g;

const OF_A_REQUEST = /(?:延期|挂账|申诉|缓办)(?:的)?(?:申请|材料|报告|表|单|书|理由|手续|附件)/;
const GOES_TO_ANOTHER =
  /(?:转(?!告|达|发|述)(?:办|交|派|给|到|由|至|送)*(?:给|到|由|至)?|改派(?:给|到|至|为)?|重新指派(?:给|到)?|另派(?:给)?|移交(?:给|至)?|改(?:由|成|为)|换(?:成|给|到)?|划给|(?:还?得|应该?|要)(?:是|由|让))\s?(?:我们|Ⓤ)(?!的)/;
/** A return in so many words. */
const RETURNS_IT =
  /(?<![未没被不])(?:退回|打回|退掉|退了|返工)|(?:^|[,。;!\s\d号])(?:都|全|直接|给我|再)?退(?=$|[,。;!\s])|(?<!回头看[^,。;]{0,4}|复[查核][^,。;]{0,2}|抽查[^,。;]{0,2})(?:不予?通过|不合格)(?!的)/;
const CAME_BACK = /反弹|回潮|复发|返潮|死灰复燃|卷土重来|重新(?:打开|立案|交办|督办)|重开|销(?:号|了)|回头看|回访|抽查/;

export const verifies: ActRule = (facts) => {
  const { issueNos } = facts;
  const text = withoutNextTime(facts.text.replace(WANTS_PICTURES, '')).replace(/\p{Extended_Pictographic}+/gu, ' ');
  if (issueNos.length === 0 || isIssueQuestion(text) || isHedged(text)) return null;
  if (facts.namesTwice || tellsAnotherKind(facts)) return null;
  const isOnReport = cardOf(facts.heard.quote) === 'reported' && !facts.hasOwnNumbers;
  const isReport = (isUnit(facts) || isGrid(facts)) && reportsDone(text);
  // What waits for verification has not been closed yet: 复查合格 passes it, 老样子 returns it.
  if (isRecheck(text) && !isOnReport) return isReport ? null : 'issue.recheck';
  // 退了，巷尾还是老样子: the verdict is said, and what has never been well has not come back.
  const isReturned =
    (RETURNS_IT.test(text) || (NOT_PASSED.test(text) && !/复[查核]/.test(text))) &&
    !CAME_BACK.test(text) &&
    !isUnit(facts);
  if (hasRelapsed(text) && !isReturned) return endsWell(text) ? null : isOnReport ? 'issue.return' : 'issue.reopen';
  if (HOLD_OFF.test(withoutExcepted(text)) && !RETURNED.test(text)) return null;
  // 303不行，其他的都销: two verdicts over one list, too easily mixed up.
  if (/其他|其余|剩下的|别的|其它/.test(text) && (RETURNED.test(text) || NOT_PASSED.test(text))) return null;
  if (
    /不行(?:的话)?(?:就|再)(?:给我|直接|都|全)*(?:退|打回|返工|销)|(?:退回|打回)(?:也)?不是|(?:已经|被|老|总是)退回|退回[了过]?[两几三四五\d]次/.test(
      text,
    )
  )
    return null;
  const isBad =
    NOT_PASSED.test(text) ||
    RETURNED.test(text) ||
    (isOnReport && /^(?:(?:不|没|未)(?:能)?过(?=[,。!\s])|退给)/.test(text));
  // 301、303不通过，305通过: two verdicts over several numbers that could not be told apart.
  if (isBad && issueNos.length > 1 && PASSED.test(text.replace(new RegExp(NOT_PASSED, 'g'), ''))) return null;
  // 305不行，转给住建局: turned down by whom it was given to, or taken from them; it goes to another.
  if (isBad && !isUnit(facts) && GOES_TO_ANOTHER.test(facts.outline)) return null;
  // 延期材料没盖章，退回补: the paper is returned, not the problem.
  if (isBad && OF_A_REQUEST.test(text)) return null;
  if (isBad && isNoReturn(text)) return null;
  if (isBad) return isUnit(facts) && !/(?:退回|打回).{0,4}(?:重|整)|不通过|不合格/.test(text) ? null : 'issue.return';
  if (isPutOff(text)) return null;
  // 谢谢，327销号了: told, by those who may not do it.
  if (isUnit(facts) && isIdle(text)) return null;
  // 基本合格，细节还要抠; 差不多可以销了.
  if (/(?:基本|差不多|勉强|大体|快)上?(?:可以|能)?(?:销|合格|通过|过)/.test(text)) return null;
  // 他们自己说合格了: nobody has looked.
  if (TOLD_BY_THEM.test(text)) return null;
  if (isSeenUndone({ ...facts, text })) return 'issue.return';
  const isPassed = PASSED.test(text) || passesInPassing({ ...facts, text }) || (isOnReport && SAYS_YES.test(text));
  if (
    !isPassed ||
    MUST_BE_CLOSED.test(text) ||
    /[未没](?:有)?销|[等待拟].{0,4}销|通过(?:协调|沟通|对接|[^,。;]{1,6}(?:方式|渠道|发|传|联系|告诉))/.test(text)
  )
    return null;
  return isReport ? 'issue.rectify' : 'issue.verify';
};

/** 把城管局的问题全部销号: no numbers but a filter. */
export const verifiesMany: ActRule = ({ text, issueNos, units }) => {
  if (issueNos.length > 0 || isQuestion(text) || HOLD_OFF.test(text) || !/销号|销了|销掉|通过/.test(text)) return null;
  return /全部|都|一律|所有|统统|批量/.test(text) &&
    (units.length > 0 || /问题|待核查|超期/.test(text)) &&
    !/已|率|必须|争取|力争|确保|要/.test(text)
    ? 'issue.verify'
    : null;
};
