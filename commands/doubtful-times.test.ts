/** A time that had passed and was rolled on is confirmed before anything is written (domain §6). On a Wednesday at 10:00. */
import { describe, expect, test } from 'vitest';
import { endOfDay } from '../src/domain/shanghai.ts';
import { on } from '../src/domain/testing/sample.ts';
import { inRoom } from '../src/testing/in-room.ts';
import { haveIssues } from '../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says } = here;

describe('asked first, done after the yes', () => {
  test('the time of a task', async () => {
    const { store } = here.room.house.storage;
    await says('周敏', '布置任务：住建局12月5日前完成路灯排查');
    const heard = await says('周敏', '任务1延期到今天上午9点');
    expect(heard.text).toMatch(/^请确认：任务1 .*改时限到.*回复“对”办理/);
    expect(heard.pushes).toEqual([]);
    expect((await store.tasks.list({}))[0]?.deadline).toEqual(new Date('2026-12-05T23:59:59+08:00'));
    await says('周敏', '对');
    expect((await store.tasks.list({}))[0]?.deadline).toEqual(on('11-25 09:00'));
  });

  test('the review of a 挂账', async () => {
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-30 18:00') }]);
    await says('王磊', '301申请挂账，要等开春才能动工，计划明年3月15日前完成');
    expect((await says('周敏', '同意301挂账，复查时间改到今天上午9点')).text).toMatch(
      /^请确认：同意挂账，#301 .*复查。/,
    );
    expect((await here.room.issue(301)).state).toBe('dispatched');
    await says('周敏', '对');
    expect((await here.room.issue(301)).state).toBe('suspended');
  });

  test('the end of an inspection period', async () => {
    expect((await says('周敏', '开启迎检期到本周一')).text).toMatch(/请确认|已经过去/);
    expect((await says('周敏', '迎检期情况')).text).not.toContain('已开启迎检期');
  });
});

describe('said roughly, or for a night that may be either', () => {
  test('两三点 is asked, and the yes hands over', async () => {
    const asked = await says('刘志强', '文昌路8号门口垃圾满溢，请环卫中心明天下午两三点前清运');
    expect(asked.text).toMatch(/^请确认：.*明天 15:00/);
    expect(await here.room.issues()).toEqual([]);
    await says('刘志强', '对');
    expect((await here.room.issues()).map(({ deadline }) => deadline)).toEqual([on('11-19 15:00')]);
  });

  test('今晚12点 is midnight and needs no question', async () => {
    await says('刘志强', '文昌路8号门口垃圾满溢，请环卫中心今晚12点前清运');
    expect((await here.room.issues()).map(({ deadline }) => deadline)).toEqual([endOfDay('2026-11-18')]);
  });

  test('an extension to midnight is one, and not to noon', async () => {
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-18 18:00') }]);
    await says('王磊', '301申请延期到今晚12点，下雨没法施工');
    await says('周敏', '同意301延期');
    expect((await here.room.issue(301)).deadline).toEqual(endOfDay('2026-11-18'));
  });
});

describe('a number before 月底', () => {
  test('is the number, and no other problem is touched', async () => {
    await haveIssues(here.room, [
      { dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') },
      { dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') },
    ]);
    expect((await says('王磊', '302月底前申请延期，等料')).text).toMatch(/^#302/);
    expect(await here.steps(301)).toEqual(['log 刘志强']);
  });

  test('with a month inside it the time is asked for', async () => {
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') }]);
    expect((await says('王磊', '301月5日前申请延期，等料')).text).toMatch(/没有说是几月.*11月30日前/);
    expect(await here.steps(301)).toEqual(['log 刘志强']);
  });
});
