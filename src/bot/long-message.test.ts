/** A message longer than what is read: one sentence, and nothing of it is done. */
import { expect, test } from 'vitest';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, refusal } = here;

/** Eighteen problems, each told at length. */
const LIST = Array.from(
  { length: 18 },
  (_none, at) => `${at + 1}. 建设路${at + 1}号门口垃圾满溢，${'桶边散落较多'.repeat(44)}，请环卫中心今天17点前清运`,
).join('\n');

test('none of its problems is logged, and it is said what to do', async () => {
  expect(LIST.length).toBeGreaterThan(4000);
  const said = await refusal('刘志强', LIST, { images: 2 });
  expect(said).toBe(
    `这条消息有${LIST.length}个字，一次最多看4000个字，没有作任何登记或改动。请分几条发，每条不超过4000个字。`,
  );
  const half = LIST.split('\n');
  expect((await says('刘志强', half.slice(0, 9).join('\n'))).text).toContain('#9');
  expect(await here.room.issues()).toHaveLength(9);
});

test('an order in it is not carried out either, whichever end it stands at', async () => {
  await haveIssues(here.room, [{ state: 'dispatched' }]);
  for (const text of [`认领301，${'说明'.repeat(2000)}`, `${'说明'.repeat(2000)}，认领301`]) {
    expect(await refusal('王磊', text)).toContain('没有作任何登记或改动');
  }
});

test('four thousand are read', async () => {
  await haveIssues(here.room, [{ state: 'dispatched' }]);
  const order = '认领301，';
  expect((await says('王磊', order + '好'.repeat(4000 - order.length))).text).not.toContain('一次最多');
});

test('who does not speak to the bot may write as much as he likes', async () => {
  expect((await says('刘志强', LIST, { mentionsBot: false })).text).toBe('');
});
