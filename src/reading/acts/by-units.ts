/** What units say about problems given to them: 申诉, 延期, 挂账, 认领, 进展, 报整改. */
import { deniesOutright, NOT_OURS, NOT_THERE } from '../appeal-kind.ts';
import { withoutDeniedRequest } from '../fallbacks.ts';
import { cardOf } from './cards.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';
import { withoutDenied } from './denials.ts';
import { withoutTails } from './tails.ts';
import { showsDeedBesideClaim, takesAndDisputes } from './taken-beside.ts';
import { DONE, NOT_DONE, UNDERWAY } from './done.ts';
import { remainderIn } from './remainder.ts';
import { CLAIMS, HOLD_OFF, isIssueQuestion, NOT_CLAIMED, PASSED, RETURNED, TAKES } from './state-words.ts';

/** Told of others, or not decided yet. */
const LEFT_OPEN = /但(?:我们)?(?:先|会|还是)(?:整改|处理|清)|[他她](?:们)?说|听说|再看看|再议|再说|研究|讨论/;

/** 店主说, 物业答应: what others say is no word of the unit’s own. */
const HEARSAY =
  /(?:店[家主]|摊[主贩]|老板|业主|物业|商户|户主|居民|对方|工人|师傅|施工(?:队|方)|房东|车主|厂家)[^,。;]{0,6}(?:说|讲|答应|承诺|表示|保证|称)/;

/** 麻烦改派, 请转给住建局: asked politely, by a unit that may not order it. */
const ASKS_ANOTHER =
  /(?:请|麻烦|建议|恳请|望|希望|劳烦|帮忙?|烦请|能否|申请)[^,。;]{0,8}(?:改派|转派|另派|重新派|重新指派|转(?!告|达|发)|调整(?!到|至|为?\d|时限|时间|期限)|换个单位|换单位)/;

const isUnit = ({ speaker }: Facts): boolean => speaker === 'unit';
const isGrid = ({ speaker }: Facts): boolean => speaker === 'grid';

/** 社区负责人 logs like a grid head, and disputes like a liaison what was given to the community. */
const disputes = (facts: Facts): boolean =>
  isUnit(facts) || facts.heard.sender?.roles.includes('communityHead') === true;

export const appeals: ActRule = (facts) => {
  const { text, issueNos } = facts;
  if (issueNos.length === 0 || /(?<!请[^,。]{0,6})同意.{0,6}申诉|驳回/.test(text)) return null;
  const says = /申诉|申请(?:调整|转办|改派|退回|重新指派|更换单位)|异议|不服|不认(?:可|账|同)/.test(text);
  // 是不是登错了，申诉: the question is what it says, the word is what it does.
  const stands =
    /(?:^|[,。;!?\s\d号])(?:提出|我(?:们|局|单位|办|中心|街道|镇|社区|公司|大队)*)?(?:申诉|有异议)(?:$|[,。;!:\s])/.test(
      text,
    );
  if (isQuestion(text) && !stands && !/请核|请调/.test(text)) return null;
  if (!disputes(facts))
    return says &&
      !isHedged(text) &&
      !/理由|成立|催|不认可|(?:不得|不许|不准|不要|不用|不能|别)(?:再)?|不再|不接受|申诉(?:先|再|我|已|要)|一个申诉/.test(
        text,
      )
      ? 'issue.appeal'
      : null;
  // 9、10认领，路灯不归我们: which is which is asked.
  if (takesAndDisputes(text)) return null;
  // 接是接了，可不是我们的责任: taken and not taken.
  if (!says && /([认接领])(?:领)?是\1/.test(text)) return null;
  // 没问题 alone is a yes, whatever it answers.
  if (LEFT_OPEN.test(text) || /^没(?:有)?问题(?:的|了)?(?=$|[,。!])/.test(text)) return null;
  // 归社区管，我们认: taken, whoever looks after it.
  if (!says && TAKES.test(facts.outline) && !NOT_CLAIMED.test(text)) return null;
  // 想延3天，划线的队伍排不过来: whoever asks for time has taken it.
  if (!says && asksForTime(facts) !== null && ![text, facts.outline].some(deniesOutright)) return null;
  // 早清理干净了 alone is a report as well.
  const isThere = !NOT_THERE.test(text.replace(/早(?:已|就)?(?:拆|关|清|停)[^,。;]{0,6}/g, ''));
  // 那是电信的线: under a card that was sent to us, another unit is named for it.
  const isOthers =
    cardOf(facts.heard.quote) === 'dispatched' &&
    facts.units.some((unit) => unit !== facts.heard.sender?.unit) &&
    /(?:这|那|它|应该?)(?:[一-龥]{0,3})是/.test(text);
  const denies = isOthersDuty(facts) || !isThere || isOthers || ASKS_ANOTHER.test(text);
  return says ||
    denies ||
    (/退回|退单/.test(text) &&
      !DONE.test(text) &&
      !/(?:已经?|被|[又被给]给?|再次|老|第.次|上次|之前|昨[天日]|前[天日]|刚才?)退回|退回(?:了|过|的|[两几三]次)/.test(
        text,
      ))
    ? 'issue.appeal'
    : null;
};

