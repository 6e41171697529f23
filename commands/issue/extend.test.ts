import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;

beforeEach(() => haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }], 327));

const ask = (text = '327申请延期到11月28日，原因：需采购盲道砖') => says('王磊', text);
const requests = () => here.room.house.storage.store.requests.ofIssue(327);
const deadline = async () => (await here.room.issue(327)).deadline?.toISOString();

describe('申请延期', () => {
  test('with a date and a reason: the whole office is told, the clock runs on', async () => {
    const heard = await ask();
    expect(heard.text).toBe('#327的延期申请已提交，等创城办答复。答复前时限照常计算（#327 11月20日 18:00）。');
    expect(heard.pushes.map(({ person }) => person)).toEqual(['周敏', '赵雪']);
    expect(heard.pushes[1]?.text).toContain('申请延期到：11月28日\n理由：需采购盲道砖（王磊 10:00）');
    expect(await deadline()).toBe(on('11-20 18:00').toISOString());
    expect(await steps(327)).toEqual(['log 刘志强', 'extend 王磊']);
  });

  test('as a length it counts from the deadline in force, the hour stays', async () => {
    await ask('327申请延期3天，等配件到货');
    expect(await requests()).toMatchObject([{ until: on('11-23 18:00'), state: 'pending' }]);
  });

  test('what lacks is asked for, then it goes on', async () => {
    expect((await ask('327申请延期')).text).toContain('还差延到哪天（时限）、延期的原因');
    expect(await requests()).toEqual([]);
    await says('王磊', '延到11月28日，需采购盲道砖');
    expect(await requests()).toMatchObject([{ until: new Date('2026-11-28T23:59:59+08:00'), state: 'pending' }]);
  });

  test('a date before the deadline, a second one at once, a stranger’s: refused', async () => {
    expect(await refusal('王磊', '327申请延期到11月19日，原因：需采购盲道砖')).toMatch(
      /延期的日期要晚于现在的时限（11月20日 18:00）/,
    );
    expect(await refusal('何静', '327申请延期到11月28日，原因：需采购盲道砖')).toMatch(
      /责任单位是市城管局，延期由该单位申请/,
    );
    expect(await refusal('刘志强', '327申请延期到11月28日，原因：需采购盲道砖')).toMatch(/延期由责任单位/);
    await ask();
    expect(await refusal('王磊', '327申请延期到11月30日，原因：需采购盲道砖')).toMatch(/正在等创城办答复/);
  });

  test('a minute after expiry it is no longer taken', async () => {
    await here.room.clock('2026-11-20T18:00:00+08:00');
    await ask();
    expect(await requests()).toHaveLength(1);
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }], 412);
    await here.room.clock('2026-11-20T18:01:00+08:00');
    expect(await refusal('王磊', '412申请延期到11月28日，原因：需采购盲道砖')).toMatch(
      /#412已于11月20日 18:00到期，到期后不再受理延期/,
    );
  });
});

describe('审批延期', () => {
  test('office staff approves the first, with another date if it likes', async () => {
    await ask();
    expect((await says('赵雪', '同意327延期，最晚27号')).text).toBe('已同意：#327延期到11月27日。');
    expect(await deadline()).toBe(new Date('2026-11-27T23:59:59+08:00').toISOString());
    expect(await requests()).toMatchObject([{ state: 'approved', decidedBy: '赵雪' }]);
    expect(await steps(327)).toEqual(['log 刘志强', 'extend 王磊', 'extend.approve 赵雪']);
    expect((await here.room.issue(327)).extensionCount).toBe(1);
    expect((await says('王磊', '查327')).text).toContain('已延期');
  });

  test('asked in time, approved after expiry: while it was pending the clock ran, after it the problem is not overdue', async () => {
    await ask();
    await here.room.clock('2026-11-21T09:00:00+08:00');
    expect((await says('周敏', '超期清单')).text).toContain('#327');
    await says('周敏', '同意327延期');
    expect((await says('周敏', '超期清单')).text).not.toContain('#327');
  });

  test('a day that is not later than the limit: refused, and the request still waits', async () => {
    await ask();
    expect(await refusal('赵雪', '同意327延期到11月19日')).toBe(
      '新的时限要晚于现在的时限（11月20日 18:00）。可回复：同意327延期到11月23日',
    );
    expect(await here.room.issue(327)).toMatchObject({ extensionCount: 0, deadline: on('11-20 18:00') });
    expect((await says('赵雪', '同意327延期到11月23日')).text).toContain('已同意');
  });

  test('rejected: the deadline in force stays', async () => {
    await ask();
    const heard = await says('赵雪', '327不同意延期，原因：材料本周能到');
    expect(heard.text).toMatch(/不同意#327延期，原因：材料本周能到。仍按原时限整改（#327 11月20日 18:00）。/);
    expect(await deadline()).toBe(on('11-20 18:00').toISOString());
    expect(await requests()).toMatchObject([{ state: 'rejected' }]);
    expect(await refusal('赵雪', '同意327延期')).toMatch(/#327没有待答复的延期申请/);
  });

  test('by quoting the card that the office got, a word is enough', async () => {
    const card = (await ask()).pushes.find(({ person }) => person === '赵雪');
    await says('赵雪', '同意', { group: null, quote: card?.id ?? '' });
    expect((await here.room.issue(327)).extensionCount).toBe(1);
  });

  test('units and inspectors do not decide', async () => {
    await ask();
    expect(await refusal('王磊', '同意327延期')).toMatch(/延期由创城办审批/);
    expect(await refusal('刘志强', '同意327延期')).toMatch(/延期由创城办审批/);
    expect(await refusal('黄海', '同意327延期')).toMatch(/由责任单位主要负责人确认/);
  });

  test('the second one: the principal confirms, then the office’s lead; a third is refused', async () => {
    await ask();
    await says('赵雪', '同意327延期');
    const second = await ask('327申请延期到12月5日，原因：招标流标');
    expect(second.text).toContain('这是第二次延期，须先由贵单位主要负责人回复“同意…延期”确认');
    expect(second.pushes.map(({ person }) => person)).toEqual(['张建国']);
    expect(await refusal('赵雪', '同意327延期')).toMatch(/#327的延期由创城办负责人审批/);
    expect(await refusal('周敏', '同意327延期')).toMatch(/须先由市城管局主要负责人回复“同意327延期”确认/);
    const confirmed = await says('张建国', '同意327延期');
    expect(confirmed.text).toContain('已由张建国确认，等创城办审批');
    expect(confirmed.pushes.map(({ person }) => person)).toEqual(['周敏']);
    await says('周敏', '同意327延期');
    expect(await here.room.issue(327)).toMatchObject({ extensionCount: 2 });
    expect(await deadline()).toBe(new Date('2026-12-05T23:59:59+08:00').toISOString());
    expect(await refusal('王磊', '327申请延期到12月9日，原因：还没到货')).toMatch(/已延期2次，不能再延/);
  });

  test('asked by the principal himself, the second one is confirmed', async () => {
    await ask();
    await says('赵雪', '同意327延期');
    const heard = await says('张建国', '327申请延期到12月5日，原因：招标流标');
    expect(heard.pushes.map(({ person }) => person)).toEqual(['周敏']);
    await says('周敏', '同意327延期');
    expect((await here.room.issue(327)).extensionCount).toBe(2);
  });
});
