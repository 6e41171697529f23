import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;
const absencesOn = (day: string) => here.room.house.storage.store.absences.on(day);

beforeEach(() =>
  haveIssues(
    here.room,
    [
      { dispatchedAt: on('11-18 09:00'), deadline: on('11-30 18:00') },
      {
        state: 'claimed',
        claimedAt: on('11-18 09:30'),
        owner: '王磊',
        dispatchedAt: on('11-18 09:00'),
        deadline: on('11-24 18:00'),
      },
    ],
    327,
  ),
);

describe('外出代班', () => {
  test('from now on for those days the deputy has the rights of the absent and hears of his problems', async () => {
    expect(await refusal('常广平', '认领327')).toMatch(/责任单位的联络员或负责人/);
    const heard = await says('王磊', '我下周出差，常广平代');
    expect(heard.text).toBe('已记下：11月23—29日由常广平代王磊办理，提醒同时发给常广平。提前回来请回复“我回来了”。');
    expect(heard.pushes).toMatchObject([{ person: '常广平' }]);
    expect(heard.pushes[0]?.text).toContain('目前在办2件');
    expect(await refusal('常广平', '认领327')).toMatch(/责任单位的联络员或负责人/);

    const morning = await here.room.clock('2026-11-23T09:30:00+08:00');
    const reminded = morning.filter(({ text }) => text.includes('创城提醒') && text.includes('#328'));
    expect(new Set(reminded.map(({ person }) => person))).toEqual(new Set(['常广平', '王磊']));
    await says('常广平', '认领327');
    expect(await here.room.issue(327)).toMatchObject({ state: 'claimed', owner: '常广平' });
    expect(await steps(327)).toEqual(['log 刘志强', 'claim 常广平']);

    await here.room.clock('2026-11-30T09:30:00+08:00');
    expect(await refusal('常广平', '328申请延期到12月5日，原因：需采购盲道砖')).toMatch(
      /延期由责任单位的联络员或负责人回复“328申请延期到/,
    );
  });

  test('the yellow light of an owner who is away comes to whoever stands in for him', async () => {
    const times = { dispatchedAt: on('11-18 09:30'), claimedAt: on('11-18 09:40'), deadline: on('11-18 17:00') };
    await haveIssues(here.room, [{ ...times, state: 'claimed', owner: '常广平' }], 329);
    await says('常广平', '我今天出差，李强代');
    const heard = await here.room.clock('2026-11-18T18:00:00+08:00');
    const lights = heard.filter(({ text }) => text.includes('【黄灯提醒】') && text.includes('#329'));
    expect(new Set(lights.map(({ person }) => person))).toEqual(new Set(['王磊', '常广平', '李强']));
  });

  test('back again: it ends at once', async () => {
    await says('王磊', '本周常广平代我');
    expect(await absencesOn('2026-11-18')).toMatchObject([{ person: '王磊', deputy: '常广平', to: '2026-11-22' }]);
    expect((await says('王磊', '我回来了')).pushes).toMatchObject([{ person: '常广平' }]);
    expect(await absencesOn('2026-11-18')).toEqual([]);
    expect(await refusal('常广平', '认领327')).toMatch(/责任单位的联络员或负责人/);
  });

  test('what is still to come stays, unless it is called off', async () => {
    await says('王磊', '我下周出差，常广平代');
    expect(await refusal('王磊', '我回来了')).toMatch(/没有王磊正在进行的代班/);
    expect(await absencesOn('2026-11-24')).toHaveLength(1);
    await says('王磊', '取消代班');
    expect(await absencesOn('2026-11-24')).toEqual([]);
  });

  test('an owner’s deputy reports in his stead', async () => {
    await haveIssues(
      here.room,
      [
        {
          state: 'claimed',
          owner: '武艳秋',
          units: ['市住建局'],
          dispatchedAt: on('11-18 09:00'),
          deadline: on('11-24 18:00'),
        },
      ],
      412,
    );
    await says('武艳秋', '我今天请假，工作由何静代');
    expect((await says('何静', '我的待办')).text).toContain('#412');
    await says('何静', '412已整改', { images: 1 });
    expect(await here.room.issue(412)).toMatchObject({ state: 'reported', reportedBy: '何静' });
  });

  test('without days: until one is back, thirty days at most', async () => {
    expect((await says('王磊', '我住院了，这段时间由常广平代')).text).toContain('到您回复“我回来了”为止，最长30天');
    expect(await absencesOn('2026-12-17')).toHaveLength(1);
    expect(await absencesOn('2026-12-18')).toEqual([]);
  });

  test('the lead’s deputy decides; rights do not pass on a second time', async () => {
    await says('周敏', '我今天外出开会，赵雪代');
    await says('赵雪', '327指定河西街道办理');
    expect((await here.room.issue(327)).designated).toBe(true);
  });

  test('from a day on: announced and held from that day, open-ended', async () => {
    const heard = await says('王磊', '明天起常广平代我');
    expect(heard.text).toBe(
      '已记下：11月19日—12月18日由常广平代王磊办理，提醒同时发给常广平。到您回复“我回来了”为止，最长30天。',
    );
    expect(await absencesOn('2026-11-18')).toEqual([]);
    expect(await absencesOn('2026-11-19')).toHaveLength(1);
  });

  test('until a day: from today on', async () => {
    expect((await says('王磊', '我出差到11月25日，常广平代')).text).toContain('11月18—25日由常广平代王磊办理');
    expect(await absencesOn('2026-11-18')).toHaveLength(1);
    expect(await absencesOn('2026-11-25')).toHaveLength(1);
  });

  test.each(['我11月25日到20日出差，常广平代', '我11月31日出差，常广平代'])('%s: nobody is announced', async (text) => {
    const heard = await says('王磊', text);
    expect(heard.text).toContain('没有看出代班是从哪天到哪天，没有作任何改动');
    expect(heard.pushes).toEqual([]);
    expect(await absencesOn('2026-11-20')).toEqual([]);
  });

  test('refused: somebody of another unit', async () => {
    expect(await refusal('王磊', '我下周出差，何静代')).toMatch(/代班的要是本单位的同事，何静不在市城管局/);
    expect(await absencesOn('2026-11-24')).toEqual([]);
  });
});
