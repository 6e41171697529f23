/** 登记: a message about problems → one entry per problem, with its place, category, units, deadline (corpus README, `issues`). */
import { written } from '../fold.ts';
import type { Deadline } from '../deadlines.ts';
import { NUMERAL, parseNumeral } from '../numerals.ts';
import { withoutOrigin } from '../origins.ts';
import type { Place } from '../place.ts';
import type { IssueEntry } from '../said.ts';
import { tidyDictation } from '../spoken.ts';
import { bind, type OrderGroup } from './binding.ts';
import { sequenceOf, type Sentence } from './clauses.ts';
import { defectsIn, type Defect } from './defects.ts';
import { itemised, sentencesOf, spokenList, unlabelled } from './form.ts';
import { ordersOf } from './naming.ts';
import { placeOf, territoryAt } from './placing.ts';
import { quotedPlace, quotedUnits, SAME_UNIT } from './quoted.ts';
import { withoutSightings } from './sightings.ts';
import { spansOf } from './spans.ts';
import { withoutContacts } from './trimming.ts';
import type { IssueTools } from './tools.ts';

const URGENT = /尽快|立刻|立即|马上|抓紧|赶紧|速(?:去|来|办|速|处理|整改)|火速|赶快|第一时间|从速|加急|急[!,。]/;
const REPEATED =
  /第[二三四五六七八九十\d]+[次回遍]|多次|屡次|反复|又是|老问题|再次|屡禁不止|[好几两三]+[次遍回]|反映过|说过/;

export interface IssuesRead {
  readonly issues: readonly IssueEntry[];
  /** The first of their limits that had passed and was rolled on: it wants a yes. */
  readonly doubtful: Deadline | null;
}

/** `said` is folded, the bot's mention taken out; `quote` is the folded text of the message replied to. */
export function readIssues(
  said: string,
  { sentAt, quote }: { readonly sentAt: Date; readonly quote: string | null },
  tools: IssueTools,
): IssuesRead {
  const { place: labelled, text: plain } = unlabelled(withoutOrigin(withoutContacts(tidyDictation(spokenList(said)))));
  const text = withoutSightings(itemised(plain.replace(new RegExp(SAME_UNIT, 'g'), ',')), sentAt, tools);
  const sentences = sentencesOf(text);
  const spans = spansOf(text, sentAt, tools);
  const scene = {
    sequence: sequenceOf(text, sentences, spans),
    sentences,
    place: labelled === null ? quotedPlace(said, quote, tools.places) : placeOf(labelled, tools.places),
    isFixed: labelled !== null,
  };
  const strict = defectsIn({ ...scene, isStrict: true }, tools);
  const { defects, place } = strict.defects.length > 0 ? strict : defectsIn({ ...scene, isStrict: false }, tools);
  const rows = defects.flatMap((defect) => [
    defect,
    ...defect.alsoAt.map((other) => ({ ...defect, place: other, location: other.text })),
  ]);
  const itemOf = itemNumbers(sentences);
  const items = new Set(rows.map(({ sentence }) => itemOf[sentence] ?? null));
  const sections = sectionNumbers(sentences, new Set(rows.map(({ sentence }) => sentence)));
  const orders = ordersOf(
    text,
    {
      sequence: scene.sequence,
      taken: new Set(rows.map(({ at }) => at)),
      count: sections ? Math.max(...sections) : items.has(null) ? rows.length : items.size,
    },
    spans,
    tools,
  );
  const bound = bind(
    rows.map((row, at) => ({
      ...row,
      item: itemOf[row.sentence] ?? null,
      number: sections?.[row.sentence] ?? (items.has(null) ? null : itemOf[row.sentence]) ?? at + 1,
      isRunOn: isRunOn(text, sentences[row.sentence]),
      category: categoryOf(row, tools),
    })),
    orders,
  );
  const elsewhere = placeElsewhere(rows, place, text, tools);
  const quoted = orders.some(({ units }) => units.length > 0) ? [] : quotedUnits(said, quote, tools);
  const issues = rows.map((defect, at) =>
    entryOf(
      { ...defect, location: defect.location ?? elsewhere },
      { ...(bound[at] ?? { who: null, when: null }), quoted, text },
      tools,
    ),
  );
  const limits = bound.map(({ when }) => when?.deadline ?? null);
  return { issues, doubtful: limits.find((limit) => limit?.doubtful === true) ?? null };
}

