import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, steps } = here;

const LOG = '牛角巷口占道经营，请城管局今天下午5点前处理';

test('the liaison claims and is the owner', async () => {
  await says('刘志强', LOG);
  const heard = await says('王磊', '收到，#1我们认领，马上安排人去');
  expect(heard.text).toBe('已认领#1，责任人王磊。时限：今天 17:00（剩7小时）。\n整改后回复“1已整改”并附照片。');
  expect(await here.room.issue(1)).toMatchObject({ state: 'claimed', owner: '王磊', claimedAt: here.room.now() });
  expect(await steps(1)).toEqual(['log 刘志强', 'dispatch 刘志强', 'claim 王磊']);
});

test('the button says what typing says', async () => {
  const logged = await says('刘志强', LOG);
  await says('王磊', logged.replies[0]?.buttons[0]?.says ?? '');
  expect(await here.room.issue(1)).toMatchObject({ state: 'claimed' });
});

test('by quoting the card', async () => {
  const logged = await says('刘志强', LOG);
  await says('王磊', '认领', { quote: logged.replies[0]?.id ?? '' });
  expect(await here.room.issue(1)).toMatchObject({ state: 'claimed', owner: '王磊' });
});

test('a colleague who is named is the owner and told so', async () => {
  await says('刘志强', LOG);
  const heard = await says('王磊', '认领1，由常广平负责');
  expect(await here.room.issue(1)).toMatchObject({ owner: '常广平' });
  expect(heard.pushes).toMatchObject([{ person: '常广平' }]);
  expect(heard.pushes[0]?.text).toContain('王磊认领并请您负责：#1 牛角巷口 占道经营');
});

test('several at once; where one fails none is done, and it is told which and why', async () => {
  await says('刘志强', LOG);
  await says('刘志强', '油坊巷口占道经营，请城管局今天下午5点前处理');
  await says('刘志强', '牛角巷口垃圾桶满溢，请环卫中心今天下午5点前处理');
  const before = await here.holding();
  const refused = await says('王磊', '认领1、2、3、99');
  expect(refused.text).toBe(
    [
      '#3的责任单位是市环卫中心，请该单位联络员回复“认领3”。',
      '没有#99这个问题，请核对编号。',
      '没有作任何改动。其余2件可以办，请去掉上面的再发一次。',
    ].join('\n'),
  );
  expect(await here.holding()).toBe(before);
  expect((await says('王磊', '认领1、2')).text).toContain('已认领#1、#2，责任人王磊。');
  expect((await here.room.issues()).map(({ state }) => state)).toEqual(['claimed', 'claimed', 'dispatched']);
});

test('from a card with several units’ problems only the own ones', async () => {
  const logged = await says('刘志强', '牛角巷口占道经营，请城管局处理；垃圾桶满溢，请环卫中心处理');
  await says('王磊', '认领', { quote: logged.replies[0]?.id ?? '' });
  expect((await here.room.issues()).map(({ units, state }) => [units[0], state])).toEqual([
    ['市城管局', 'claimed'],
    ['市环卫中心', 'dispatched'],
  ]);
});

test.each([
  ['冯涛', '认领1', '#1的责任单位是市城管局，请该单位联络员回复“认领1”。'],
  ['刘志强', '认领1', '刘志强，认领由责任单位的联络员或负责人办理。'],
  ['王磊', '认领7', '没有#7这个问题，请核对编号。'],
  ['王磊', '认领1，由冯涛负责', '冯涛不是市城管局的人'],
])('%s says %s: refused, and nothing changes', async (name, text, sentence) => {
  await says('刘志强', LOG);
  const before = await here.holding();
  expect((await says(name, text)).text).toContain(sentence);
  expect(await here.holding()).toBe(before);
});

test('twice: the second time is told who has it, and nothing changes', async () => {
  await says('刘志强', LOG);
  await says('王磊', '认领1');
  const before = await here.holding();
  expect((await says('王磊', '认领1')).text).toMatch(/^#1已由王磊认领，不用再认领。/);
  expect(await here.holding()).toBe(before);
});