/** 不是我们改的: told of who did it, not of whose it is. */
const WHO_DID_IT = /是[^,。;]{1,8}(?:改|弄|修|清|拍|登|报|说|发|写|拆|销|退)的/g;
/** 归俺们管, in the outline 归我们管 for the sender's own unit. */
const OURS_TO_DO = /(?<![不非])(?:归|是|属于?)(?:我|咱|俺|本)(?:们)?(?:的|管|办|负责)/;

/** In the outline the sender's own unit is 我们: 不该园林管, said by 园林. */
function isOthersDuty({ text, outline }: Facts): boolean {
  const [said, marked] = [text, outline].map((one) => one.replace(WHO_DID_IT, ''));
  return NOT_OURS.test(marked ?? '') || (NOT_OURS.test(said ?? '') && !OURS_TO_DO.test(marked ?? ''));
}

export const asksForTime: ActRule = (facts) => {
  const { issueNos, extendDays, units, deadline } = facts;
  if (issueNos.length === 0) return null;
  const text = withoutDeniedRequest(facts.text);
  // 已整改，不申请延期了: a report.
  if (text !== facts.text && !/延|宽限|挂|缓|推迟|展期|再给/.test(text)) return null;
  // 申请延期或挂账: which of the two is not said.
  if (
    /(?:延期|挂账)也(?:行|可以)[,\s]?(?:延期|挂账)也(?:行|可以)|(?:延期|宽限)(?:申请)?(?:或者?|还是)(?:申请)?挂|挂账(?:或者?|还是)(?:申请)?(?:延|宽限)/.test(
      text,
    )
  )
    return null;
  // Handed over with a new time: that is 转办.
  if (!isUnit(facts) && units.length > 0 && /转|改由|改派/.test(text)) return null;
  if (HOLD_OFF.test(text) && !/申请/.test(text)) return null;
  // 再给一天，角落没扫净，退回: a return with its time.
  if (!isUnit(facts) && /退回|打回|返工|重改/.test(text)) return null;
  // 412延期的理由写清楚, said by the office, asks for nothing.
  if (!isUnit(facts) && extendDays === null && deadline === null && !/申请|请求/.test(text)) return null;
  if (/挂(?:个|一?下|上)?账|缓办|长期整改|挂起|先挂|挂一挂/.test(text))
    return isQuestion(text) &&
      !/申请|能否|能不能|能[^,。]{0,4}[吗不]|[可行好]以?吗|[行好成]不|可以不|可不可以/.test(text)
      ? null
      : 'issue.suspend';
  const says =
    /延期|延长|宽限|延后|放宽|往后(?:放|推|延)|展期|顺延|推迟|推到|缓到|延[到至]|晚[几一二两三四五\d]+天|多给|再给|缓(?:一?缓|一下|几天)|延几天/.test(
      text,
    ) ||
    extendDays !== null ||
    (deadline !== null && /(?:时限|期限|时间)[^。;]{0,10}(?:调整?|改|挪)(?:到|至|为)/.test(text)) ||
    // 时间太紧，能给到周五吗
    (deadline !== null && /(?:能|可|请|想|申请|望)[^,。;]{0,6}(?:给|放|宽|缓|拖)到/.test(text));
  // 620延期能批吗: after what was asked for.
  if (
    isQuestion(text) &&
    extendDays === null &&
    deadline === null &&
    /批/.test(text) &&
    !/请|望|麻烦|批一下/.test(text)
  )
    return null;
  if (!says || /再议|再说|考虑|要不要|再看看/.test(text)) return null;
  if (
    isQuestion(text) &&
    !/申请|能否|能不能|能[^,。]{0,10}[吗不]|可否|可不可以|请|[可行好]以?吗|[行好成]不|可以不[?。]*$/.test(text)
  )
    return null;
  return 'issue.extend';
};

