/** 再按一次: a press on a card whose platform gives presses no id (DingTalk) is taken again unless something came of it. */
import { beforeEach, expect, test } from 'vitest';
import type { Incoming } from '../chat.ts';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });

/** What the card's button says, pressed by this person; the same id each time. */
async function press(senderId: string, text: string, given: Partial<Incoming> = {}): Promise<string | undefined> {
  const { answer } = await here.room.house.deliver({
    platform: 'simulator',
    id: `card|1|${senderId}|${text}`,
    sharesId: true,
    kind: 'click',
    chatKind: 'group',
    chatId: 'city',
    senderId,
    text,
    mentionsBot: true,
    mentionedIds: [],
    pictures: [],
    quote: null,
    sentAt: here.room.now(),
    reply: null,
    ...given,
  });
  return answer?.text;
}

/** A person has read the answer. */
const later = () => here.room.clock(new Date(here.room.now().getTime() + 10_000).toISOString());

beforeEach(() => haveIssues(here.room, [{ state: 'dispatched' }, { state: 'reported', reportedBy: '王磊' }]));

test('a press that did something happens once', async () => {
  expect(await press('王磊', '认领301')).toContain('已认领#301');
  expect(await press('王磊', '认领301')).toBeUndefined();
  expect((await here.steps(301)).filter((step) => step.startsWith('claim'))).toEqual(['claim 王磊']);
});

test('a refused one may be made again, and does it when nothing stands in its way any more', async () => {
  expect(await press('胡斌', '认领301')).toContain('请该单位联络员');
  // The vendor brings it twice.
  expect(await press('胡斌', '认领301')).toBeUndefined();
  await later();
  expect(await press('胡斌', '认领301')).toContain('请该单位联络员');
  expect((await here.room.issue(301)).state).toBe('dispatched');
});

test('one that led to a question that nobody answered asks again', async () => {
  const asked = await press('刘志强', '302退回');
  expect(asked).toContain('原因');
  await here.room.clock('2026-11-18T12:00:00+08:00');
  expect(await press('刘志强', '302退回')).toBe(asked);
  expect((await here.room.issue(302)).state).toBe('reported');
});

test('after a fault “请稍后再发一次” holds for a press too', async () => {
  // A message without the list of who is mentioned is none that a platform gives: it is a fault of ours.
  expect(await press('王磊', '认领301', { mentionedIds: undefined as never })).toContain('请稍后再发一次');
  await later();
  expect(await press('王磊', '认领301')).toContain('已认领#301');
  await later();
  expect(await press('王磊', '认领301')).toBeUndefined();
});

test('where the platform does name its presses, one that comes again is the one that was answered', async () => {
  expect(await press('胡斌', '认领301', { sharesId: false })).toContain('请该单位联络员');
  expect(await press('胡斌', '认领301', { sharesId: false })).toBeUndefined();
});
