import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says } = here;

test('the card: state, unit, deadline, pictures, the record', async () => {
  await says('刘志强', '牛角巷口占道经营，请城管局今天下午5点前处理', { images: 1 });
  await says('王磊', '认领1');
  const before = await here.holding();
  expect((await says('周敏', '#1')).text).toBe(
    [
      '#1|市城管局|整改中',
      '点位：牛角巷口（背街小巷·东湖街道）',
      '问题：占道经营（占道经营）',
      '时限：今天 17:00（剩7小时）',
      '责任人：王磊',
      '图片：整改前1张',
      '办理记录：',
      '11月22日 10:00 刘志强 登记',
      '11月22日 10:00 刘志强 交办：市城管局',
      '11月22日 10:00 王磊 认领',
    ].join('\n'),
  );
  expect(await here.holding()).toBe(before);
});

test('the next step is offered to who may take it, and to nobody else', async () => {
  await says('刘志强', '牛角巷口占道经营，请城管局今天下午5点前处理');
  const labels = async (name: string) =>
    (await says(name, '查一下1')).replies[0]?.buttons.map(({ label }) => label) ?? [];
  expect(await labels('王磊')).toEqual(['认领']);
  expect(await labels('冯涛')).toEqual([]);
  await says('王磊', '1已整改', { images: 1 });
  expect(await labels('孙伟')).toEqual(['通过', '退回']);
  expect(await labels('王磊')).toEqual([]);
});

test('a long record is cut on the card and whole on request', async () => {
  await says('刘志强', '牛角巷口占道经营，请城管局今天下午5点前处理');
  for (let count = 0; count < 6; count += 1) await says('王磊', '1还在协调，预计周五完成');
  const card = (await says('刘志强', '#1')).text;
  expect(card.match(/ 进展：/g)).toHaveLength(6);
  expect(card).toContain('（另有2条更早的记录，回复“查1办理记录”看全部）');
  expect((await says('刘志强', '查1办理记录')).text).toContain('刘志强 登记');
});

test('a number that is not there', async () => {
  expect((await says('刘志强', '查一下99')).text).toBe('没有#99这个问题，请核对编号。');
});
