/** 延期同意，申诉驳回: two requests on one problem, each with its own answer. */
import { beforeEach, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;
const requests = () => here.room.house.storage.store.requests.ofIssue(327);

beforeEach(() => haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }], 327));

test('each request gets the answer that its own clause gives', async () => {
  await says('王磊', '327申请延期到11月28日，原因：需采购盲道砖');
  await says('王磊', '申诉327，原因：不属于我单位管理');
  await says('周敏', '327延期同意，申诉驳回，该路段仍由贵单位管养');
  expect((await requests()).map(({ kind, state }) => [kind, state])).toEqual([
    ['extension', 'approved'],
    ['appeal', 'rejected'],
  ]);
});

test('where one of the two was never asked for, neither is answered', async () => {
  await says('王磊', '327申请延期到11月28日，原因：需采购盲道砖');
  expect(await refusal('周敏', '327延期同意，挂账不同意')).toMatch(/没有待答复的挂账申请[^]*几件事都没有办/);
  expect(await requests()).toMatchObject([{ state: 'pending' }]);
});
