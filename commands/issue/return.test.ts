import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

async function reported(): Promise<string> {
  await says('刘志强', '牛角巷口占道经营，请城管局今天下午5点前处理', { group: null });
  const card = await says('王磊', '1已整改', { images: 1 });
  return card.replies[0]?.id ?? '';
}

test('with reason and time: back to the unit, which is tagged; the first deadline stays', async () => {
  await reported();
  const heard = await says('孙伟', '1整改不彻底，退回重改，明天上午10点前', { images: 1 });
  expect(heard.text).toBe(
    [
      '【退回】#1|市城管局',
      '点位：牛角巷口（背街小巷·东湖街道）',
      '问题：占道经营',
      '原因：整改不彻底（孙伟）',
      '重改时限：明天 10:00（剩24小时）',
      '@王磊 重新整改后引用本条回复“已整改”并附照片。',
    ].join('\n'),
  );
  expect(heard.replies[0]?.mentions).toEqual(['王磊']);
  expect(await here.room.issue(1)).toMatchObject({
    state: 'claimed',
    returnCount: 1,
    returnDeadline: new Date('2026-11-23T10:00:00+08:00'),
    deadline: new Date('2026-11-22T17:00:00+08:00'),
  });
  expect((await steps(1)).at(-1)).toBe('return 孙伟');
});

test('without a reason it is asked for and nothing changes; the next message gives it', async () => {
  const card = await reported();
  const before = await here.holding();
  const asked = await says('刘志强', '这个不行啊，打回去', { quote: card });
  expect(asked.text).toBe('还差退回的原因：#1哪里不合格？引用本条回复即可，如“现场还有3辆车”。');
  expect(await here.holding()).toBe(before);
  await says('刘志强', '摊位还摆在盲道上');
  const records = await here.room.house.storage.store.records.ofIssue(1);
  expect(records.at(-1)).toMatchObject({ step: 'return', note: '摊位还摆在盲道上' });
  expect(await here.room.issue(1)).toMatchObject({ state: 'claimed', returnCount: 1 });
});

test('returned, reported again, passed: late or not goes by the first deadline', async () => {
  await reported();
  await says('孙伟', '1退回，还有两个摊位没撤');
  await here.room.clock('2026-11-22T17:30:00+08:00');
  await says('王磊', '1已整改', { images: 1 });
  expect((await says('孙伟', '1核查通过')).text).toContain('超期1天');
});

test.each([
  ['丁一', '1不合格，退回重改', '退回重改由督查组和创城办办理'],
  ['王磊', '1不合格，退回重改', '正待核查'],
  ['孙伟', '99退回，没有清干净', '没有#99这个问题，请核对编号。'],
])('%s says %s: refused, and nothing changes', async (name, text, sentence) => {
  await reported();
  const before = await here.holding();
  expect((await says(name, text)).text).toContain(sentence);
  expect(await here.holding()).toBe(before);
});

test('what is not reported cannot be returned, and no reason is asked for', async () => {
  await says('刘志强', '牛角巷口占道经营，请城管局今天下午5点前处理');
  const before = await here.holding();
  expect((await says('孙伟', '1退回')).text).toContain('#1还没有报整改，不能退回');
  expect(await here.holding()).toBe(before);
});
