/** 不用管、知悉: units that are named so that they know of it, are let off, or had it before. None of them is to act. */

interface Span {
  readonly start: number;
  readonly end: number;
}

const NOT_NEEDED =
  '(?:不用|不必|不需要?|无需|用不着|不要|不再|甭|(?<![分个特区差级类])别)(?:再)?(?:由|让|请|叫|派|转|交|归|劳烦|麻烦)?给?';
const COPIED = '(?:抄[送报告]|知会|同时告知)(?:给|到|:)?';
/** 之前交给城管局没改; but 之前交给城管局的 goes on to name the thing. */
const HAD_BEFORE =
  '(?:之前|以前|先前|原先|早先|上次|上回|当初|曾经?)(?:已经?|就|是|也|曾|都)?(?:交办?|派|转办?|给|分|安排|找|让|请|叫)(?:给|到|过|了)*';
const BEFORE = new RegExp(`(?:${NOT_NEEDED}|${COPIED}|${HAD_BEFORE})\\s*$`);
const ACTS = '(?:管|办(?!理?完)|处理|负责|参与|参加|跟进?|过?来|过?去|动|出(?:面|人|手)|配合|协办|牵头|整改|承担|介入)';
const AFTER = new RegExp(
  `^(?:那边|的人)?\\s*(?:(?:就|也|都|暂时?|这次)*(?:不用|不必|不需要?|无需|用不着|不要|不再|甭|(?<![分个特区差级类])别)(?:再)?${ACTS}|(?:就|先|已)?退出|(?:也)?(?:知悉|知晓|知道|了解|阅知|周知)(?:一下|即可|就行|就好)?(?=$|[,。;!)]))`,
);

/** Named, but not to act. */
export const isLetOff = (text: string, { start, end }: Span): boolean =>
  BEFORE.test(text.slice(0, start)) || AFTER.test(text.slice(end));

/** The text without what lets units off: 垃圾满溢，不用城管局管，请环卫中心清 → 垃圾满溢，请环卫中心清. */
export function withoutLetOff(text: string, mentions: readonly Span[]): string {
  let rest = text;
  for (const mention of mentions.toReversed()) {
    if (!isLetOff(text, mention)) continue;
    const head = rest.slice(0, mention.start);
    const from = head.search(BEFORE);
    const start = from >= 0 ? from : head.replace(/(?:并?请|由|让)$/, '').length;
    const length = /^[^,。;!\n]*?(?=[,。;!\n]|请|由|让|$)/.exec(rest.slice(mention.end))?.[0].length ?? 0;
    rest = `${rest.slice(0, start)}${rest.slice(mention.end + length)}`;
  }
  return rest === text ? text : rest.replace(/,(?=[,。;!])|^[,。;!\s]+/g, '');
}
