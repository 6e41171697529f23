/** 资料申报 as conversations: set out, handed in, returned, passed (domain §11). */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { takenBy } from '../../src/testing/phrasings.ts';
import { WEDNESDAY_10, openRoom } from '../../src/testing/room.ts';
import { configFolder } from '../../src/testing/settings-room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const materials = () => here.room.house.storage.store.materials;
const row = async () => (await materials().list({ indicator: 'Ⅱ-3' }))[0];
const records = () => materials().records(new Date('2026-01-01'), new Date('2027-01-01'));
const steps = async () => (await records()).map(({ step, by, points }) => `${step} ${by} ${points}`);

const assign = () => here.says('赵雪', '资料 Ⅱ-3 责任单位教育局 12月1日前');
const submit = (images = 4) => here.says('高洁', '提交网上申报材料 指标Ⅱ-3 说明报告+佐证图4张', { images });

describe('from 未交 to 通过', () => {
  test('set out, handed in, returned with a reason, handed in again, passed; a return counts −1', async () => {
    expect((await assign()).text).toContain('已布置指标Ⅱ-3资料：市教育局，12月1日前');
    expect(await row()).toMatchObject({ state: 'due', unit: '市教育局' });
    const handed = await submit();
    expect(handed.text).toContain('已收到指标Ⅱ-3资料4张图');
    expect(handed.pushes.some(({ person, text }) => person === '周敏' && text.includes('【资料待审】'))).toBe(true);
    expect((await row())?.pictureIds).toHaveLength(4);
    const returned = await here.says('赵雪', '教育局指标Ⅱ-3材料退回，图片没有日期');
    expect(returned.text).toContain('已退回，原因：图片没有日期');
    expect(await row()).toMatchObject({ state: 'returned', returnCount: 1 });
    expect((await here.says('高洁', '资料申报还差哪些没交')).text).toContain('退回（图片没有日期）');
    await submit(2);
    expect((await here.says('赵雪', 'Ⅱ-3通过')).text).toContain('已通过');
    expect(await row()).toMatchObject({ state: 'approved', reviewedBy: '赵雪' });
    expect(await steps()).toEqual([
      'assign 赵雪 0',
      'submit 高洁 0',
      'return 赵雪 -1',
      'submit 高洁 0',
      'approve 赵雪 0',
    ]);
    expect(
      (await records()).filter(({ step }) => step === 'submit').map(({ pictureIds }) => pictureIds.length),
    ).toEqual([4, 2]);
  });

  test('returned without a reason: it is asked for', async () => {
    await assign();
    await submit();
    expect((await here.says('赵雪', 'Ⅱ-3材料退回')).text).toContain('还缺退回原因');
    expect(await row()).toMatchObject({ state: 'submitted' });
    await here.says('赵雪', '图片不规范，没有说明报告');
    expect(await row()).toMatchObject({ state: 'returned' });
  });

  test('a superior’s return counts −2', async () => {
    await assign();
    await submit();
    await here.says('赵雪', '教育局指标Ⅱ-3材料被省级退回，佐证不足');
    expect((await steps()).at(-1)).toBe('return 赵雪 -2');
  });

  test('it still counts −2 when the bot has asked in between', async () => {
    await assign();
    await submit();
    const asked = await here.says('赵雪', '教育局指标Ⅱ-3材料被省级退回，佐证不足，今天上午9点前重报');
    expect(asked.text).toMatch(/^请确认/);
    await here.says('赵雪', '对');
    expect((await steps()).at(-1)).toBe('return 赵雪 -2');
  });
});

describe('refused, and nothing changes', () => {
  const refusals: readonly (readonly [string, string, string, number, RegExp])[] = [
    ['what nobody set out', '高洁', '报送指标Ⅰ-9资料', 1, /没有布置/],
    ['another unit', '何静', '报送指标Ⅱ-3资料', 1, /没有布置/],
    ['without a picture', '高洁', '报送指标Ⅱ-3资料', 0, /没有收到/],
    ['passed before it was handed in', '赵雪', 'Ⅱ-3通过', 0, /现在是“未交”，不能通过/],
    ['returned before it was handed in', '赵雪', '指标Ⅱ-3材料退回，图片没有日期', 0, /不能退回/],
    ['set out by a unit', '高洁', '资料 Ⅱ-5 责任单位卫健委 12月1日前', 0, /没有/],
  ];
  test.each(refusals)('%s', async (_, by, text, images, words) => {
    await assign();
    const before = [await materials().list({}), await records()];
    expect((await here.says(by, text, { images })).text).toMatch(words);
    expect([await materials().list({}), await records()]).toEqual(before);
  });

  test('several stand open: it asks which', async () => {
    await assign();
    await here.says('赵雪', '资料 Ⅱ-5 责任单位教育局 12月5日前');
    expect((await here.says('高洁', '提交网上申报材料', { images: 1 })).text).toContain(
      '请写明要报送哪一项：Ⅱ-3 市教育局；Ⅱ-5',
    );
    expect((await materials().list({})).map(({ state }) => state)).toEqual(['due', 'due']);
  });
});

test('indicators of the settings stand in the list and can be handed in', async () => {
  const configDir = await configFolder(
    'material:\n  indicators:\n    - { indicator: Ⅰ-2, title: 理论学习, units: [市教育局], deadline: 2026-11-10 }\n',
  );
  const room = await openRoom({ at: WEDNESDAY_10, configDir });
  expect((await room.says('周敏', '资料申报还差哪些没交')).text).toContain(
    'Ⅰ-2 市教育局 理论学习：未交，11月10日前（已超期）',
  );
  expect((await room.says('高洁', '报送指标Ⅰ-2资料', { images: 1 })).text).toContain('已过报送时限');
  expect((await room.says('周敏', '资料申报还差哪些没交')).text).toContain('没有还差的');
  await room.close();
});

test('重新提交 is a submission of the unit, no return', async () => {
  expect(takenBy('高洁', '重新提交Ⅱ-3材料')).toEqual(['material.submit']);
  expect(takenBy('高洁', '指标Ⅱ-3说明报告已重新上报')).toEqual(['material.submit']);
  expect(takenBy('赵雪', '教育局Ⅱ-3材料退回，重新提交')).toEqual(['material.return']);
});
