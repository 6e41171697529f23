/** What the office decides on requests: 申诉, 延期, 挂账. Whoever says it; the right is looked at later. */
import { type ActRule, isHedged, isQuestion } from './facts.ts';

const ASKS_FOR = /(?:请|望|恳请|恳求|希望|烦请|申请|能否|可否)(?:领导|创城办|贵办|予以|给予|批准|您)*/;
const NO =
  /不(?:予|同意|批准|批|准|支持|认可|采纳|成立|行|能|可以|许|给|允许|通过|过(?=$|[\s,。;!]))|[未没](?:有|予)?(?:通过|批准|同意)|驳回|拒绝|否决|无效|理由不(?:足|充分|成立)|没(?:有)?道理/;
const YES =
  /有(?:道)?理(?!由)|合理|准(?=$|[\s,。;!])|同意|批准|准予|准了|批了|可以|允许|通过|成立|属实|认可|采纳|支持|同步|批复/;

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['appeal', /申诉|异议/],
  [
    'extend',
    /延期|延长|宽限|展期|延时|顺延|推迟|原[时期]限|再给.{1,4}[天日周]|推后|(?:可以|同意|准|批准?|允许|能)延|延(?=[,。;!]|$)|[给批](?:他们|你们)?(?:\d+|[一二两三四五六七八九十])个?[天周]/,
  ],
  ['suspend', /挂账|缓办/],
];

/** The quoted text where it is a request. A 交办 card, too, says how to appeal, in its last line: it asks nobody to decide. */
const requestIn = (quote: string | null): string | null =>
  quote !== null &&
  !/^\s*(?:✅|【(?:[^】]*交办|待核查|反弹重办)】)/u.test(quote) &&
  /申请|申诉|请审批|待审批|待裁定/.test(quote)
    ? quote
    : null;

/** 同意327延期, 驳回418申诉; on a quoted request also 同意 or 驳回 alone. */
export const decides: ActRule = ({ text, issueNos, heard, speaker }) => {
  if (issueNos.length === 0 || isQuestion(text) || isHedged(text)) return null;
  const own = TOPICS.find(([, pattern]) => pattern.test(text));
  const asked = requestIn(heard.quote);
  const quoted = asked === null ? undefined : TOPICS.find(([, pattern]) => pattern.test(asked));
  const topic = own ?? quoted;
  if (!topic) return null;
  // 请批准延期, 申请延期: asked for, not decided.
  const isAsked = new RegExp(`${ASKS_FOR.source}.{0,4}(?:同意|批准|准予|通过|支持|延期|挂账|延长|宽限)`).test(text);
  if (isAsked && speaker === 'unit') return null;
  if (NO.test(text)) {
    // 申诉418，不同意这个认定: the unit's own words.
    if (speaker === 'unit' && !own) return null;
    if (
      speaker === 'unit' &&
      topic[0] === 'appeal' &&
      !/(?:驳回|不同意|不予).{0,6}申诉|申诉.{0,4}(?:驳回|不予|不成立)/.test(text)
    )
      return null;
    if (/不(?:能|行|可以)/.test(text) && speaker === 'unit') return null;
    return `${topic[0]}.reject`;
  }
  if (YES.test(text) && !(topic[0] === 'suspend' && /不可以/.test(text))) return `${topic[0]}.approve`;
  // 327延期到28号, said by the office: it sets the time; asked back by needsConfirm.
  return own &&
    speaker === 'office' &&
    topic[0] === 'extend' &&
    !isAsked &&
    !/转|改由|改派|责任单位|时限顺延/.test(text)
    ? 'extend.approve'
    : null;
};