const isRunOn = (text: string, sentence: Sentence | undefined): boolean =>
  sentence?.isItem === true && !/[;。!\n]\s*$/.test(text.slice(0, sentence.start - 1));

/** For each sentence its number in the list; null for one that is no item. */
function itemNumbers(sentences: readonly { isItem: boolean }[]): readonly (number | null)[] {
  let number = 0;
  return sentences.map(({ isItem }) => {
    if (isItem) number += 1;
    return isItem ? number : null;
  });
}

/** 一、实验小学北门 1、…2、… 二、步行街 1、…2、…: for each sentence the number of its section; null where there are not two. */
function sectionNumbers(
  sentences: readonly { isItem: boolean }[],
  told: ReadonlySet<number>,
): readonly number[] | null {
  let section = 0;
  const numbers = sentences.map(({ isItem }, at) => {
    if (isItem && !told.has(at) && sentences[at + 1]?.isItem === true) section += 1;
    return section;
  });
  return section > 1 ? numbers : null;
}

/** The place may come last; and a territory at the head is a place where nothing else is said. */
function placeElsewhere(rows: readonly Defect[], last: Place | null, text: string, tools: IssueTools): string | null {
  if (rows.some(({ location }) => location !== null)) return null;
  return last?.text ?? territoryAt(text, tools);
}

/** What it is about is told first; what comes of it (垃圾撒一地) may weigh more, but never a word in passing. */
function categoryOf({ lead, text, location }: Defect, { findCategory }: IssueTools): string | null {
  const [first, whole] = [findCategory(lead, location), findCategory(text, location)];
  // 垃圾桶倒了，垃圾撒一地.
  const isSpilt = first === 'facility' && whole === 'sanitation' && /[桶箱]/.test(lead);
  return (isSpilt ? whole : first) ?? whole;
}

/** 街道, 镇里: the one whose territory the site is, or whose name the place begins with. */
function streetOf({ place }: Defect, streetNames: ReadonlySet<string>): readonly string[] {
  const territory =
    place?.site?.territory ?? [...streetNames].find((name) => place?.text.startsWith(name) === true) ?? null;
  return territory !== null && streetNames.has(territory) ? [territory] : [];
}

function entryOf(
  defect: Defect,
  from: { who: OrderGroup | null; when: OrderGroup | null; quoted: readonly string[]; text: string },
  tools: IssueTools,
): IssueEntry {
  const { who, when, quoted, text } = from;
  const deadline = when?.deadline ?? null;
  const street = who?.asksStreet === true ? streetOf(defect, tools.streetNames) : [];
  const named = who === null ? quoted : [...new Set([...who.units, ...street])];
  // Only helpers named: then they are the ones who answer.
  const units = named.length > 0 ? named : (who?.coUnits ?? []);
  // 三四盏 is no number.
  const count = new RegExp(
    `(?<!${NUMERAL})(?![一二三四五六七八九两]{2})(${NUMERAL})\\s*(?:多|余)?(?:处|个|台|辆|张|块|棵|盏|家|户|幅|根|堆)`,
  ).exec(defect.text);
  return {
    location: defect.location === null ? null : written(defect.location),
    category: categoryOf(defect, tools) ?? tools.guessCategory(defect.lead) ?? 'other',
    description: written(defect.text),
    units,
    coUnits: (who?.coUnits ?? []).filter((unit) => !units.includes(unit)),
    persons: who?.persons ?? [],
    deadline: deadline?.at ?? null,
    deadlineText: deadline?.text ?? null,
    urgent: deadline === null && URGENT.test(text),
    repeated: REPEATED.test(text),
    count: count ? parseNumeral(count[1] ?? '') : null,
    site: defect.place?.site?.name ?? null,
  };
}
