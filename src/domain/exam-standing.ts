/** 更正与撤销 of examination scores: the journal keeps every entry, and what stands is worked out from it (domain §11). */
import type { Person } from './directory.ts';
import type { ExamScore } from './exam.ts';
import { hasRole } from './city.ts';
import { Refusal } from './refusal.ts';
import { dayOf, dayText } from './shanghai.ts';

/** What a person names when he corrects or withdraws an entry; null: not said. */
export interface ExamName {
  readonly kind: ExamScore['kind'] | null;
  readonly place: string;
  readonly indicator: string | null;
  readonly on: string | null;
}

/** What stands of the entries, oldest first: replaced ones are left out, and a correction stands in the day of what it replaces. */
export function standingScores(scores: readonly ExamScore[]): readonly ExamScore[] {
  let standing: readonly ExamScore[] = [];
  for (const score of scores) {
    const replaced = standing.find((one) => isReplaced(one, score));
    standing = [
      ...standing.filter((one) => one !== replaced),
      ...(score.withdrawn === true ? [] : [replaced === undefined ? score : { ...score, at: replaced.at }]),
    ];
  }
  return standing;
}

const isReplaced = (one: ExamScore, by: ExamScore): boolean =>
  by.replaces !== undefined && one.at.toISOString() === by.replaces && one.place === by.place && one.kind === by.kind;

/** The newest entry that is meant. Throws Refusal `exam.none`. */
export function scoreNamed(standing: readonly ExamScore[], name: ExamName): ExamScore {
  const { kind, place, indicator, on } = name;
  const found = standing.findLast(
    (score) =>
      score.place === place &&
      (kind === null || score.kind === kind) &&
      (indicator === null || score.indicator === indicator) &&
      (on === null || dayOf(score.at) === on),
  );
  if (found) return found;
  const when = on === null ? '' : `${dayText(on)}的`;
  throw new Refusal('exam.none', `没有${place}${when}测评得分登记，没有作任何改动。可回复“各点位得分率”看已登记的。`);
}

/** One's own, or as the office. Throws Refusal `right`. */
export function requireAuthor(score: ExamScore, by: Person): void {
  if (score.by === by.name || hasRole(by, 'officeLead', 'officeStaff')) return;
  throw new Refusal('right', `这条测评得分由${score.by}登记，请由本人或创城办更正、撤销。没有作任何改动。`);
}
