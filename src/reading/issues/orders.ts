/** 谁办、何时: units, persons and deadline of a stretch of a message about problems. */
import { deadlineIn, type Deadline } from '../deadlines.ts';
import { stripLead } from '../spoken.ts';
import { partsOf, type UnitMention } from '../units.ts';
import type { IssueTools } from './tools.ts';

export interface Orders {
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  readonly persons: readonly string[];
  readonly deadline: Deadline | null;
}

/** Units, persons and deadline of a stretch of text; unit names inside places are not units. */
export function ordersIn(text: string, sentAt: Date, tools: IssueTools): Orders {
  const mentions = unitMentions(text, tools);
  const parts = partsOf(text, mentions);
  const people = tools.findPeople(text).map(({ person }) => person);
  const fromPeople = people.flatMap(({ unit }) => (unit !== null && tools.unitNames.has(unit) ? [unit] : []));
  const units = [...new Set([...parts.lead, ...fromPeople.filter((unit) => !parts.co.includes(unit))])];
  return {
    // Only helpers named: then they are the ones who answer.
    units: units.length > 0 ? units : parts.co,
    coUnits: units.length > 0 ? parts.co : [],
    persons: [...new Set(people.map(({ name }) => name))],
    deadline: deadlineIn(text, tools.findDates(text, sentAt), sentAt, tools.deadlineRules),
  };
}

export function unitMentions(text: string, tools: IssueTools): readonly UnitMention[] {
  const spans = placeSpans(text, tools);
  return tools.findUnits(text, spans);
}

/** Places at the heads of clauses, where a unit's name may be part of a place's. */
function placeSpans(text: string, { places, findCategory }: IssueTools): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = places
    .sitesIn(text)
    // 政务中心 at the end of the message is the unit of that name.
    .filter(({ start, end }) => !(start > 0 && isUnitThere(text, end) && /(?:中心|大厅)$/.test(text.slice(start, end))))
    .filter(({ end }) => !/^(?:窗口)?(?:负责|牵头|配合|整改|处理|抓紧|尽快)/.test(text.slice(end)));
  let from = 0;
  for (const clause of text.split(/(?<=[,;。!\n:\s])/)) {
    const lead = clause.length - stripLead(clause).length;
    const place = places.first(clause.slice(lead));
    // 翠竹社区解释下: a territory alone, after a place was named, with nothing that is wrong there.
    const isTold =
      spans.length > 0 &&
      place !== null &&
      /(?:镇|街道|社区|乡)$/.test(place.text) &&
      findCategory(clause.slice(lead + place.end)) === null;
    if (place && place.start <= 1 && !isTold && !isUnitThere(clause, lead + place.end)) {
      spans.push({ start: from + lead + place.start, end: from + lead + place.end });
    }
    from += clause.length;
  }
  return spans;
}

/** 庙岭镇12月10日前拆除, 东湖街道处理: a territory that is told to do something is a unit, not a place. */
const isUnitThere = (clause: string, end: number): boolean =>
  /(?:镇|街道|社区|乡|村|中心|大厅|政府)$/.test(clause.slice(0, end)) &&
  /^\s*(?:$|[,、。;!]|\d|请|抓紧|尽快|马上|立即|负责|牵头|配合|处理|整改|今|明|后天|本?周|下周|这周|月底|限|于|务必|督促|督办|核实|安排|协调|组织|派|和|与|及|跟|同|会同|联合|连同|先|得|需|应|要|打捞|清|拆|修|补|铲|说明|去|来|一周|[一二三四五两]日|[一二三四五两]天|国检|省检)/.test(
    clause.slice(end),
  );

/** A block without orders of its own takes those of the next block that has them, then of the last one before. */
export function nearest(orders: readonly Orders[], withDefects: readonly number[], at: number): Orders {
  const has = (index: number): boolean => (orders[index]?.units.length ?? 0) > 0;
  const own = orders[at];
  const order = [at, ...orders.keys()].filter((index) => index >= at);
  const before = [...orders.keys()].filter((index) => index < at).toReversed();
  const chosen = orders[[...order, ...before].find(has) ?? at];
  const limits = [...order, ...before].map((index) => orders[index]?.deadline ?? null);
  // Where each block has its own orders, one block's deadline is not another's.
  const isEach = withDefects.every(has) && withDefects.length > 1;
  const deadline = isEach
    ? (own?.deadline ?? limits.find((limit) => limit !== null) ?? null)
    : (limits.find((limit) => limit !== null) ?? null);
  return { units: chosen?.units ?? [], coUnits: chosen?.coUnits ?? [], persons: chosen?.persons ?? [], deadline };
}
