/** 时限已过: a time that passed while the bot was asking is asked about anew, whatever the order. On a Wednesday. */
import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../domain/testing/sample.ts';
import { inRoom } from '../testing/in-room.ts';
import { CLOSED, haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;

const open = { dispatchedAt: on('11-18 09:00'), deadline: on('11-30 18:00') };
const reported = { ...open, state: 'reported' as const, reportedAt: on('11-18 09:30'), reportedBy: '王磊' };

const ASKED = /11月18日 10:15已经过了，还差新的时限/;

beforeEach(() => haveIssues(here.room, [CLOSED, open, reported], 1));

/** The bot asks for something, and the answer comes when the time is over; then the new time is said. */
async function late(no: number, answer: readonly [name: string, text: string, images?: number]): Promise<void> {
  await here.room.clock('2026-11-18T10:20:00+08:00');
  const before = await here.room.issue(no);
  const [name, text, images = 0] = answer;
  expect((await says(name, text, { images })).text).toMatch(ASKED);
  expect(await here.room.issue(no)).toEqual(before);
  await says(name, '明天上午10点前');
}

describe('asked anew, and the new time is taken', () => {
  test('反弹', async () => {
    await says('孙伟', '1反弹，请城管局今天上午10点15前整改');
    await late(1, ['孙伟', '', 1]);
    expect(await here.room.issue(1)).toMatchObject({ round: 2, deadline: on('11-19 10:00') });
    expect(await here.room.house.storage.store.pictures.ofIssue(1)).toHaveLength(1);
  });

  test('退回', async () => {
    await says('刘志强', '退回3，今天上午10点15前');
    await late(3, ['刘志强', '现场还有3辆车']);
    expect(await here.room.issue(3)).toMatchObject({ state: 'claimed', returnDeadline: on('11-19 10:00') });
  });

  test('登记', async () => {
    await says('孙伟', '政务中心一楼志愿服务站无人值守，今天上午10点15前到岗');
    await here.room.clock('2026-11-18T10:20:00+08:00');
    const heard = await says('孙伟', '对');
    expect(heard.text).toContain('不能作为时限，暂按');
    expect(await here.room.issues()).toHaveLength(3);
    await says('孙伟', '对');
    const [logged] = (await here.room.issues()).filter(({ no }) => no > 3);
    expect(logged).toMatchObject({ state: 'dispatched', deadline: on('11-18 18:00') });
  });
});

describe('a time that a grid member stated, confirmed too late', () => {
  beforeEach(async () => {
    await says('丁一', '翠竹园3栋楼道堆放杂物，请东湖街道今天上午10点15前清理');
    await here.room.clock('2026-11-18T10:20:00+08:00');
  });

  test('it is said what holds in its stead, and a yes takes it', async () => {
    const heard = await says('周敏', '确认4');
    expect(heard.text).toBe(
      '请确认：#4上报时说的11月18日 10:15已经过了，时限今天 18:00。回复“对”交办，或回复“时限改到…”；不办了请回复“取消”。',
    );
    expect((await here.room.issue(4)).state).toBe('draft');
    await says('周敏', '对');
    expect(await here.room.issue(4)).toMatchObject({ state: 'dispatched', deadline: on('11-18 18:00') });
  });

  test('another time, and a co-unit, may be said instead', async () => {
    await says('周敏', '确认4');
    await says('周敏', '时限改到明天下午5点，协办市住建局');
    expect(await here.room.issue(4)).toMatchObject({
      state: 'dispatched',
      deadline: on('11-19 17:00'),
      coUnits: ['市住建局'],
    });
  });
});
