/** For tests: the simulator behind real HTTP on a database in memory, a clock moved by hand, and any bot one likes. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Router } from '@koa/router';
import Koa from 'koa';
import { openSqliteStorage } from '../../storage/database.ts';
import type { Deliver, Incoming, Outgoing } from '../chat.ts';
import { createSimulatorApi } from '../platforms/simulator/api.ts';
import { createSimulator, type Simulator } from '../platforms/simulator/index.ts';
import type { Files, KnownGroup, KnownPerson } from '../platforms/simulator/parts.ts';

export const stageGroups: readonly KnownGroup[] = [
  { id: 'city', name: '创城督查工作群', members: ['刘志强', '王磊', '赵雪'] },
  { id: 'departments', name: '部门群', members: ['王磊'] },
];

export const stagePeople: readonly KnownPerson[] = [
  { name: '刘志强', role: '督查组长', unit: '督查一组' },
  { name: '王磊', role: '联络员', unit: '市城管局' },
  { name: '张建国', role: '一把手', unit: '市城管局' },
  { name: '赵雪', role: '创城办工作人员', unit: '市创城办' },
];

/** A message as a test writes it; the rest is empty. */
export type Said = Partial<Outgoing> & Pick<Outgoing, 'to' | 'text'>;

export interface Stage {
  readonly address: string;
  readonly simulator: Simulator;
  /** What the bot was handed, in order. */
  readonly heard: Incoming[];
  /** Sends as the outbox would: everything else empty unless given. */
  send(message: Said): Promise<void>;
  close(): Promise<void>;
}

/** Opens the stage on a free port. `pages` are served beside the API. */
export async function openStage(options: {
  replies: (incoming: Incoming) => readonly Said[];
  startsAt: Date;
  pages?: Router;
  onAdvance?: (to: Date) => readonly Said[];
}): Promise<Stage> {
  let now = options.startsAt;
  let sent = 0;
  const heard: Incoming[] = [];
  const waiting: Outgoing[] = [];
  const storage = await openSqliteStorage(':memory:', () => now);
  const simulator = createSimulator({
    memory: storage.store.simulator,
    files: processFiles(),
    groups: () => stageGroups,
    people: () => stagePeople,
    botNames: ['督办机器人', '督辦機器人'],
    now: () => now,
  });
  const queue = (message: Said) => {
    sent += 1;
    waiting.push({
      id: `out-${sent}`,
      platform: 'simulator',
      mentions: [],
      buttons: [],
      attachments: [],
      reply: null,
      answers: null,
      ...message,
    });
  };
  const settle = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await simulator.send(next);
  };
  const deliver: Deliver = async (incoming) => {
    heard.push(incoming);
    for (const message of options.replies(incoming)) queue(message);
    return { answer: null };
  };
  const clock = {
    now: () => now,
    advance: async (to: Date) => {
      for (const message of options.onAdvance?.(to) ?? []) queue(message);
      now = to;
    },
  };
  const app = new Koa();
  app.silent = true;
  app.use(createSimulatorApi({ simulator, deliver, settle, clock }).routes());
  if (options.pages) app.use(options.pages.routes());
  const answer = app.callback();
  const server = createServer((request, response) => void answer(request, response));
  const port = await listening(server);
  return {
    address: `http://127.0.0.1:${port}`,
    simulator,
    heard,
    send: async (message) => {
      queue(message);
      await settle();
    },
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
      await storage.close();
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    // A server listening on TCP has an address with a port.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function processFiles(): Files {
  const kept = new Map<string, Buffer>();
  return {
    put: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return hash;
    },
    get: async (hash) => kept.get(hash),
  };
}
