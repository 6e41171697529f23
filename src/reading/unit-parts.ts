/** 单位的角色: who is to act, who helps, from whom it is taken, and who is named only to be left out. */
import { isLetOff } from './let-off.ts';
import type { UnitMention } from './units.ts';

export interface UnitParts {
  /** 责任单位 in the order of the text. */
  readonly lead: readonly string[];
  /** 协办, 配合. */
  readonly co: readonly string[];
  /** 从…转: who had it until now. */
  readonly from: readonly string[];
}

const CO_BEFORE =
  /(?:协办单位|配合单位|协办|(?<![不未没肯])配合|协助单位|协同单位|会同|联合)(?:再?加(?:上|个|一[个家])?|再?增加(?:一[个家])?|[换改调](?:成|为|到|给)?|为|是|[:,])?\s*$/;
const CO_AFTER =
  /^\s*\(?(?:等)?(?:做好|改?[为做成当]|作为)?(?:配合|协办|协助|协同|搭(?:把|个)?手|帮(?:忙|衬|把手|着)|打下手|打配合)/;
const LEAD_AFTER = /^\s*\(?(?:牵头|主责|负责|主办|为主)/;
/** 自来水公司说不归他们, 不归环卫: named, but not to act. */
const DENIED_AFTER =
  /^的?(?:也|都)?(?:搞|分|弄|说)不清|^\s*(?:那边|的人|的)?(?:也)?(?:(?:说|讲)(?!明|清|一|下|声)|称|表示|推说|回复说|来过|不管(?!的))/;
/** 环卫中心的车停的, 城管的司机乱扔烟头: whose it is, not who is to act. 环卫的车快来拉走 is an order. */
const OWNED =
  /^的[一-龥]{0,4}?(?:车(?![道位棚库站间场])[子辆]?(?![^,。;]{0,3}(?:[来去拉拖运]|马上|尽快|赶紧))|(?:司机|员工|职工|工人|人)(?:自己|在|又|也|都|把[^,。;]{1,10}(?:倒|扔|丢|堆|停)|乱|随地|停|倒(?=[,。的在了])|扔|抽烟))/;
/** `after`: what follows the name of a unit. */
export const isOwner = (after: string): boolean => OWNED.test(after);
const DENIED_BEFORE =
  /(?:除了?|除开|不含|不包括|不归|不属于?|不是|并非|不该由?|不应由?|(?:不该|不应该?|不能|别)(?:派|转|交|让|归)?给?)\s*$/;
const JOINT = /^\s*(?:[+、/和与及跟同&]|以及|还是|还有|会同|连同)\s*$|^$/;
const FROM_BEFORE = /(?:从|由原?|原|把|责任单位(?:是|为|由)?)\s*$/;
/** 原单位环卫中心，调整为…; 原来派给环卫了. */
const ORIGINAL = /原(?:责任|主责|承办|牵头)?单位(?:是|为|:)?\s*$|原(?:来|先|本)(?:是|派|交|转)?(?:给)?\s*$/;
const FROM_AFTER = /^\s*(?:那边|那里|手里|名下)?\s*(?:转|改|调|移|划|换)/;

/** 住建局配合; 牵头市监局 配合教育局 tells of the next one. */
function helpsItself(after: string, text: string, mentions: readonly UnitMention[]): boolean {
  const match = CO_AFTER.exec(after);
  const end = text.length - after.length + (match?.[0].length ?? 0);
  return match !== null && !mentions.some(({ start }) => start === end);
}

/** Sorts the mentions into parts; a list joined by 、 shares what is said at its end or before its start. */
export function partsOf(text: string, mentions: readonly UnitMention[]): UnitParts {
  const runs: UnitMention[][] = [];
  for (const mention of mentions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && JOINT.test(text.slice(last.end, mention.start))) run.push(mention);
    else runs.push([mention]);
  }
  const denied = new Set<string>();
  const parts = { lead: new Set<string>(), co: new Set<string>(), from: new Set<string>() };
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const [before, after] = [text.slice(0, first.start), text.slice(last.end)];
    const isCo = (CO_BEFORE.test(before) && !LEAD_AFTER.test(after)) || helpsItself(after, text, mentions);
    const isFrom =
      !isCo && ((FROM_BEFORE.test(before) && FROM_AFTER.test(after)) || (ORIGINAL.test(before) && runs.length > 1));
    if (
      DENIED_AFTER.test(after) ||
      isOwner(after) ||
      DENIED_BEFORE.test(before) ||
      isLetOff(text, { start: first.start, end: last.end })
    ) {
      for (const { units } of run) for (const unit of units) denied.add(unit);
      continue;
    }
    const part = isFrom ? parts.from : isCo ? parts.co : parts.lead;
    for (const { units } of run) for (const unit of units) part.add(unit);
  }
  // 各街道…，责任单位东湖街道、河西街道: the list says which of them.
  const listed = runs.find(
    ([first]) => first && !first.isGroup && /(?:责任|承办|牵头|主责)单位[:是为]*\s*$/.test(text.slice(0, first.start)),
  );
  if (listed && runs.some((run) => run.some(({ isGroup }) => isGroup))) {
    for (const unit of runs
      .filter((run) => run.every(({ isGroup }) => isGroup))
      .flatMap((run) => run.flatMap(({ units }) => units)))
      if (!listed.some(({ units }) => units.includes(unit))) parts.lead.delete(unit);
  }
  // 三大运营商除了移动: the others of them.
  if (runs.some((run) => run.some(({ isGroup }) => isGroup)))
    for (const unit of denied) {
      parts.lead.delete(unit);
      parts.co.delete(unit);
    }
  return {
    lead: [...parts.lead].filter((unit) => !parts.from.has(unit)),
    co: [...parts.co].filter((unit) => !parts.lead.has(unit)),
    from: [...parts.from],
  };
}
