/** A span of numbers that is too long is refused, and its two ends are left alone. */
import { expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';

const here = inRoom();

test.each(['确认1至260', '1到260核查通过', '撤销1~260，原因：重复登记'])('%s', async (text) => {
  const drafts = Array.from({ length: 260 }, () => ({ state: 'draft' as const, dispatchedAt: null }));
  await haveIssues(here.room, drafts, 1);
  expect(await here.refusal('周敏', text)).toContain('一次最多办200件，“1至260”没有办理。请分几次说，第一次写“1至200”');
});

test('as many as one order takes are taken', async () => {
  const drafts = Array.from({ length: 200 }, () => ({ state: 'draft' as const, dispatchedAt: null }));
  await haveIssues(here.room, drafts, 1);
  await here.says('周敏', '确认1至200', { group: null });
  expect((await here.room.issues()).every(({ state }) => state === 'dispatched')).toBe(true);
});
