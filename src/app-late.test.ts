/** A response that comes when the vendor may have hung up carries no answer: the outbox sends it by another way. */
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { OutboxRow } from '../storage/store.ts';
import { createApp } from './app.ts';
import type { Incoming, Platform } from './chat.ts';
import { outgoing } from './outbox.ts';

const INCOMING: Incoming = {
  platform: 'wecom',
  id: 'M-1',
  kind: 'message',
  chatKind: 'group',
  chatId: 'g',
  senderId: 'lina',
  text: '整改率',
  mentionsBot: true,
  mentionedIds: [],
  pictures: [],
  quote: null,
  sentAt: new Date(0),
  reply: null,
};
const ROW: OutboxRow = {
  id: 'row',
  conversation: 'wecom:group:city',
  kind: 'answer',
  platform: 'wecom',
  to: { kind: 'group', groupId: 'city', chatId: 'g' },
  text: '100%',
  mentions: [],
  buttons: [],
  attachments: [],
  reply: null,
  answers: 'M-1',
  dueAt: new Date(0),
  createdAt: new Date(0),
  state: 'waiting',
  attempts: 0,
  interrupted: false,
  sentAt: null,
  failure: null,
};

/** A vendor whose 200 can carry the answer. */
const DOOR: Platform = {
  name: 'wecom',
  receive: () => ({
    kind: 'message',
    incoming: INCOMING,
    acknowledge: (answer) => ({ body: answer?.text ?? '', contentType: 'text/plain', carriesAnswer: answer !== null }),
  }),
  send: () => Promise.resolve(),
  fetchPicture: () => Promise.reject(new Error('none')),
  canReach: () => true,
};

const cases: readonly (readonly [string, number, { body: string; marks: string[] }])[] = [
  ['in time', 3_900, { body: '100%', marks: ['carrying', 'carried'] }],
  ['late', 4_100, { body: '', marks: ['released'] }],
];

it.each(cases)('%s', async (_name, tookMs, expected) => {
  const marks: string[] = [];
  let elapsed = 0;
  const mark = (what: string): Promise<void> => Promise.resolve(void marks.push(what));
  const app = createApp({
    doors: new Map([['wecom', DOOR]]),
    bot: {
      handle() {
        elapsed += tookMs;
        return Promise.resolve({ seen: false, answer: ROW });
      },
    },
    health: { good: () => undefined, refused: () => undefined, report: () => Promise.reject(new Error('not asked')) },
    metrics: { contentType: 'text/plain', text: () => Promise.resolve('') },
    outgoing,
    carrying: () => mark('carrying').then(() => true),
    answered: (_row, carried) => mark(carried ? 'carried' : 'not carried'),
    released: () => mark('released'),
    log: () => undefined,
    leaving: () => undefined,
    elapsedMs: () => elapsed,
    pages: [],
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const response = await fetch(`http://127.0.0.1:${port}/webhook/wecom`, { method: 'POST', body: '{}' });
  expect({ status: response.status, body: await response.text() }).toEqual({ status: 200, body: expected.body });
  await new Promise((resolve) => void server.close(resolve));
  expect(marks).toEqual(expected.marks);
});
