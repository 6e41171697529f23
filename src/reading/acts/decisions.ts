/** What the office decides on requests: 申诉, 延期, 挂账. Whoever says it; the right is looked at later. */
import { NO_LONGER } from '../extend-days.ts';
import { NO, type RequestTopic, rulingsIn, SHORT_YES, withoutAdvice, withoutNoMore, YES } from '../rulings.ts';
import { type ActRule, isHedged, isIdle, isQuestion } from './facts.ts';

/** 请批准, 麻烦领导批一下, 申请延期: asked for, not decided. */
const ASKED_FOR =
  /(?:请|望|恳[请求]|希望|劳?烦|麻烦|申请|能[否不]|可否|求)[^,。;]{0,10}?(?:同意|批|准予|通过|支持|延|挂账|宽限)/;
/** Said in answer to a request, these alone are a yes. */
const GRANTS =
  /^(?:[嗯好]?(?:的|吧)?[,\s]*(?:行(?:吧|啊)?(?=$|[,。!])|没(?:有)?(?:意见|问题))|按(?!期|时|原|规)|就(?:按|这样|给|\d|[一二两三四五六七八九十])|(?:只|就|最多|顶多|可以)*(?:(?:给|批|宽限|延)|(?<=最多|顶多|只)(?=到))(?:他们|你们)?(?:到|至)?(?:\d|[一二两三四五六七八九十下周月本]|最))/i;
const LATER =
  /(?:得|要|需要?|由|等|找|归)[^,。;]{0,4}(?:主任|领导|书记|局长|市长|创城办|办公室)[^,。;]{0,4}(?:批|定|同意|签|点头)|(?:主任|领导|书记|局长)(?:来)?定(?:$|[,。!])|问问|问(?:一?下|清)|先放|放一?放|(?<!经[^,。;]{0,4})研究(?!决定|后)|商量|核实一?下|等.{0,8}[再定]|再[定议]|口子|先例|缓批|待批|先(?:别|不)(?:急着)?批|暂时?不批/;

/** 批还是不批, 部分成立: not decided, or not as a whole. */
const OPEN = /(同意|批|准|行|可以|通过|给)还是不|部分(?:成立|同意|支持|采纳)/;
/** 366延期同意，其余的不同意: the others are not named. */
const THE_REST = /其[余他它]|别的|剩下|另外(?:几|两|的)/;

const TOPICS: readonly (readonly [RequestTopic, RegExp])[] = [
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

/** What the quoted card asks to be decided. */
export function requestAsked(quote: string | null): RequestTopic | undefined {
  const asked = requestIn(quote);
  return asked === null ? undefined : TOPICS.find(([, pattern]) => pattern.test(asked))?.[0];
}

/** 想延期？不行: asked only to say no. */
const isRefusedBehind = (text: string): boolean =>
  /[?]\s*(?:[^?]{0,2})(?:不行|不批|不准|不同意|没门|驳回|免谈)(?=[,。!;]|$)[^?]*$/.test(text);

/** 同意327延期, 驳回418申诉; on a quoted request also 同意 or 驳回 alone. */
export const decides: ActRule = ({ text, issueNos, heard, speaker, deadline, extendDays, units, hasOwnNumbers }) => {
  const asked = requestAsked(heard.quote);
  const rulings = rulingsIn(text, hasOwnNumbers ? undefined : asked);
  // 延期同意，挂账不同意 is two orders, which the reader cuts apart; one of them alone is not what was said.
  if (issueNos.length === 0 || rulings === null || rulings.length > 1 || isDivided(issueNos, text)) return null;
  const [ruling] = rulings;
  // 申诉先放一放，延期批3天: put off is the other.
  const body = ruling?.text ?? text;
  if ((isQuestion(text) && !isRefusedBehind(text)) || isHedged(body) || LATER.test(body) || OPEN.test(body))
    return null;
  const own = TOPICS.find(([id, pattern]) => (ruling === undefined ? pattern.test(text) : id === ruling.topic));
  const quoted = TOPICS.find(([id]) => id === asked);
  // 不行，转给住建局, under a request for time: it goes to another.
  const goesOn = units.length > 0 && /转(?!告|达|发)|改派|移交|划给/.test(text);
  if (own === undefined && asked !== 'appeal' && goesOn) return null;
  // 412不批: what is granted or not is time, unless something else is said.
  const isTime =
    /不批|不给批|(?<![一-龥])(?:也|都|一律)?不准(?=$|[,。;!])/.test(text) ||
    // 381准了，就按12月3日
    (speaker === 'office' && deadline !== null && /(?<![一-龥])(?:都|就)?(?:准|批)了(?=$|[,。;!\s])/.test(text));
  const topic = own ?? quoted ?? (isTime ? EXTENSION : undefined);
  if (!topic) return null;
  const isAsked = ASKED_FOR.test(text);
  // 谢谢领导批准: thanks are no decision.
  if (speaker === 'unit' && isIdle(text)) return null;
  if (isAsked && speaker === 'unit') return null;
  const open = withoutAdvice(withoutNoMore(body));
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
  if (YES.test(said) || (speaker !== 'unit' && SHORT_YES.test(said))) return `${topic[0]}.approve`;
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

/** 301同意，302不同意: not the same said of all the numbers, or of those that are not named. */
function isDivided(issueNos: readonly number[], text: string): boolean {
  if (THE_REST.test(text)) return NO.test(text) && YES.test(text.replace(new RegExp(NO, 'g'), ''));
  if (issueNos.length < 2) return false;
  const numbered = text.split(/[,。;!\s]/).filter((clause) => /\d/.test(clause));
  const refused = numbered.filter((clause) => NO.test(clause));
  return refused.length > 0 && numbered.some((clause) => !refused.includes(clause) && YES.test(clause));
}

/** 申诉418，不同意这个认定, 不行再延: the unit’s own words; only an outright 驳回 of a request would be the office’s. */
function mayReject(text: string, topic: string | undefined): boolean {
  if (topic === undefined || /算了|免了|不(?:能|行|可以)|不(?:用|想|需要?)?延/.test(text)) return false;
  return topic !== 'appeal' || /(?:驳回|不同意|不予).{0,6}申诉|申诉.{0,4}(?:驳回|不予|不成立)/.test(text);
}
