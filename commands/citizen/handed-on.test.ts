/** What the office orders about a citizen's message is an order: it goes to a unit, never as an answer to the citizen. */
import { describe, expect, test } from 'vitest';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const ALONE = { group: null } as const;
const message = (no: number) => here.room.house.storage.store.citizens.find(no);
const SEEN = '翠竹园小区门口天天有人占道卖菜，能管管吗';

describe('留言1转城管局，三天内办结', () => {
  test('its problem is dispatched with the limit, the citizen gets no letter', async () => {
    await here.says('路人甲', SEEN, ALONE);
    const heard = await here.says('周敏', '留言1转城管局，三天内办结');
    expect(heard.text).toContain('留言1已转市城管局办理。');
    expect(heard.text).toContain('【交办】#1');
    const issue = await here.room.issue(1);
    expect(issue).toMatchObject({ state: 'dispatched', units: ['市城管局'] });
    expect(issue.deadline?.toISOString()).toBe('2026-11-21T15:59:59.000Z');
    expect(await message(1)).toMatchObject({ answer: null, answeredAt: null, state: 'open', units: ['市城管局'] });
    expect(heard.pushes.filter(({ person }) => person === '路人甲')).toEqual([]);
  });

  test('a problem that another unit has goes to the new one', async () => {
    await here.says('路人甲', SEEN, ALONE);
    await here.says('周敏', '确认1，责任单位市住建局');
    const heard = await here.says('周敏', '留言1转城管局，三天内办结');
    expect(heard.text).toContain('由市住建局转市城管局');
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched', units: ['市城管局'] });
    expect(await message(1)).toMatchObject({ answer: null, units: ['市城管局'] });
  });

  test('a problem that the unit has already stays as it is, and it is said', async () => {
    await here.says('路人甲', SEEN, ALONE);
    await here.says('周敏', '确认1，责任单位城管局');
    const before = (await here.room.issue(1)).deadline;
    const heard = await here.says('周敏', '留言1转城管局，三天内办结');
    expect(heard.text).toContain('问题#1已由市城管局办理');
    expect(heard.text).toContain('没有改动');
    expect((await here.room.issue(1)).deadline).toEqual(before);
  });

  test('without a problem the unit is told, and it is said that the limit is not kept', async () => {
    await here.says('路人甲', '我要反映，垃圾好几天没人清了', ALONE);
    const heard = await here.says('周敏', '留言1转城管局，三天内办结');
    expect(heard.text).toContain('留言1已转市城管局办理。');
    expect(heard.text).toContain('时限没有登记');
    expect(await message(1)).toMatchObject({ answer: null, units: ['市城管局'], issueNo: null });
  });

  test('under its card, without the number', async () => {
    const { pushes } = await here.says('路人甲', SEEN, ALONE);
    const card = pushes.find(({ person }) => person === '周敏');
    await here.says('周敏', '转城管局，三天内办结', { ...ALONE, quote: card?.id ?? '' });
    expect(await here.room.issue(1)).toMatchObject({ state: 'dispatched', units: ['市城管局'] });
    expect(await message(1)).toMatchObject({ answer: null });
  });

  test('to nobody: the unit is asked for', async () => {
    await here.says('路人甲', SEEN, ALONE);
    expect((await here.says('周敏', '留言1转办，三天内办结')).text).toContain('还差责任单位');
    expect(await here.room.issue(1)).toMatchObject({ state: 'draft' });
    await here.says('周敏', '城管局');
    const issue = await here.room.issue(1);
    expect(issue).toMatchObject({ state: 'dispatched', units: ['市城管局'] });
    expect(issue.deadline?.toISOString()).toBe('2026-11-21T15:59:59.000Z');
  });
});

describe('no answer to the citizen', () => {
  test.each([
    '留言1请城管局尽快答复市民',
    '留言1三天内办结',
    '留言1由城管局牵头处理，周五前答复',
    '留言1交住建局，抓紧办结',
    '留言1明天再回复',
    '留言1的路灯修好了',
    '留言1让王磊去处理',
    '留言1派给河西街道，限期答复',
  ])('%s', async (text) => {
    await here.says('路人甲', SEEN, ALONE);
    const heard = await here.says('周敏', text);
    expect(heard.text).not.toBe('');
    expect(heard.pushes.filter(({ person }) => person === '路人甲')).toEqual([]);
    expect(await message(1)).toMatchObject({ answer: null, answeredAt: null, state: 'open' });
  });

  test('shown instead, with how an answer is given', async () => {
    await here.says('路人甲', SEEN, ALONE);
    expect((await here.says('周敏', '留言1三天内办结')).text).toContain('答复请回复“留言1已回复：…”');
  });
});

test.each(['留言1已回复：已劝离摊贩', '留言1答复：已劝离摊贩', '回复留言1：已劝离摊贩', '留言1已电话答复市民'])(
  'an answer: %s',
  async (text) => {
    await here.says('路人甲', SEEN, ALONE);
    await here.says('周敏', text);
    expect((await message(1))?.answeredAt).not.toBeNull();
  },
);
