/** What a 日通报 is made from, whether it goes out, is shown in chat or printed: the problems at T, and who has been reminded of them. */
import { contactsOf } from '../domain/addressees.ts';
import type { Directory } from '../domain/city.ts';
import type { Issue } from '../domain/issue.ts';
import { dueOn } from '../domain/lists.ts';
import { addDays, dayOf } from '../domain/shanghai.ts';
import type { Store } from '../../storage/store.ts';

export interface DailyGround {
  readonly issues: readonly Issue[];
  /** Numbers of problems due tomorrow whose units' contacts have all been reminded one-to-one on T's day. */
  readonly reminded: ReadonlySet<number>;
}

export async function gatherDaily({
  store,
  directory,
  at,
}: {
  readonly store: Pick<Store, 'issues' | 'jobRuns'>;
  readonly directory: Directory;
  /** T. */
  readonly at: Date;
}): Promise<DailyGround> {
  const issues = await store.issues.listAsOf(at, {});
  const tomorrow = addDays(dayOf(at), 1);
  const marksOf = ({ units, no }: Issue): readonly string[] =>
    units.flatMap((unit) => contactsOf(unit, directory)).map((person) => toldMark(person, no, dayOf(at)));
  const due = dueOn(issues, at, { from: tomorrow, to: tomorrow });
  const written = await store.jobRuns.known(due.flatMap(marksOf));
  const isTold = (issue: Issue): boolean =>
    marksOf(issue).length > 0 && marksOf(issue).every((one) => written.has(one));
  return { issues, reminded: new Set(due.filter(isTold).map(({ no }) => no)) };
}

/** By this the reminders write down that a person has been told of a problem on a day. */
export const toldMark = (person: string, no: number, day: string): string => `reminded:${person}:${no}:${day}`;
