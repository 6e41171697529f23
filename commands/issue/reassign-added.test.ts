/** 加上: another unit answers beside those that have the problem; 去掉 takes nothing off by itself. */
import { beforeEach, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const units = ['市城管局', '市环卫中心'];

beforeEach(() =>
  haveIssues(
    here.room,
    [
      { dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') },
      { dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00'), units, coUnits: ['市住建局'] },
    ],
    327,
  ),
);

test.each(['327责任单位加上环卫', '327加上环卫中心', '327再加上环卫中心'])('%s', async (text) => {
  await here.says('周敏', text);
  expect((await here.room.issue(327)).units).toEqual(units);
});

test.each([
  ['328转环卫', ['市环卫中心']],
  ['328责任单位改成环卫中心', ['市环卫中心']],
])('%s stays a transfer', async (text, after) => {
  await here.says('周敏', text);
  expect((await here.room.issue(328)).units).toEqual(after);
});

test.each(['328协办去掉住建局', '328去掉住建', '328只要城管，环卫中心去掉', '328把环卫中心拿掉'])(
  '%s withdraws nothing',
  async (text) => {
    const before = await here.holding();
    await here.says('周敏', text);
    expect(await here.holding()).toBe(before);
    expect((await here.room.issue(328)).state).toBe('dispatched');
  },
);

test('the answer to 去掉 a unit says what can be done', async () => {
  expect((await here.says('周敏', '328只要城管，环卫中心去掉')).text).toContain(
    '#328没有单独去掉责任单位的办法。要换责任单位，请创城办回复“328转给…”，写上留下的和新的全部单位。',
  );
});

test('老大难去掉 takes the mark off', async () => {
  await here.says('周敏', '327列为老大难');
  expect((await here.says('周敏', '327老大难去掉')).text).not.toContain('撤销');
  expect(await here.room.issue(327)).toMatchObject({ state: 'dispatched', chronic: false });
});
