/** What goes out through the doors: parts of long messages, order while others fail, fates that nobody knows, two houses at once. */
import { afterEach, describe, expect, it } from 'vitest';
import { readEnv } from '../config/env.ts';
import type { OutboxRow } from '../storage/store.ts';
import { assemble } from './assemble.ts';
import type { House } from './house.ts';
import { openDoorHouse } from './testing/doors/door-house.ts';
import type { DoorHouse } from './testing/doors/door-house.ts';
import { DOOR_NAMES } from './testing/doors/door.ts';
import type { Door, DoorName } from './testing/doors/door.ts';
import { outboxRows } from './testing/doors/outbox-file.ts';
import { eventually } from './testing/doors/wait.ts';
import { PROBLEM } from './testing/doors/walk.ts';

let at: DoorHouse | undefined;
afterEach(async () => {
  await at?.close();
  at = undefined;
});

const NEXT_MORNING = '2026-11-19T08:40:00+08:00';

/** Something the bot says of its own accord. */
async function post(house: DoorHouse, to: OutboxRow['to'], text: string): Promise<void> {
  const { platform } = house.door;
  const conversation = to.kind === 'single' ? `${platform}:single:${to.personId}` : `${platform}:group:${to.groupId}`;
  const times = { dueAt: house.now(), createdAt: house.now() };
  const plain = { mentions: [], buttons: [], attachments: [], reply: null, answers: null };
  await house.house.storage.store.outbox.add({ kind: 'notice', platform, conversation, to, text, ...plain, ...times });
  await house.quiet();
}

const bytes = (text: string): number => Buffer.byteLength(text);
const characters = (text: string): number => text.length;
/** Chinese text of so many bytes, or so many characters. */
const ofBytes = (count: number): string => '垃'.repeat(Math.floor(count / 3)) + 'x'.repeat(count % 3);
const ofCharacters = (count: number): string => '垃'.repeat(count);

describe('a message at the limit of its way is one, beyond it two, each within the limit', () => {
  const cases: readonly {
    readonly name: DoorName;
    readonly way: string;
    readonly single: boolean;
    readonly limit: number;
    readonly size: (text: string) => number;
    readonly text: (size: number) => string;
  }[] = [
    { name: 'wecom-url', way: '群机器人', single: false, limit: 2_048, size: bytes, text: ofBytes },
    { name: 'wecom-url', way: '自建应用', single: true, limit: 2_048, size: bytes, text: ofBytes },
    { name: 'wecom-socket', way: '群机器人', single: false, limit: 2_048, size: bytes, text: ofBytes },
    { name: 'wecom-socket', way: '长连接', single: true, limit: 20_480, size: bytes, text: ofBytes },
    { name: 'dingtalk-http', way: '群消息', single: false, limit: 3_500, size: characters, text: ofCharacters },
    { name: 'dingtalk-http', way: '单聊', single: true, limit: 3_500, size: characters, text: ofCharacters },
    { name: 'dingtalk-stream', way: '群消息', single: false, limit: 3_500, size: characters, text: ofCharacters },
    { name: 'dingtalk-stream', way: '单聊', single: true, limit: 3_500, size: characters, text: ofCharacters },
  ];

  it.each(cases)('$name, $way: $limit', async ({ name, single, limit, size, text }) => {
    at = await openDoorHouse(name);
    const { door, scene } = at;
    await at.says('王磊', { text: '我的待办', group: null }); // from now on the bot may begin a talk with him
    const to: OutboxRow['to'] = single
      ? { kind: 'single', personId: scene.people.idOf(door.platform, '王磊') }
      : { kind: 'group', groupId: 'city', chatId: door.chatOf('city') };
    const where = single ? { person: '王磊' } : { group: 'city' };
    for (const [length, parts] of [
      [limit - 1, 1],
      [limit, 1],
      [limit + 1, 2],
    ] as const) {
      const before = door.shown(where).length;
      await post(at, to, text(length));
      const shown = door.shown(where).slice(before);
      expect(shown).toHaveLength(parts);
      expect(shown.every((part) => size(part.text) <= limit)).toBe(true);
      expect(shown.map((part) => part.text.replace(/^\(\d\/\d\)\n/u, '')).join('')).toBe(text(length));
    }
  });
});

