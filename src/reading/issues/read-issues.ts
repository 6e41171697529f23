/** 登记: a message about problems → one entry per problem, with its place, category, units, deadline (corpus README, `issues`). */
import type { FindCategory } from '../categories.ts';
import { written } from '../fold.ts';
import { NUMERAL, parseNumeral } from '../numerals.ts';
import type { Place } from '../places.ts';
import type { IssueEntry } from '../said.ts';
import { tidyDictation } from '../spoken.ts';
import { defectsIn, type Defect } from './defects.ts';
import { blocksOf, unlabelled } from './form.ts';
import { nearest, ordersIn, type Orders } from './orders.ts';
import { placeOf, quotedPlace, quotedUnits, SAME_UNIT, territoryAt } from './placing.ts';
import type { IssueTools } from './tools.ts';

const URGENT = /尽快|立刻|立即|马上|抓紧|赶紧|速(?:去|来|办|速|处理|整改)|火速|赶快|第一时间|从速|加急|急[!,。]/;
const REPEATED = /第[二三四五六七八九十\d]+次|多次|屡次|反复|又是|老问题|再次|屡禁不止|说过好?几[次遍]/;

/** `said` is folded, the bot's mention taken out; `quote` is the folded text of the message replied to. */
export function readIssues(said: string, sentAt: Date, quote: string | null, tools: IssueTools): readonly IssueEntry[] {
  const { place: labelled, text } = unlabelled(tidyDictation(said));
  const blocks = blocksOf(text.replace(new RegExp(SAME_UNIT, 'g'), ','));
  const stated = ordersIn(text, sentAt, tools);
  const whole = stated.units.length > 0 ? stated : { ...stated, units: quotedUnits(said, quote, tools) };
  const read = blocks.map((block) => ({ orders: ordersIn(block, sentAt, tools), block }));
  const fixed = labelled === null ? null : placeOf(labelled, tools.places);
  let place: Place | null = fixed ?? quotedPlace(said, quote, tools.places);
  const rows: { defect: Defect; at: number }[] = [];
  read.forEach(({ block }, at) => {
    const { defects, place: last } = defectsIn(block, place, fixed !== null, sentAt, tools);
    place = last ?? place;
    // 锦绣花园三区:1.… 2.…: what stands before the list is where, not what.
    const [head] = defects;
    if (
      block.endsWith(':') &&
      defects.length === 1 &&
      head &&
      at < read.length - 1 &&
      tools.findCategory(head.text) === null
    ) {
      if (place !== null && head.text.length <= 8 && fixed === null)
        place = { ...place, text: `${place.text}${head.text}` };
      return;
    }
    for (const defect of defects) {
      rows.push({ defect, at });
      for (const other of defect.alsoAt) rows.push({ defect: { ...defect, place: other, location: other.text }, at });
    }
  });
  // The place may come last; and a territory at the head is a place where nothing else is said.
  const isNowhere = rows.every(({ defect }) => defect.location === null);
  const last: Place | null = place;
  const elsewhere = isNowhere ? (placeText(last) ?? territoryAt(text, tools)) : null;
  return rows.map(({ defect, at }) => {
    const own = nearest(
      read.map(({ orders }) => orders),
      rows.map((row) => row.at),
      at,
    );
    return entryOf(
      { ...defect, location: defect.location ?? elsewhere },
      { orders: own, whole, text, block: blocks[at] ?? '' },
      tools.findCategory,
    );
  });
}

const placeText = (place: Place | null): string | null => place?.text ?? null;

function entryOf(
  defect: Defect,
  from: { orders: Orders; whole: Orders; text: string; block: string },
  findCategory: FindCategory,
): IssueEntry {
  const description = written(defect.text);
  const { orders, whole } = from;
  const deadline = orders.deadline ?? whole.deadline;
  const count = new RegExp(`(${NUMERAL})\\s*(?:多|余)?(?:处|个|台|辆|张|块|棵|盏|家|户|幅|根|堆)`).exec(defect.text);
  return {
    location: defect.location === null ? null : written(defect.location),
    category: findCategory(defect.text, defect.location) ?? 'other',
    description,
    units: orders.units.length > 0 ? orders.units : whole.units,
    coUnits: (orders.units.length > 0 ? orders.coUnits : whole.coUnits).filter((unit) => !orders.units.includes(unit)),
    persons: orders.persons.length > 0 ? orders.persons : whole.persons,
    deadline: deadline?.at ?? null,
    deadlineText: deadline?.text ?? null,
    urgent: deadline === null && URGENT.test(from.text),
    repeated: REPEATED.test(from.text),
    count: count ? parseNumeral(count[1] ?? '') : null,
    site: defect.place?.site?.name ?? null,
  };
}
