/** 没有看懂 and 闲话: each hears what he himself can type, and chat gets silence or one short line. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const NONSENSE = '今天天气真不错';
const said = async (name: string, text: string, alone = false): Promise<string> =>
  (await here.says(name, text, alone ? { group: null } : {})).text;

describe('what was not understood', () => {
  test('a unit is told its own number, and typing that works', async () => {
    await here.says('刘志强', '建设路18号门口占道经营，请城管局处理');
    const text = await said('王磊', NONSENSE);
    expect(text).toContain('可回复“认领1”');
    expect(text).not.toContain('登记问题');
    expect(await said('王磊', '认领1')).toContain('已认领#1');
    expect(await said('王磊', NONSENSE)).toContain('“1已整改”');
    expect(await said('何静', NONSENSE)).toContain('“我的待办”');
  });

  test('the office hears of the draft or the request that waits for it', async () => {
    expect(await said('周敏', NONSENSE)).toContain('“我的待办”');
    await here.says('路人甲', '翠竹园小区门口天天有人占道卖菜', { group: null });
    expect(await said('周敏', NONSENSE)).toContain('“确认1”');
    expect(await said('周敏', '确认1，责任单位市城管局')).toContain('【交办】#1');
    await here.says('王磊', '1申请延期到11月28日，原因：摊点多');
    expect(await said('周敏', NONSENSE)).toContain('“同意1延期”');
    expect(await said('周敏', '同意1延期')).toContain('已同意');
  });

  test('an inspector is told how to log, and what waits for his look', async () => {
    expect(await said('刘志强', NONSENSE)).toContain('登记问题请写明地点和情况');
    await here.says('刘志强', '建设路18号门口占道经营，请城管局处理');
    await here.says('王磊', '1已整改到位', { images: 1 });
    expect(await said('刘志强', NONSENSE)).toContain('“1核查通过”');
  });

  test('a citizen hears of place and matter, and of no help that is not his', async () => {
    const text = await said('路人甲', NONSENSE, true);
    expect(text).toContain('请直接写明地点和哪里不好');
    expect(text).not.toMatch(/认领|编号|帮助/);
  });
});

describe('chat', () => {
  test.each([
    ['周敏', '各位辛苦了'],
    ['王磊', '谢谢刘组'],
    ['王磊', '哈哈哈开玩笑的'],
    ['王磊', '👌'],
    ['王磊', '巡查正常'],
  ])('%s: %s gets silence', async (name, text) => {
    expect(await said(name, text)).toBe('');
  });

  test.each([
    ['刘志强', '巡查正常'],
    ['刘志强', '今天巡查无异常'],
    ['刘志强', '今天劝离流动摊贩3起'],
    ['周敏', '对'],
  ])('%s: %s gets one short line', async (name, text) => {
    const heard = await said(name, text);
    expect(heard).toMatch(/^(?:好的|现在没有)/);
    expect(heard.length).toBeLessThan(40);
  });

  test.each([
    ['你好', '市民反映问题请直接说明'],
    ['您好，有人吗', '市民反映问题请直接说明'],
    ['我要投诉', '请直接写明地点'],
    ['谢谢你们', '不客气'],
    ['谢谢', '不客气'],
  ])('a citizen says %s', async (text, expected) => {
    expect(await said('路人甲', text, true)).toContain(expected);
    expect(await here.room.house.storage.store.citizens.list({})).toEqual([]);
  });

  test('a nod of a citizen gets silence', async () => {
    expect(await said('路人甲', '好的', true)).toBe('');
  });

  test('what begins like thanks and asks for something is no chat', async () => {
    expect(await said('王磊', '辛苦派人看一下')).toContain('没有看懂');
  });
});