describe('while one platform fails', () => {
  const pairs: readonly [failing: DoorName, working: DoorName][] = [
    ['dingtalk-http', 'wecom-url'],
    ['dingtalk-stream', 'wecom-socket'],
    ['wecom-socket', 'dingtalk-stream'],
  ];
  it.each(pairs)('%s: %s goes on in order, and the other catches up in order', async (failing, working) => {
    at = await openDoorHouse([working, failing]);
    const [good, bad] = at.scene.doors;
    if (!good || !bad) throw new Error('two doors were asked for');
    bad.setChance(() => 'throttled');
    const asked = [1, 2, 3, 4, 5];
    for (const no of asked) for (const door of [bad, good]) await sayTo(at, door, `查${no}`);
    const numbers = (door: Door): number[] =>
      door.shown({ group: 'city' }).map(({ text }) => Number(/#?(\d+)/u.exec(text)?.[1]));
    expect(numbers(good)).toEqual(asked);
    expect(numbers(bad)).toEqual([]);
    bad.setChance(undefined);
    for (const minute of [15, 30, 45, 59]) await at.clock(`2026-11-18T10:${minute}:00+08:00`);
    expect(numbers(bad)).toEqual(asked);
    expect(numbers(good)).toEqual(asked);
  });
});

async function sayTo(house: DoorHouse, door: Door, text: string): Promise<void> {
  const delivery = door.says('周敏', { text });
  await delivery.send();
  await house.handled(delivery);
}

describe.each(DOOR_NAMES)('an answer whose fate %s does not tell', (name) => {
  it('is not sent again in silence; the office reads of it in the morning', async () => {
    at = await openDoorHouse(name);
    await at.says('周敏', { text: '我的待办', group: null });
    at.door.setChance(() => 'lost');
    await at.says('刘志强', PROBLEM);
    at.door.setChance(undefined);
    await at.clock('2026-11-18T11:00:00+08:00');
    const rows = (await outboxRows(at.scene.dataDir)).filter(({ text }) => text.includes('【交办】'));
    expect(rows.map(({ state }) => state)).toContain('unknown');
    await at.clock(NEXT_MORNING);
    const morning = at.door.shown({ person: '周敏' }).find(({ text }) => text.includes('【创城办晨报】'));
    expect(morning?.text).toContain('不确定是否送达');
    expect(at.door.shown({ group: 'city' }).filter(({ text }) => text.includes('【交办】'))).toHaveLength(1);
  });
});

describe.each(['dingtalk-http', 'dingtalk-stream'] as const)('the month’s allowance of %s', (name) => {
  it('is warned about in the office’s morning line from 80 percent on', async () => {
    at = await openDoorHouse(name);
    await at.house.storage.store.quota.add('dingtalk', 'dingtalk-message-2026-11', 2_390);
    await at.says('周敏', '城管局整改率');
    await at.clock('2026-11-18T11:00:00+08:00');
    for (let no = 1; no <= 8; no += 1) await at.says('周敏', `查${no}`);
    await at.clock(NEXT_MORNING);
    const morning = at.door.shown({ person: '周敏' }).find(({ text }) => text.includes('【创城办晨报】'));
    expect(morning?.text).toMatch(/钉钉本月消息额度已用24\d\d\/3000/u);
  });
});

describe('two houses on one database', () => {
  let other: House | undefined;
  afterEach(async () => {
    await other?.stop();
    other = undefined;
  });

  async function openOther(house: DoorHouse): Promise<House> {
    const opened = await assemble({ env: readEnv(house.scene.env), realNow: house.now, log: () => undefined });
    await opened.start();
    return opened;
  }

  it('the long connection is one house’s; the other waits, and takes over when it goes', async () => {
    at = await openDoorHouse('wecom-socket');
    const { door } = at;
    const waiting = await openOther(at);
    other = waiting;
    const health = (): string => waiting.connections.platforms.get('wecom')?.health?.() ?? '';
    await eventually(() => health().includes('备用'));
    expect((await at.says('周敏', '城管局整改率')).map(({ text }) => text)).toHaveLength(1);
    await at.house.stop();
    await eventually(() => health().includes('已连接') && door.isUp());
    const delivery = door.says('周敏', { text: '环卫中心整改率' });
    await delivery.send();
    await eventually(() => door.shown({ group: 'city' }).length === 2);
    await at.restart();
  });

  it('the stream’s messages fall to either, each answered once; the bulletin goes out once', async () => {
    at = await openDoorHouse('dingtalk-stream');
    const { door } = at;
    const second = await openOther(at);
    other = second;
    await at.says('刘志强', PROBLEM);
    for (let no = 1; no <= 6; no += 1) {
      const delivery = door.says('周敏', { text: `查${no}` });
      await Promise.all([delivery.send(), delivery.send()]);
      await at.handled(delivery);
      await second.settle();
    }
    await eventually(() => door.shown({ group: 'city' }).length >= 7);
    const before = door.shown({ group: 'city' }).length;
    expect(before).toBe(7);
    const clock = at.clock('2026-11-18T18:10:00+08:00');
    await Promise.all([clock, second.runDue()]);
    await second.settle();
    const said = door.shown({ group: 'city' }).slice(before);
    expect(said.filter(({ text }) => text.includes('【创城日通报】'))).toHaveLength(1);
  });
});
