/** What is said while the bot waits for a reason, and decisions said over a card that asks for none. */
import { expect, it } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();

const logged = async (): Promise<string> => {
  const { replies } = await here.says('刘志强', '文昌路8号门口车辆乱停，请城管局今天下午5点前处理', { images: 1 });
  return replies[0]?.id ?? '';
};
const stateOf = async (no: number): Promise<string> => (await here.room.issue(no)).state;

it.each(['人民路谁负责', '今天天气不错', '中午吃什么', '整改率多少'])(
  'no answer to the question, so nothing is written down: %s',
  async (words) => {
    await logged();
    await here.says('刘志强', '撤销1');
    await here.says('刘志强', words);
    expect(await stateOf(1)).toBe('dispatched');
  },
);

it('an order about another number is that order; the reason may still come', async () => {
  await logged();
  await here.says('刘志强', '建设路20号门口垃圾桶满溢，请环卫中心今天下午6点前清运', { images: 1 });
  await here.says('刘志强', '撤销1');
  await here.says('刘志强', '撤销2，原因：重复登记');
  expect([await stateOf(1), await stateOf(2)]).toEqual(['dispatched', 'withdrawn']);
  await here.says('刘志强', '位置写错了');
  expect(await stateOf(1)).toBe('withdrawn');
});

it('登记错了 is a reason', async () => {
  await logged();
  await here.says('刘志强', '撤销1，登记错了');
  expect(await stateOf(1)).toBe('withdrawn');
});

it('over a 交办 card 通过 and 不通过 are about the work, though an appeal is pending', async () => {
  const card = await logged();
  await here.says('王磊', '1申诉，不属于我单位，应由交警负责');
  expect((await here.says('周敏', '不通过，现场还有摊', { quote: card })).text).toContain('还没有报整改');
  expect((await here.says('周敏', '1申诉不通过')).text).toContain('驳回');
  expect((await here.room.issue(1)).units).toEqual(['市城管局']);
  await here.says('王磊', '1已整改', { images: 1 });
  await here.says('刘志强', '核查通过', { quote: card });
  expect(await stateOf(1)).toBe('closed');
});

it('an order while the place is asked for is that order; the place may still come', async () => {
  expect((await here.says('周敏', '发现垃圾桶满溢，请环卫中心今天下午6点前清运', { images: 1 })).text).toContain(
    '位置',
  );
  const { text } = await here.says('周敏', '开启迎检期到12月5日');
  expect(text).toContain('迎检期');
  expect(await here.room.issues()).toEqual([]);
  await here.says('周敏', '解放路12号门口');
  expect(await here.room.issues()).toMatchObject([{ location: '解放路12号门口' }]);
});
