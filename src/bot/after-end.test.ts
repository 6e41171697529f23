/** After the end date what only tells goes on, whatever writes does not: each command is one or the other. */
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { defaultSettings } from '../../config/settings.ts';
import { refuseAfterEnd } from './after-end.ts';

const settings = { ...defaultSettings(), campaign: { ...defaultSettings().campaign, to: '2026-11-20' } };
const AFTER = new Date('2026-11-22T10:00:00+08:00');

const TELL = [
  'citizen.query duty.query exam.query export.ledger group.rollcall group.selfReport help import.show info.query',
  'inspection.show issue.show material.query outreach.query paper.list paper.show query.due query.list query.overdue',
  'query.ranking query.rate query.recheck query.score query.standard query.stats query.todo query.who report.make',
  'report.show task.query',
].flatMap((line) => line.split(' '));

const isRefused = (id: string): boolean => {
  try {
    refuseAfterEnd({ id }, AFTER, settings);
    return false;
  } catch {
    return true;
  }
};

test('the table and nothing else', () => {
  expect(
    commands
      .map(({ id }) => id)
      .filter((id) => !isRefused(id))
      .toSorted(),
  ).toEqual(TELL.toSorted());
});

test('before the end nothing is refused', () => {
  expect(() => refuseAfterEnd({ id: 'issue.log' }, new Date('2026-11-20T10:00:00+08:00'), settings)).not.toThrow();
});
