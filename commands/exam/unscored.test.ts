/** 扣2分 without a total is no score to keep, and never a problem. */
import { expect, it } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();

it('登记测评 without score and total: what is missing is said, nothing is kept', async () => {
  const answer = await here.refusal('赵雪', '登记测评：省里暗访，人民路扣2分，路面破损');
  expect(answer).toContain('没有看出得分和满分，没有登记');
  const { text } = await here.says('赵雪', '模拟测评 人民路 得分 48/50 失分：路面破损');
  expect(text).toContain('已登记模拟测评 人民路：得分率96.0%(48/50)');
});

it('省里暗访，人民路扣2分，路面破损: one problem, without the points', async () => {
  await here.says('刘志强', '省里暗访，人民路扣2分，路面破损，请住建局三天内修好', { images: 1 });
  expect(await here.room.issues()).toMatchObject([{ location: '人民路', description: '路面破损', source: 'superior' }]);
});
