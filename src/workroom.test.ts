/** Works after the commit: once, also across a restart; progress told; nobody waits for them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { openSqliteStorage } from '../storage/database.ts';
import type { Storage } from '../storage/store.ts';
import { createDirectory } from './domain/city.ts';
import { createPostbox } from './postbox.ts';
import { workedCase } from './domain/testing/worked-case.ts';
import { haveIssues } from './testing/room-issues.ts';
import { openRoom } from './testing/room.ts';
import { createWorkroom } from './workroom.ts';
import type { Workroom } from './workroom.ts';
import type { Made, WorkKind } from './works/work-kind.ts';

const config = loadConfig({ dir: 'config', demo: true, env: {} });
const city = { directory: createDirectory(config.directory), settings: config.settings };
const AT = new Date('2026-11-18T10:00:00+08:00');

let storage: Storage;
let now: Date;
let logged: string[];
let rooms: Workroom[];

beforeEach(async () => {
  now = AT;
  logged = [];
  rooms = [];
  storage = await openSqliteStorage(':memory:', () => now);
});
afterEach(async () => {
  await Promise.all(rooms.map((room) => room.stop()));
  await storage.close();
});

const postbox = createPostbox({
  platforms: new Map([
    [
      'simulator',
      {
        name: 'simulator',
        send: () => Promise.resolve(),
        fetchPicture: () => Promise.reject(new Error('none here')),
        canReach: () => true,
      },
    ],
  ]),
  city: () => city,
});

function openWorkroom(kind: WorkKind, owner = 'one'): Workroom {
  const room = createWorkroom({
    kinds: [kind],
    storage,
    city: () => city,
    workshop: { run: () => Promise.reject(new Error('not asked for here')) },
    postbox,
    files: { put: () => Promise.resolve(''), pathOf: (hash) => hash, sizeOf: () => Promise.resolve(0) },
    now: () => now,
    owner,
    log: (line) => logged.push(line),
    onPosted: () => undefined,
  });
  rooms.push(room);
  return room;
}

const posting: Made = {
  async settle(store, at) {
    const to = city.directory.person('周敏');
    if (to) await postbox.notice(store, { to, text: '做好了', at });
  },
};
const order = () => storage.store.works.add({ kind: 'paper', args: {}, told: '周敏', dueAt: now, createdAt: now });
const said = async (): Promise<string[]> => {
  const texts: string[] = [];
  for (;;) {
    const [row] = await storage.store.outbox.due(now, 1);
    if (!row) return texts;
    texts.push(row.text);
    await storage.store.outbox.sent(row.id, now);
  }
};

describe('a work', () => {
  it('is posted once, by whichever of two processes has it', async () => {
    const kind: WorkKind = { kind: 'paper', name: () => '台账', make: () => Promise.resolve(posting) };
    await order();
    const both = [openWorkroom(kind, 'one'), openWorkroom(kind, 'two')];
    await Promise.all(both.map((room) => room.settle()));
    expect(await said()).toEqual(['做好了']);
  });

  it('is tried again with pauses, and given up in words', async () => {
    const kind: WorkKind = { kind: 'paper', name: () => '台账', make: () => Promise.reject(new Error('no luck')) };
    await order();
    const room = openWorkroom(kind);
    for (const minutes of [0, 1, 2, 5]) {
      now = new Date(now.getTime() + minutes * 60_000);
      await room.settle();
    }
    expect(logged).toHaveLength(4);
    const [told, ...more] = await said();
    expect(told).toMatch(/^抱歉，《台账》没有做成，请稍后再试一次。（故障编号 \d{6}/);
    expect(more).toEqual([]);
    expect(await storage.store.works.nextDueAt()).toBeUndefined();
  });

  it('that had to wait for what it needs is still tried again after a fault', async () => {
    const waits: Awaited<ReturnType<WorkKind['make']>>[] = Array.from({ length: 5 }, () => ({ waitMs: 1_000 }));
    let faults = 0;
    const make: WorkKind['make'] = () => {
      const wait = waits.shift();
      if (wait !== undefined) return Promise.resolve(wait);
      faults += 1;
      return faults > 3 ? Promise.resolve(posting) : Promise.reject(new Error('no luck'));
    };
    await order();
    const room = openWorkroom({ kind: 'paper', name: () => '台账', make });
    for (const seconds of [0, 1, 1, 1, 1, 1, 5, 30, 120]) {
      now = new Date(now.getTime() + seconds * 1_000);
      await room.settle();
    }
    expect(faults).toBe(4);
    expect(await said()).toEqual(['做好了']);
  });

  it('that takes more than three seconds is told of, once', async () => {
    const finished = Promise.withResolvers<Made>();
    const begun = Promise.withResolvers<void>();
    const kind: WorkKind = {
      kind: 'paper',
      name: () => '台账',
      make() {
        begun.resolve();
        return finished.promise;
      },
    };
    await order();
    const room = openWorkroom(kind);
    room.poke();
    await begun.promise;
    now = new Date(AT.getTime() + 2_000);
    room.poke();
    now = new Date(AT.getTime() + 4_000);
    room.poke();
    room.poke();
    finished.resolve(posting);
    await room.settle();
    expect(await said()).toEqual(['《台账》内容较多，还在整理，做好后马上发给您，不用再说一次。', '做好了']);
  });

  it('that a process dropped when it died is taken over when its hold runs out', async () => {
    const id = await order();
    await storage.store.works.claim(id, 'dead', now, new Date(now.getTime() + 60_000));
    const kind: WorkKind = { kind: 'paper', name: () => '台账', make: () => Promise.resolve(posting) };
    const room = openWorkroom(kind);
    await room.settle();
    expect(await said()).toEqual([]);
    now = new Date(AT.getTime() + 61_000);
    await room.settle();
    expect(await said()).toEqual(['做好了']);
  });
});

it('messages are answered while 20 papers are being made: the answers come before the papers', async () => {
  const room = await openRoom({ at: '2026-11-18T10:00:00+08:00' });
  try {
    await haveIssues(room, workedCase);
    const { store } = room.house.storage;
    for (let left = 20; left > 0; left -= 1) {
      const args = { sheet: 'ledger', units: null, team: null, period: null, at: AT.toISOString(), to: '周敏' };
      await store.works.add({ kind: 'export', args, told: null, dueAt: AT, createdAt: AT });
    }
    const { simulator } = room.house.connections;
    const answered: number[] = [];
    for (let question = 0; question < 10; question += 1) {
      // Not room.says: that would wait until the papers are made.
      await simulator?.post({ group: 'city', sender: '周敏', text: '整改率' }, room.house.deliver);
      answered.push((await papersMade()).length);
    }
    expect(answered.every((count) => count < 20)).toBe(true);
    await room.house.settle();
    expect(await papersMade()).toHaveLength(20);
    expect(room.faults).toEqual([]);
  } finally {
    await room.close();
  }

  async function papersMade() {
    const messages = (await room.house.connections.simulator?.list({ person: '周敏' }, null)) ?? [];
    return messages.filter(({ text }) => text.includes('整理好了'));
  }
});

it('what was not made before a stop is made after the next start, once', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'duban-works-'));
  try {
    const first = await openRoom({ at: '2026-11-18T10:00:00+08:00', dataDir });
    await first.house.connections.simulator?.post(
      { group: null, sender: '周敏', text: '导出任务分解表' },
      first.house.deliver,
    );
    await first.close();
    const second = await openRoom({ at: '2026-11-18T10:02:00+08:00', dataDir });
    await second.house.settle();
    await second.house.settle();
    const messages = (await second.house.connections.simulator?.list({ person: '周敏' }, null)) ?? [];
    expect(messages.filter(({ text }) => text.includes('整理好了'))).toHaveLength(1);
    await second.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
