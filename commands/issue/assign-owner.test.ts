import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

const LOG = '牛角巷口占道经营，请城管局今天下午5点前处理';

test('a leader gives it to a colleague, who is told; on an unclaimed problem that is the claim', async () => {
  await says('刘志强', LOG);
  const heard = await says('李强', '1安排常广平负责');
  expect(heard.text).toBe('#1的责任人：常广平。时限：#1 今天 17:00。');
  expect(heard.pushes).toMatchObject([{ person: '常广平' }]);
  expect(heard.pushes[0]?.text).toContain('李强请您负责：#1 牛角巷口 占道经营');
  expect(await here.room.issue(1)).toMatchObject({ state: 'claimed', owner: '常广平' });
  expect((await steps(1)).at(-1)).toBe('assignOwner 李强');
});

test.each([
  ['李强', '1安排冯涛负责', '冯涛不是市城管局的人'],
  ['庞玉兰', '1安排冯涛负责', '#1的责任人由市城管局指定'],
  ['王磊', '1安排常广平负责', '责任人由责任单位的领导指定'],
  ['李强', '9安排常广平负责', '没有#9这个问题，请核对编号。'],
])('%s says %s: refused, and nothing changes', async (name, text, sentence) => {
  await says('刘志强', LOG);
  const before = await here.holding();
  expect((await says(name, text)).text).toContain(sentence);
  expect(await here.holding()).toBe(before);
});