/** 刷白了，您看行不行; 好了，麻烦刘组再看看: asks for a look, not after the state, and leaves nothing open. */
const ASKS_A_LOOK =
  /(?:您|你们?|领导|再)?看(?:看|一?下)?(?:行不行|行吗|可以(?:了)?[吗不]|合不合格|怎么样|过不过关)[?]?|(?:麻烦|请|劳烦|辛苦|有空)[^,。;]{0,6}看(?:看|一?下)/;

/** 照片等会儿补, 还没拍照: about the proof, not about the deed. */
const BESIDE_THE_DEED = /(?:^|[,。;])[^,。;]*(?:照片|拍照|图片)[^,。;]*/g;
/** 等你们来核查: nothing is under way but the look. */
const WAITS = /等[^,。;]{0,2}(?:[你您]|督查|领导)[^,。;]*(?:核|复查|验|检查|看)[^,。;]*/g;

/** 还没到现场; 等改好了发照片. */
const NOT_THERE_YET =
  /(?:还)?(?:没|未)(?:有)?(?:人)?(?:到|去|来)(?:了|过)?[^,。;]{0,4}现场|等[^,。;]{1,6}[完好]了?(?:再|就)?[发报传拍][^,。;]*/g;
/** 王局说他来协调: no work yet. */
const BY_LEADERS = /(?:[一-龥](?:局|主任|科|书记|队|处|所|总)|局长|主任|科长|书记|组长|领导)长?(?:说|讲)[^,。;]*/g;

export const reports: ActRule = (facts) => {
  const { issueNos, persons, outline } = facts;
  const bare = facts.text.replace(BESIDE_THE_DEED, '');
  const text = DONE.test(bare) ? bare.replace(ASKS_A_LOOK, '') : facts.text.replace(WAITS, '');
  if (
    issueNos.length === 0 ||
    isIssueQuestion(text) ||
    /[发传拍贴]错|(?:告诉|通知|喊|叫|跟|给)我(?:说)?一?[声下]/.test(text) ||
    /完(?:了|成|毕)?(?:之?后|以后)?(?:请|要)?再?(?:拍照|上传|报)|[前内].{0,4}(?:处理|整改|清理)(?:完|好|到位)/.test(
      text,
    )
  )
    return null;
  const left = remainderIn(text);
  const isDone = left === null && DONE.test(text) && !NOT_DONE.test(withoutDenied(text).replace(/未完成的/g, ''));
  // 马超去把330办了: told to a person.
  if (persons.length > 0 && !/已|我们/.test(text) && /交给|转给|派给|派|安排|让|叫|指派|去把|去办|去处理/.test(text))
    return null;
  if (isUnit(facts) || isGrid(facts)) {
    if (isHedged(text) && !UNDERWAY.test(text)) return null;
    if (isDone && HEARSAY.test(text)) return facts.hasOwnNumbers ? 'issue.progress' : null;
    if (isDone && (!(CLAIMS.test(outline) && /认领/.test(text)) || showsDeedBesideClaim(facts))) return 'issue.rectify';
    if (CLAIMS.test(withoutTails(outline)) && !NOT_CLAIMED.test(text)) return 'issue.claim';
    // 已安排 under a card says nothing yet.
    const says = facts.hasOwnNumbers || text.length >= 6 || /^正?在/.test(text);
    const isUnderway = UNDERWAY.test(text.replace(BY_LEADERS, '').replace(NOT_THERE_YET, '')) || left?.done === true;
    return says && isUnderway && !/的事/.test(text) && !/别人|人家|其他单位|别的单位/.test(text)
      ? 'issue.progress'
      : null;
  }
  if (isHedged(text) || /这才叫|人家/.test(text)) return null;
  // The office or an inspector speaking in a unit's stead: read, so that it can be refused.
  if (/认领/.test(text) && !/(?:未|没|不|谁|尽快|抓紧|赶紧|催|提醒|请|让|叫)(?:有)?.{0,6}认领/.test(text))
    return 'issue.claim';
  return isDone &&
    /已(?:经)?(?:全部)?整改|报整改|整改(?:完|好|到位)/.test(text) &&
    !PASSED.test(text) &&
    !RETURNED.test(text)
    ? 'issue.rectify'
    : null;
};
