import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;

beforeEach(() => haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }], 433));

const ask = (text = '433申请挂账，原因：冬季无法补种，12月18日前完成') => says('王磊', text);
const requests = () => here.room.house.storage.store.requests.ofIssue(433);
const suspended = async () => {
  await ask();
  return says('周敏', '同意433挂账');
};

describe('申请挂账', () => {
  test('with a reason and a day of review: the office’s lead is told, the clock runs on', async () => {
    const heard = await ask();
    expect(heard.text).toBe(
      '#433的挂账申请已报创城办负责人，复查时间12月18日。答复前时限照常计算（#433 11月20日 18:00）。',
    );
    expect(heard.pushes.map(({ person }) => person)).toEqual(['周敏']);
    expect(heard.pushes[0]?.text).toContain('申请挂账，复查：12月18日');
    expect(await here.room.issue(433)).toMatchObject({ state: 'dispatched' });
    expect(await steps(433)).toEqual(['log 刘志强', 'suspend 王磊']);
  });

  test('without a day of review it is asked for', async () => {
    const heard = await ask('433属于老旧管网改造，要等开春才能动工，申请挂账');
    expect(heard.text).toContain('还差复查的时间：#433申请挂账，预计哪天能够整改？');
    expect(await requests()).toEqual([]);
    await says('王磊', '12月18日前');
    expect(await requests()).toMatchObject([{ kind: 'suspension', reviewOn: '2026-12-18', state: 'pending' }]);
  });

  test('refused: another unit, an inspector, twice', async () => {
    expect(await refusal('何静', '433申请挂账，原因：冬季无法补种')).toMatch(/责任单位是市城管局，挂账由该单位申请/);
    expect(await refusal('刘志强', '433申请挂账，原因：冬季无法补种')).toMatch(/挂账由责任单位/);
    await ask();
    expect(await refusal('王磊', '433申请挂账，原因：要等明年预算，12月20日前')).toMatch(/正在等创城办负责人答复/);
  });
});

describe('审批挂账', () => {
  test('approved: beside the figures, shown as 挂账, no step but progress', async () => {
    expect((await suspended()).text).toContain('已同意#433挂账：#433 12月18日复查');
    expect(await here.room.issue(433)).toMatchObject({ state: 'suspended', suspension: { reviewOn: '2026-12-18' } });
    expect(await steps(433)).toEqual(['log 刘志强', 'suspend 王磊', 'suspend.approve 周敏']);
    expect((await says('张建国', '我们局整改率')).text).toMatch(/挂账1件/);
    expect(await refusal('王磊', '认领433')).toMatch(/#433已挂账，不能认领/);
  });

  test('only by the lead', async () => {
    await ask();
    expect(await refusal('赵雪', '同意433挂账')).toMatch(/挂账由创城办负责人审批/);
    expect(await refusal('张建国', '同意433挂账')).toMatch(/挂账由创城办负责人审批/);
    expect(await refusal('周敏', '同意412挂账')).toMatch(/没有#412/);
  });

  test('rejected: the clock goes on', async () => {
    await ask();
    expect((await says('周敏', '不同意433挂账，可以先清表土')).text).toMatch(/不同意#433挂账.*仍按原时限整改/);
    expect(await here.room.issue(433)).toMatchObject({ state: 'dispatched', deadline: on('11-20 18:00') });
    expect(await requests()).toMatchObject([{ state: 'rejected' }]);
  });
});

describe('恢复整改', () => {
  test('lifted by the lead: the time it stood still is given back', async () => {
    await suspended();
    await here.room.clock('2026-11-25T10:00:00+08:00');
    expect((await says('周敏', '433恢复整改')).text).toBe('#433已恢复整改，重新计时（#433 11月27日 18:00）。');
    expect(await here.room.issue(433)).toMatchObject({
      state: 'claimed',
      deadline: on('11-27 18:00'),
      suspension: null,
    });
    expect(await steps(433)).toContain('resume 周敏');
  });

  test('with a time of its own', async () => {
    await suspended();
    await says('周敏', '433解除挂账，11月30日前整改');
    expect((await here.room.issue(433)).deadline).toEqual(new Date('2026-11-30T23:59:59+08:00'));
  });

  test('not by the unit, not by staff, not what is not put aside', async () => {
    expect(await refusal('周敏', '433恢复整改')).toMatch(/#433没有挂账，不用恢复/);
    await suspended();
    expect(await refusal('王磊', '433恢复整改')).toMatch(/解除挂账由创城办负责人决定/);
    expect(await refusal('赵雪', '433恢复整改')).toMatch(/恢复由创城办负责人决定/);
  });

  test('on the day of review the clock takes it up again, and unit and office hear of it', async () => {
    await suspended();
    const before = await here.room.clock('2026-12-18T08:30:00+08:00');
    expect(before.filter(({ text }) => text.includes('挂账到期'))).toEqual([]);
    const told = (await here.room.clock('2026-12-18T08:45:00+08:00')).filter(({ text }) => text.includes('挂账到期'));
    expect(new Set(told.map(({ person }) => person))).toEqual(new Set(['周敏', '王磊', '赵雪']));
    expect(await here.room.issue(433)).toMatchObject({ state: 'claimed' });
    expect(await steps(433)).toContain('resume 督办机器人');
  });

  test('what was returned before gets back the time that was given with the return: no paper in the hour it goes on', async () => {
    await says('王磊', '433已整改', { images: 1 });
    await says('刘志强', '433退回，原因：仍有裸露，11月20日下午6点前重改');
    await suspended();
    const heard = await here.room.clock('2026-12-18T10:00:00+08:00');
    expect(heard.filter(({ text }) => /提醒函|督办单|黄灯/.test(text))).toEqual([]);
    expect(await here.room.issue(433)).toMatchObject({
      state: 'claimed',
      deadline: on('12-20 16:40'),
      returnDeadline: on('12-20 16:40'),
    });
    expect((await says('王磊', '我的待办')).text).toContain('12月20日');
  });

  test('a day of review on a rest day waits for the next working day', async () => {
    await ask('433申请挂账，原因：冬季无法补种，11月28日前完成');
    await says('周敏', '同意433挂账');
    await here.room.clock('2026-11-29T20:00:00+08:00');
    expect((await here.room.issue(433)).state).toBe('suspended');
    await here.room.clock('2026-11-30T09:00:00+08:00');
    expect((await here.room.issue(433)).state).toBe('claimed');
  });

  test('every thirty days the lead is asked whether it can go on; once each', async () => {
    await ask('433申请挂账，原因：冬季无法补种，明年3月15日前完成');
    await says('周敏', '同意433挂账');
    const looks = (await here.room.clock('2027-01-20T12:00:00+08:00')).filter(({ text }) => text.includes('挂账复查'));
    expect(looks.map(({ person, text }) => [person, /已满\d+天/.exec(text)?.[0]])).toEqual([
      ['周敏', '已满30天'],
      ['周敏', '已满60天'],
    ]);
    expect((await here.room.issue(433)).state).toBe('suspended');
  });
});
