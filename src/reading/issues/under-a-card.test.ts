/** Another problem told under a card is logged at the place of the card, and the quoted one stays with its unit. */
import { expect, test } from 'vitest';
import { saidOf } from '../../testing/reader.ts';

const quote = '✅已登记 #436 滨江公园西门公厕 洗手池堵塞 责任单位：市环卫中心';

test.each<[string, string]>([
  ['还是这里，灯也坏了两盏，一并交给环卫', '灯也坏了两盏|市环卫中心'],
  ['这里还有个问题，地面湿滑，也交给环卫', '地面湿滑|市环卫中心'],
  ['同一个地方，门锁也坏了，一起派给环卫中心', '门锁也坏|市环卫中心'],
  ['还是这个公厕，没有厕纸，一并转环卫', '没有厕纸|市环卫中心'],
  ['还有，隔间门掉了，一块交给环卫处理', '隔间门掉|市环卫中心'],
  ['这儿墙上小广告也多，一起交给城管', '墙上小广告也多|市城管局'],
])('%s', (text, problem) => {
  const { act, issues } = saidOf(text, { quote, images: 1 });
  expect([
    act,
    ...issues.map(({ location, description, units }) => `${location ?? '?'}|${description}|${units.join('+')}`),
  ]).toEqual(['issue.log', `滨江公园西门公厕|${problem}`]);
});

test.each(['一并交给环卫', '这里交给城管', '这个交给城管局，环卫配合', '洗手池是城投的，转给城投'])(
  '%s: of the quoted one',
  (text) => {
    expect(saidOf(text, { quote }).act).toBe('issue.reassign');
  },
);

/** 重新画一下 sends nothing back where another kind of thing is told to another unit. */
test.each<[string, string]>([
  ['还是这个地方 斑马线磨得快看不见了 交警队尽快重新画一下', 'issue.log'],
  ['同一个地方，路灯不亮，请住建局重新装一个', 'issue.log'],
  ['还是这个地方 摊子又摆出来了 城管重新清一下', 'issue.reopen'],
  ['还是这个地方，地上油污重新洗一下，城管局', 'issue.return'],
  ['还是这个地方没整改好，重新弄', 'issue.return'],
])('%s: %s', (text, act) => {
  expect(saidOf(text, { quote: '✅已登记 #398 河西小学门口 流动摊贩占道 责任单位：市城管局' }).act).toBe(act);
});
