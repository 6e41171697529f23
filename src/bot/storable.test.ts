/** What no database takes is left out before anything is read or kept, whatever door it came by. */
import { expect, test } from 'vitest';
import type { Incoming } from '../chat.ts';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { storable } from './storable.ts';

const message: Incoming = {
  platform: 'simulator',
  id: 'm1',
  kind: 'message',
  chatKind: 'group',
  chatId: 'city',
  senderId: '王磊',
  text: '',
  mentionsBot: true,
  mentionedIds: [],
  pictures: [],
  quote: null,
  sentAt: new Date('2026-11-22T02:00:00Z'),
  reply: null,
};

test.each([
  ['认领\u0000301', '认领301'],
  ['\u0000', ''],
  ['半\ud800个', '半\ufffd个'],
  ['整个😀', '整个😀'],
])('“%s”', (typed, kept) => {
  const quote = { text: typed, messageId: 'q\u0000', pictures: [] };
  expect(storable({ ...message, text: typed, quote })).toEqual({
    ...message,
    text: kept,
    quote: { ...quote, text: kept },
  });
});

test.each([null, { text: null, messageId: 'q', pictures: [] }])('a quote without words: %j', (quote) => {
  expect(storable({ ...message, quote })).toEqual({ ...message, quote });
});

const here = inRoom();

test('the message is understood and answered, and the mark that it was seen can be written anywhere', async () => {
  await haveIssues(here.room, [{ state: 'dispatched' }]);
  const { answer } = await here.room.house.deliver({ ...message, text: '认领\u0000301' });
  expect(answer?.text).toContain('已认领#301');
  expect(await here.room.house.storage.store.inbox.textOf('simulator', 'm1')).toBe('认领301');
});
