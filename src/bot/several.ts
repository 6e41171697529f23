/** 几件一起办: all of the numbers or none, and told which could not be done and why. */
import type { Issue } from '../domain/issue.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Store } from '../../storage/store.ts';

export interface Stepped<T> {
  readonly issue: Issue;
  readonly done: T;
}

/**
 * Applies a step to each of the problems. Nothing may be written before this has returned. Throws Refusal: `issue.no` without numbers,
 * `issue.unknown`, or what the step refuses; where one of several is refused, one Refusal that names them all.
 */
export async function stepEach<T>(
  store: Pick<Store, 'issues'>,
  nos: readonly number[],
  step: (issue: Issue) => T,
): Promise<Stepped<T>[]> {
  if (nos.length === 0) throw new Refusal('issue.no', '没有看出是哪一件，请写明编号，例如：327。');
  const found = new Map((await store.issues.list({ nos })).map((issue) => [issue.no, issue]));
  const done: Stepped<T>[] = [];
  const refused: Refusal[] = [];
  for (const no of new Set(nos)) {
    try {
      const issue = found.get(no);
      if (!issue) throw new Refusal('issue.unknown', `没有#${no}这个问题，请核对编号。`);
      done.push({ issue, done: step(issue) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error);
    }
  }
  if (refused.length > 0) throw together(refused, done.length);
  return done;
}

function together(refused: readonly Refusal[], doable: number): Refusal {
  const [first] = refused;
  if (first && refused.length === 1 && doable === 0) return first;
  const sentences = refused.map(({ message }) => message).join('\n');
  const rest = doable === 0 ? '' : `其余${doable}件可以办，请去掉上面的再发一次。`;
  return new Refusal(first?.code ?? 'issue.unknown', `${sentences}\n没有作任何改动。${rest}`);
}

/** `#301、#302`. */
export const nosText = (issues: readonly Pick<Issue, 'no'>[]): string => issues.map(({ no }) => `#${no}`).join('、');

/** `301、302`, as people type it. */
export const typedNos = (issues: readonly Pick<Issue, 'no'>[]): string => issues.map(({ no }) => no).join('、');
