/** What the office decides on requests: 申诉, 延期, 挂账. Whoever says it; the right is looked at later. */
import { NO_LONGER } from '../extend-days.ts';
import { type ActRule, isHedged, isIdle, isQuestion } from './facts.ts';

/** 请批准, 麻烦领导批一下, 申请延期: asked for, not decided. */
const ASKED_FOR =
  /(?:请|望|恳[请求]|希望|劳?烦|麻烦|申请|能[否不]|可否|求)[^,。;]{0,10}?(?:同意|批|准予|通过|支持|延|挂账|宽限)/;
const NO =
  /不(?:予|同意|批准|批|准|支持|认可|采纳|成立|充分|行|能|可以|许|给|允许|通过|过(?=$|[\s,。;!]))|未(?:予|获)(?:通过|批准|同意)|驳回|拒绝|否决|无效|理由(?:不(?:足|充分|成立)|站不住)|没(?:有)?道理|维持原|不延(?!误|迟|续|伸)|延不[了成得]|(?:延期|挂账|申诉)(?:申请)?(?:也|都|一律)?(?:退|打)回|(?:退|打)回[^,。;]{0,6}申请/;
const YES =
  /有(?:道)?理(?!由)|合理|准(?=$|[\s,。;!延])|同意|批准|准予|准了|批了|批(?:一?下|吧|[到至]|(?=$|[,。!;]))|定(?:一?下|了)|可以|允许|通过|成立|属实|认可|采纳|支持|同步|批复/;
/** A limit set to what is granted: 给3天，不能再多. */
const NO_MORE =
  /(?:不(?:能|得|要|许|可以?|准|再)*|别|没有?)再[^,。;!]*|再(?:也)?不(?:许|准|能|得|要|可)[^,。;!]*|不(?:许|准|得|能)[再往]?[拖推][^,。;!]*|下不为例/g;
/** Said in answer to a request, these alone are a yes. */
const GRANTS =
  /^(?:[嗯好]?(?:的|吧)?[,\s]*(?:行(?:吧|啊)?(?=$|[,。!])|没(?:有)?(?:意见|问题))|按(?!期|时|原|规)|就(?:按|这样|给|\d|[一二两三四五六七八九十])|(?:只|就|最多|顶多|可以)*(?:(?:给|批|宽限|延)|(?<=最多|顶多|只)(?=到))(?:他们|你们)?(?:到|至)?(?:\d|[一二两三四五六七八九十下周月本]|最))/i;
const LATER =
  /(?:得|要|需要?|由|等|找|归)[^,。;]{0,4}(?:主任|领导|书记|局长|市长|创城办|办公室)[^,。;]{0,4}(?:批|定|同意|签|点头)|(?:主任|领导|书记|局长)(?:来)?定(?:$|[,。!])|问问|问(?:一?下|清)|先放|放一?放|(?<!经[^,。;]{0,4})研究(?!决定|后)|商量|核实一?下|等.{0,8}[再定]|再[定议]|口子|先例/;

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['appeal', /申诉|异议/],
  [
    'extend',
    /延期|延长|宽限|展期|延时|顺延|延后|推迟|原[时期]限|再给.{1,4}[天日周]|推后|(?:可以|同意|准|批准?|允许|能)延|延(?:期|长)?[到至]|延不[了成得]|[批准]到(?=\d|[一二三四五六七八九十下周月本明后])|[准给批再]延|延(?:[\d一二两三四五六七八九十]|(?=[,。;!]|$))|[给批](?:他们|你们)?(?:\d+|[一二两三四五六七八九十])个?[天周]/,
  ],
  ['suspend', /挂(?:个|一?下|上)?账|缓办/],
];

const EXTENSION = TOPICS.find(([id]) => id === 'extend');

/** The quoted text where it is a request. A 交办 card, too, says how to appeal, in its last line: it asks nobody to decide. */
const requestIn = (quote: string | null): string | null =>
  quote !== null &&
  !/^\s*(?:✅|【(?:[^】]*交办|待核查|反弹重办)】)/u.test(quote) &&
  /申请|申诉|请审批|待审批|待裁定/.test(quote)
    ? quote
    : null;

/** 想延期？不行: asked only to say no. */
const isRefusedBehind = (text: string): boolean =>
  /[?]\s*(?:[^?]{0,2})(?:不行|不批|不准|不同意|没门|驳回|免谈)(?=[,。!;]|$)[^?]*$/.test(text);

/** 同意327延期, 驳回418申诉; on a quoted request also 同意 or 驳回 alone. */
export const decides: ActRule = ({ text, issueNos, heard, speaker, deadline, extendDays }) => {
  if (issueNos.length === 0 || (isQuestion(text) && !isRefusedBehind(text)) || isHedged(text) || LATER.test(text))
    return null;
  const own = TOPICS.find(([, pattern]) => pattern.test(text));
  const asked = requestIn(heard.quote);
  const quoted = asked === null ? undefined : TOPICS.find(([, pattern]) => pattern.test(asked));
  // 412不批: what is granted or not is time, unless something else is said.
  const topic =
    own ?? quoted ?? (/不批|不给批|(?<![一-龥])(?:也|都|一律)?不准(?=$|[,。;!])/.test(text) ? EXTENSION : undefined);
  if (!topic) return null;
  const isAsked = ASKED_FOR.test(text);
  // 谢谢领导批准: thanks are no decision.
  if (speaker === 'unit' && isIdle(text)) return null;
  if (isAsked && speaker === 'unit') return null;
  const open = text.replace(NO_MORE, '');
  const bounded = open.replace(NO_LONGER, '');
  const said = YES.test(bounded) ? bounded : open;
  // 一天可以，两天不行: a limit that no field holds.
  if (/[天日周](?:可以|行|同意)[^。]{0,6}[天日周](?:不|没)/.test(text)) return null;
  if (NO.test(said) || (own === undefined && quoted !== undefined && speaker === 'office' && /^(?:打|退)回/.test(text)))
    return speaker === 'unit' && !mayReject(text, own?.[0]) ? null : `${topic[0]}.reject`;
  const grants = deadline !== null || extendDays !== null;
  if (
    speaker === 'office' &&
    topic[0] === 'extend' &&
    !grants &&
    /不(?:能|得|要|许|可以?|准)?再(?:往后)?[延拖推]/.test(text)
  )
    return `${topic[0]}.reject`;
  if (YES.test(said)) return `${topic[0]}.approve`;
  if (quoted !== undefined && speaker !== 'unit' && GRANTS.test(said)) return `${topic[0]}.approve`;
  // 327延期到28号, said by the office: it sets the time; asked back by needsConfirm.
  return own &&
    speaker === 'office' &&
    topic[0] === 'extend' &&
    grants &&
    !isAsked &&
    !/转|改由|改派|责任单位|时限顺延/.test(text)
    ? 'extend.approve'
    : null;
};

/** 申诉418，不同意这个认定, 不行再延: the unit’s own words; only an outright 驳回 of a request would be the office’s. */
function mayReject(text: string, topic: string | undefined): boolean {
  if (topic === undefined || /不(?:能|行|可以)|不(?:用|想|需要?)?延/.test(text)) return false;
  return topic !== 'appeal' || /(?:驳回|不同意|不予).{0,6}申诉|申诉.{0,4}(?:驳回|不予|不成立)/.test(text);
}
