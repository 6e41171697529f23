/** The clock's slot decides what is due; what a job does is on record at the time it was done, never before the fact that it follows from. */
import { describe, expect, test } from 'vitest';
import { on } from '../domain/testing/sample.ts';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const store = () => here.room.house.storage.store;
/** The minute the clock stands at, without what lies on the way. */
const minute = async (to: string): Promise<void> => {
  await here.room.clock(`2026-11-18T${to}:00+08:00`);
  await here.room.house.runDue();
};

describe('between two slots', () => {
  test('a message is closed after its problem, not before', async () => {
    await here.says('路人甲', '翠竹园小区门口天天有人占道卖菜，能管管吗', { group: null });
    await here.says('周敏', '确认1，责任单位市城管局');
    await here.says('王磊', '认领1');
    await minute('16:37');
    await here.says('王磊', '1已整改到位', { images: 1 });
    await here.says('赵雪', '1核查通过');
    await minute('16:38');
    const message = await store().citizens.find(1);
    expect(message).toMatchObject({ state: 'closed', closedAt: on('11-18 16:38'), answeredAt: on('11-18 16:38') });
    const times = (await store().citizens.recordsOf(1)).map(({ step, at }) => [step, at]);
    expect(times.at(-1)).toEqual(['close', on('11-18 16:38')]);
  });
});

describe('between two slots, after a stop', () => {
  const started = inRoom({ at: '2026-11-18T16:33:00+08:00' });

  test('a red light and its snapshot stand after the step before', async () => {
    await haveIssues(started.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-18 16:29') }]);
    await started.says('王磊', '认领301');
    await started.room.house.runDue();
    const { records, issues } = started.room.house.storage.store;
    expect((await records.ofIssue(301)).map(({ step, at }) => [step, at])).toEqual([
      ['log', on('11-18 09:00')],
      ['claim', on('11-18 16:33')],
      ['escalate', on('11-18 16:33')],
    ]);
    const [asOf] = await issues.listAsOf(on('11-18 16:32'), {});
    expect(asOf?.state).toBe('dispatched');
  });
});

describe('made up for after a stop', () => {
  const late = inRoom({ at: '2026-11-18T09:30:00+08:00' });

  test('who has left is replaced at the time it is done, also where something happened meanwhile', async () => {
    const open = { state: 'claimed' as const, dispatchedAt: on('11-17 09:00'), deadline: on('11-30 18:00') };
    await haveIssues(late.room, [{ ...open, owner: '已调离的人' }], 327);
    await late.says('王磊', '327正在协调施工队，预计明天进场');
    expect(await late.steps(327)).toEqual(['log 刘志强', 'progress 王磊']);
    await late.room.house.runDue();
    expect((await late.room.issue(327)).owner).toBe('王磊');
    const records = await late.room.house.storage.store.records.ofIssue(327);
    expect(records.at(-1)).toMatchObject({ step: 'handover', at: on('11-18 09:30') });
  });
});

describe('made up for in the quiet hours', () => {
  const evening = inRoom({ at: '2026-11-18T20:05:00+08:00' });

  test('a bulletin that could not go out in time is left out', async () => {
    await haveIssues(evening.room, [{ dispatchedAt: on('11-18 09:00') }]);
    await evening.room.house.runDue();
    await evening.room.house.settle();
    const said = (await evening.room.house.connections.simulator?.parts.memory.fromBotAfter(null)) ?? [];
    expect(said.filter(({ text }) => text.startsWith('【创城日通报】'))).toEqual([]);
  });
});
