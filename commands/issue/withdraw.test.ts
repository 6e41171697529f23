import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

const LOG = '牛角巷口占道经营，请城管局今天下午5点前处理';

test('who logged it withdraws it within the half hour, with the reason in the record', async () => {
  await says('孙伟', LOG);
  expect((await says('孙伟', '撤销1，重复登记')).text).toBe('#1已撤销，原因：重复登记。记录保留，不计入整改率。');
  expect(await here.room.issue(1)).toMatchObject({ state: 'withdrawn' });
  expect((await steps(1)).at(-1)).toBe('withdraw 孙伟');
});

test('without a reason it is asked for and nothing changes', async () => {
  await says('孙伟', LOG);
  const before = await here.holding();
  expect((await says('孙伟', '撤销1')).text).toContain('还差撤销的原因');
  expect(await here.holding()).toBe(before);
  await says('孙伟', '地点写错了');
  expect(await here.room.issue(1)).toMatchObject({ state: 'withdrawn' });
});

test('after the half hour the inspector may not, the office may; the unit hears of it where it does not read along', async () => {
  await says('孙伟', LOG);
  await here.room.clock('2026-11-22T10:31:00+08:00');
  const before = await here.holding();
  expect((await says('孙伟', '撤销1，重复登记')).text).toContain('只能由登记人在30分钟内、本组组长或创城办撤销');
  expect(await here.holding()).toBe(before);
  const heard = await says('周敏', '撤销1，重复登记', { group: null });
  expect(heard.pushes).toMatchObject([{ person: '王磊' }]);
  expect(await here.room.issue(1)).toMatchObject({ state: 'withdrawn' });
});

test('whoever may log may take his own entry back', async () => {
  await says('贺文斌', '牛角巷口占道经营');
  expect((await says('贺文斌', '撤销1，登记错了')).text).toContain('#1已撤销');
});

test('the unit may not and is pointed to the appeal; nothing changes', async () => {
  await says('孙伟', LOG);
  const before = await here.holding();
  expect((await says('王磊', '撤销1，重复登记')).text).toContain('申诉');
  expect(await here.holding()).toBe(before);
});
