/** Problems in a room's database without the talk that made them: for questions about figures. */
import { anIssue, on } from '../domain/testing/sample.ts';
import type { Issue } from '../domain/issue.ts';
import type { Room } from './room.ts';

/** Reported and closed in time, a week before `WEDNESDAY_10`. */
export const CLOSED = {
  state: 'closed',
  owner: '王磊',
  dispatchedAt: on('11-10 09:00'),
  deadline: on('11-12 18:00'),
  reportedAt: on('11-11 09:00'),
  reportedBy: '王磊',
  closedAt: on('11-11 15:00'),
  closedBy: '刘志强',
} as const;

/** Puts problems on record as they stand; each names only what matters. Numbers follow one another from `from` (301). */
export async function haveIssues(room: Room, issues: readonly Partial<Omit<Issue, 'no'>>[], from = 301): Promise<void> {
  await room.house.storage.transaction(async (store) => {
    await store.counters.raise('issue', from - 1);
    for (const some of issues) {
      const issue = anIssue(some);
      const record = { at: issue.loggedAt, step: 'log' as const, by: issue.loggedBy, groupId: 'city', messageId: null };
      await store.issues.create(issue, { ...record, note: null });
    }
  });
}
