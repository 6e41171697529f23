import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;

const claimed = { state: 'claimed' as const, claimedAt: on('11-16 10:00') };

beforeEach(() =>
  haveIssues(here.room, [
    { ...claimed, owner: '常广平', dispatchedAt: on('11-16 09:00'), deadline: on('11-17 18:00') },
    { dispatchedAt: on('11-18 09:00'), deadline: on('11-18 18:00') },
    { ...claimed, owner: '何静', units: ['市住建局'], dispatchedAt: on('11-16 09:00'), deadline: on('11-16 18:00') },
    { units: ['市住建局'], dispatchedAt: on('11-18 09:00'), deadline: on('11-18 17:00') },
    { units: ['市住建局'], dispatchedAt: on('11-18 09:00'), deadline: on('11-25 17:00') },
    { units: ['市住建局'], state: 'reported', reportedAt: on('11-18 09:00'), deadline: on('11-17 17:00') },
  ]),
);

const told = (heard: Awaited<ReturnType<typeof says>>) =>
  Object.fromEntries(heard.pushes.map(({ person, text }) => [person, text.match(/#\d+/g)]));

describe('催办', () => {
  test('one by number at once: liaison and owner one-to-one, the answer says whom', async () => {
    const heard = await says('刘志强', '催一下城管局301');
    expect(heard.text).toBe('已催办1件。单独告知：王磊（#301）、常广平（#301）。');
    expect(told(heard)).toEqual({ 王磊: ['#301'], 常广平: ['#301'] });
    expect(heard.pushes[0]?.text).toBe(
      '【催办】刘志强请您抓紧办理1件：\n#301 人民路与解放路交叉口东北角 非机动车乱停放，占用盲道：超期1天\n整改后请回复“301已整改”并附照片。',
    );
    expect(await steps(301)).toEqual(['log 刘志强', 'urge 刘志强']);
  });

  test('several want a yes, then one message a person', async () => {
    const before = await here.holding();
    const asked = await says('周敏', '超期的都催一遍');
    expect(asked.text).toMatch(/请确认：以下2件催办。\n#301 .*\n#303 .*\n回复“对”办理/);
    expect(asked.pushes).toEqual([]);
    expect(await here.holding()).toBe(before);
    const heard = await says('周敏', '对');
    expect(told(heard)).toEqual({ 王磊: ['#301'], 常广平: ['#301'], 何静: ['#303'] });
  });

  test.each([
    ['提醒住建局今天到期的几个问题', ['#304']],
    ['催一下住建局未认领的', ['#304', '#305']],
    ['催一下住建局', ['#303', '#304', '#305']],
    ['催一下301和305', ['#301', '#305']],
  ])('%s', async (text, nos) => {
    const asked = await says('周敏', text);
    const heard = nos.length > 1 ? await says('周敏', '对') : asked;
    expect(new Set(Object.values(told(heard)).flat())).toEqual(new Set(nos));
    for (const no of nos) expect(await steps(Number(no.slice(1)))).toContain('urge 周敏');
  });

  test('once per problem and day; the next day again', async () => {
    await says('周敏', '催一下301');
    expect(await refusal('刘志强', '催一下301')).toMatch(/#301今天已经催过/);
    const heard = await says('刘志强', '催一下301和305');
    expect(heard.text).toBe('已催办1件。单独告知：何静（#305）。今天已催过的没有重复催：#301。');
    await here.room.clock('2026-11-19T10:00:00+08:00');
    expect((await says('刘志强', '催一下301')).text).toContain('已催办1件');
  });

  test('a person hears once a day, over all problems; danger goes to him all the same', async () => {
    await says('周敏', '催一下302');
    const heard = await says('刘志强', '催一下301');
    expect(heard.text).toBe('已催办1件。单独告知：常广平（#301）。王磊（#301）今天已提醒过，同一个人一天只提醒一次。');
    expect(told(heard)).toEqual({ 常广平: ['#301'] });
    await haveIssues(here.room, [{}, { urgent: true }], 401);
    expect(await refusal('周敏', '催一下401')).toBe(
      '王磊（#401）今天已提醒过，同一个人一天只提醒一次。没有再发，急需的请电话联系。',
    );
    expect(await steps(401)).toEqual(['log 刘志强']);
    expect(told(await says('周敏', '催一下402'))).toEqual({ 王磊: ['#402'] });
    await here.room.clock('2026-11-19T10:00:00+08:00');
    expect(told(await says('周敏', '催一下401'))).toEqual({ 王磊: ['#401'] });
  });

  test('refused: units, what is reported, nothing that fits', async () => {
    expect(await refusal('王磊', '催一下住建局303')).toMatch(/催办由指挥部领导、创城办和督查组办理/);
    expect(await refusal('周敏', '催一下306')).toMatch(/#306已报整改，正待核查，不能催办/);
    expect(await refusal('周敏', '催一下园林中心超期的')).toMatch(/没有需要催办的问题/);
  });
});
