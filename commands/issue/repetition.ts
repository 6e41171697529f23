import { repetitionsOf } from '../../src/domain/routing.ts';
import { addDays, dayOf, dayText, startOfDay } from '../../src/domain/shanghai.ts';
import { STATE_NAMES } from '../../src/domain/steps/state.ts';
import type { IssueEntry } from '../../src/reading/said.ts';
import type { Context } from './log-question.ts';

/** Closed within the window, it may have been dispatched this much earlier. */
const LONGEST_LIFE_DAYS = 90;

/** What is said of a new problem once it has its number. */
export type Remark = (no: number) => string;

/** 重复问题 pointed out in one line (domain §4 rebound); null where there is none. To be asked before any of the message is logged. */
export async function repetitionLine(entry: IssueEntry, { store, settings, at }: Context): Promise<Remark | null> {
  const { withinDays } = settings.rebound;
  const category = entry.category ?? 'other';
  const since = startOfDay(addDays(dayOf(at), -withinDays - LONGEST_LIFE_DAYS));
  const issues = await store.issues.list({ categories: [category], dispatchedFrom: since });
  const problem = { location: entry.location ?? '', site: entry.site, category };
  const { open, closed, earlier } = repetitionsOf(problem, issues, { at, withinDays });
  if (open !== null) {
    const state = STATE_NAMES[open.state];
    return (no) => `#${no}与#${open.no}（${state}）地点、类别相同；如是同一件，请回复“撤销${no}，原因：重复登记”。`;
  }
  if (closed === null || closed.closedAt === null) return null;
  const day = dayText(dayOf(closed.closedAt));
  const count = earlier.length + 1;
  return (no) => `#${no}：同一处同类问题${withinDays}天内第${count}次，上次销号${day}（#${closed.no}）。`;
}
