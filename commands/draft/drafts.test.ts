import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says } = here;

const NO_PLACE = '垃圾没人清，环卫抓紧来';
const NO_UNIT = '政务中心一楼志愿服务站无人值守';
const WHOLE = '牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理';
const NONE =
  '没有等您答复的问题：可能已办结，或者超过30分钟失效了，或者问的是别人。没有作任何改动，请把内容完整地再发一次。';

const idOf = (heard: { replies: readonly { id: string }[] }): string => heard.replies[0]?.id ?? '';

test('nobody answers a question put to somebody else; who was asked still can', async () => {
  const asked = await says('孙伟', NO_UNIT);
  expect((await says('陈芳', '对', { quote: idOf(asked) })).text).toBe(NONE);
  expect((await says('陈芳', '市城管局', { quote: idOf(asked) })).text).toBe(NONE);
  expect(await here.room.issues()).toEqual([]);
  await says('孙伟', '对', { quote: idOf(asked) });
  expect(await here.room.issues()).toHaveLength(1);
});

test('quoting a question put to another does not answer the own one', async () => {
  const asked = await says('孙伟', NO_UNIT);
  await says('陈芳', '步行街志愿服务站无人值守');
  expect((await says('陈芳', '对', { quote: idOf(asked) })).text).toBe(NONE);
  expect(await here.room.issues()).toEqual([]);
});

test('after the half hour it is gone, and said so', async () => {
  const asked = await says('孙伟', NO_UNIT);
  await here.room.clock('2026-11-22T10:31:00+08:00');
  expect((await says('孙伟', '对', { quote: idOf(asked) })).text).toBe(NONE);
  expect(await here.room.issues()).toEqual([]);
});

test('an answer in another conversation answers nothing', async () => {
  await says('孙伟', NO_UNIT);
  await says('孙伟', '对', { group: null });
  expect(await here.room.issues()).toEqual([]);
});

test('a new complete problem leaves the question open', async () => {
  await says('孙伟', NO_PLACE);
  expect((await says('孙伟', WHOLE)).text).toContain('【交办】#1|市环卫中心');
  expect((await says('孙伟', '油坊巷公厕旁')).text).toContain('\n点位：油坊巷公厕旁');
});

test('a question to the bot is answered and leaves its own question open', async () => {
  await says('孙伟', NO_PLACE);
  for (const text of ['超期清单', '今天到期的', '城管局整改率', '查1']) await says('孙伟', text);
  expect(await here.room.issues()).toEqual([]);
  await says('孙伟', '油坊巷公厕旁');
  expect(await here.room.issue(1)).toMatchObject({ location: '油坊巷公厕旁' });
});

test.each([
  ['对，明天上午', '2026-11-23T12:00:00+08:00'],
  ['北门街道，限三天', '2026-11-25T23:59:59+08:00'],
  ['政务服务中心吧，后天', '2026-11-24T23:59:59+08:00'],
])('a time said with the answer is the deadline: %s', async (answer, deadline) => {
  await says('孙伟', NO_UNIT);
  await says('孙伟', answer);
  expect(await here.room.issue(1)).toMatchObject({ deadline: new Date(deadline) });
});

test('the same asked twice is one question', async () => {
  await says('孙伟', NO_UNIT);
  await says('孙伟', NO_UNIT);
  await says('孙伟', '对');
  await says('孙伟', '对');
  expect(await here.room.issues()).toHaveLength(1);
});

test('of two open questions the quoted one is answered', async () => {
  const first = await says('孙伟', NO_PLACE);
  await says('孙伟', '有人乱贴小广告，城管局抓紧处理');
  await says('孙伟', '牛角巷口', { quote: idOf(first) });
  expect(await here.room.issues()).toMatchObject([{ location: '牛角巷口', category: 'sanitation' }]);
});

describe('no to what the bot has shown', () => {
  test.each(['取消', '不对', '不登记了', '算了'])('%s: nothing is recorded, and the question is closed', async (no) => {
    await says('孙伟', NO_UNIT);
    expect((await says('孙伟', no)).text).toBe('已取消，没有登记。需要时请把内容完整地再发一次。');
    await says('孙伟', '对');
    expect(await here.room.issues()).toEqual([]);
  });

  test('改 alone: asked what to change, and the question stays open', async () => {
    await says('刘志强', '滨江大道中段公益广告画面破损，请宣传部更换，本周五前');
    expect((await says('刘志强', '改')).text).toMatch(/^请说明改什么/);
    expect(await here.room.issues()).toEqual([]);
    await says('刘志强', '时限改到11月26日');
    expect(await here.room.issue(1)).toMatchObject({ deadline: new Date('2026-11-26T23:59:59+08:00') });
  });

  test('another place is looked up anew and shown again before it is logged', async () => {
    await says('刘志强', '滨江大道中段公益广告画面破损，请宣传部更换，本周五前');
    expect((await says('刘志强', '地点改为迎宾大道东段')).text).toMatch(/^请确认：迎宾大道东段 .*\|11月27日（周五）。/);
    await says('刘志强', '对');
    expect(await here.room.issue(1)).toMatchObject({ location: '迎宾大道东段', site: '迎宾大道' });
  });
});

test('yes where something is still missing is not enough', async () => {
  const asked = await says('孙伟', NO_PLACE);
  await says('孙伟', '对', { quote: idOf(asked) });
  expect(await here.room.issues()).toEqual([]);
});
