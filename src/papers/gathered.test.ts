/** What a paper is drafted from, out of a real database: the span it is held against, and what stood at T. */
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { openSqliteStorage } from '../../storage/database.ts';
import { aCity, anIssue, on, someSettings } from '../domain/testing/sample.ts';
import { gatherSpecialIssue } from './gathered.ts';

let storage: Awaited<ReturnType<typeof openSqliteStorage>>;

beforeEach(async () => {
  storage = await openSqliteStorage(':memory:', () => on('11-22 18:00'));
});
afterEach(() => storage.close());

const gathered = (from: string, to: string, at: string) =>
  gatherSpecialIssue({
    store: storage.store,
    directory: aCity(),
    settings: someSettings(),
    at: on(at),
    kind: 'special',
    period: { from: `2026-${from}`, to: `2026-${to}` },
  });

it.each([
  ['five days of this week', '11-16', '11-20', '11-20 18:00', '上周同期', '11-09', '11-13', '11-13 18:00'],
  ['a Monday', '11-16', '11-16', '11-16 18:00', '上周同期', '11-09', '11-09', '11-09 18:00'],
  ['a whole week on its Sunday', '11-16', '11-22', '11-22 18:00', '上周', '11-09', '11-15', '11-15 18:00'],
  ['a week not over: up to today', '11-16', '11-22', '11-19 10:00', '上周同期', '11-09', '11-12', '11-12 10:00'],
  ['last week, two days later', '11-09', '11-15', '11-17 10:00', '前一周', '11-02', '11-08', '11-10 10:00'],
  ['a day in the week', '11-18', '11-18', '11-18 18:00', '前一天', '11-17', '11-17', '11-17 18:00'],
  ['ten days', '11-06', '11-15', '11-15 18:00', '前10天', '10-27', '11-05', '11-05 18:00'],
])('%s', async (_, from, to, at, name, beforeFrom, beforeTo, beforeAt) => {
  const { question } = await gathered(from, to, at);
  expect([question.beforeName, question.before?.period, question.before?.at]).toEqual([
    name,
    { from: `2026-${beforeFrom}`, to: `2026-${beforeTo}` },
    on(beforeAt),
  ]);
});

test('the span before is taken as it stood then, not as it stands now', async () => {
  const issue = anIssue({ no: 1, dispatchedAt: on('11-09 09:00'), deadline: on('11-10 18:00'), state: 'claimed' });
  const step = { by: '刘志强', groupId: 'city', messageId: null, note: null };
  const kept = await storage.store.issues.create(issue, { ...step, at: on('11-09 09:00'), step: 'log' });
  const closed = { ...kept, state: 'closed' as const, closedAt: on('11-17 09:00') };
  await storage.store.issues.save(kept, closed, { ...step, at: on('11-17 09:00'), step: 'close' });
  const { issues, question } = await gathered('11-16', '11-18', '11-18 18:00');
  expect([question.before?.issues[0]?.state, issues[0]?.state]).toEqual(['claimed', 'closed']);
});
