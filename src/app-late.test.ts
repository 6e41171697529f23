/** What becomes of an answer in the response, by how long the vendor has been waiting: over real HTTP, with a given clock. */
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { OutboxRow, OutboxStore } from '../storage/store.ts';
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
  partsOut: null,
  sentAt: null,
  failure: null,
};

const DELIVERED_AT = new Date(5_000);

/** A vendor whose 200 can carry the answer. */
const DOOR: Platform = {
  name: 'wecom',
  receive: () => ({
    kind: 'message',
    incoming: INCOMING,
    deliveredAt: DELIVERED_AT,
    acknowledge: (answer) => ({ body: answer?.text ?? '', contentType: 'text/plain', carriesAnswer: answer !== null }),
  }),
  send: () => Promise.resolve(),
  fetchPicture: () => Promise.reject(new Error('none')),
  canReach: () => true,
};

interface Course {
  /** The event loop stood still before the request was read. */
  readonly stoodStillMs?: number;
  readonly handlingMs?: number;
  /** From the answer to the moment when the response is out. */
  readonly leavingMs?: number;
  readonly hangsUp?: boolean;
  readonly seen?: boolean;
}

/** Delivers once; gives the response's body, null where the vendor did not wait for it, and what the passage was told, in order. */
async function run({ stoodStillMs = 0, handlingMs = 0, leavingMs = 0, hangsUp = false, seen = false }: Course) {
  const marks: string[] = [];
  let elapsed = stoodStillMs;
  const told = Promise.withResolvers<void>();
  const mark = (what: string): Promise<void> => Promise.resolve(void marks.push(what));
  const settle = (what: string): Promise<void> => mark(what).then(told.resolve);
  const vendor = new AbortController();
  const app = createApp({
    doors: new Map([['wecom', DOOR]]),
    bot: {
      async handle(_incoming, passage) {
        elapsed += handlingMs;
        if (seen) return { seen, answer: null };
        await passage?.leaves?.(ROW, {} as OutboxStore); // handed on only
        return { seen, answer: ROW };
      },
    },
    health: { good: () => undefined, refused: () => undefined, report: () => Promise.reject(new Error('not asked')) },
    isSeen: () => Promise.resolve(false),
    metrics: { contentType: 'text/plain', text: () => Promise.resolve('') },
    outgoing,
    async carrying(_row, { id, at }) {
      await mark(`carrying ${id} of ${at?.getTime()}`);
      if (!hangsUp) return true;
      vendor.abort();
      await closed;
      return true;
    },
    answered: (_row, passed) => settle(passed),
    released: () => settle('released'),
    repeated: (platform, { id, at }) => settle(`repeated ${platform} ${id} of ${at?.getTime()}`),
    log: () => undefined,
    leaving: () => void (elapsed += leavingMs),
    elapsedMs: () => elapsed,
    quietSince: () => 0,
    pages: [],
  });
  const server = app.listen(0, '127.0.0.1');
  const closed = new Promise((resolve) => {
    server.on('connection', (socket) => void socket.once('close', resolve));
  });
  await new Promise((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const asked = { method: 'POST', body: '{}', signal: vendor.signal };
  const body = await fetch(`http://127.0.0.1:${port}/webhook/wecom`, asked).then(
    (response) => response.text(),
    () => null,
  );
  await told.promise;
  server.closeIdleConnections();
  await new Promise((resolve) => void server.close(resolve));
  return { body, marks };
}

const CARRYING = 'carrying M-1 of 5000';

const cases: readonly (readonly [string, Course, Awaited<ReturnType<typeof run>>])[] = [
  ['in good time: carried', { handlingMs: 3_900 }, { body: '100%', marks: [CARRYING, 'carried'] }],
  ['handled too slowly: by the second way', { handlingMs: 4_100 }, { body: '', marks: ['released'] }],
  [
    'read too late, though handled at once: by the second way',
    { stoodStillMs: 4_100 },
    { body: '', marks: ['released'] },
  ],
  [
    'read late and handled slowly: both count',
    { stoodStillMs: 2_100, handlingMs: 2_000 },
    { body: '', marks: ['released'] },
  ],
  [
    'out only when the vendor may have hung up: doubtful',
    { handlingMs: 3_900, leavingMs: 700 },
    { body: '100%', marks: [CARRYING, 'late'] },
  ],
  ['the vendor has hung up before', { hangsUp: true }, { body: null, marks: [CARRYING, 'cut'] }],
  [
    'handled before: no answer, and what the first response carried is looked at',
    { seen: true },
    { body: '', marks: ['repeated wecom M-1 of 5000'] },
  ],
];

it.each(cases)('%s', async (_name, course, expected) => {
  expect(await run(course)).toEqual(expected);
});
