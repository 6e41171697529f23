import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../chat.ts';
import { createHandClock, until } from '../../testing/hand-clock.ts';
import type { HandClock } from '../../testing/hand-clock.ts';
import { SECRETS, startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { aWecom, socketMode } from '../../testing/fake-wecom/wecom-platform.ts';
import type { Line } from '../../testing/fake-wecom/wecom-platform.ts';
import type { Lease, WecomOptions } from './index.ts';

let clock: HandClock;
let fake: FakeWecom;
let lines: Line[];
let running: Platform[];

beforeEach(async () => {
  clock = createHandClock();
  fake = await startFakeWecom({ now: clock.now });
  lines = [];
  running = [];
});

afterEach(async () => {
  for (const platform of running) await platform.stop?.();
  await fake.stop();
});

async function start(given: Partial<WecomOptions> = {}): Promise<Platform> {
  const platform = aWecom(fake, clock, { ...socketMode(fake), ...given }, lines);
  running.push(platform);
  await platform.start?.(() => Promise.resolve({ answer: null }));
  return platform;
}

const isUp = (): boolean => fake.socket.isUp();
const says = (platform: Platform | undefined, words: string) => (): boolean =>
  platform?.health?.().includes(words) === true;
/** Lets promises that are due run, without waiting for time. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
};

/** One lease for several instances, as a database keeps it. */
function sharedLease(): (name: string) => Lease {
  let holder: string | undefined;
  let until = 0;
  return (name) => {
    const hold = (): Promise<boolean> => {
      const isFree = holder === undefined || holder === name || until <= clock.now().getTime();
      if (isFree) {
        holder = name;
        until = clock.now().getTime() + 30_000;
      }
      return Promise.resolve(isFree);
    };
    return {
      take: hold,
      renew: hold,
      release() {
        if (holder === name) holder = undefined;
        return Promise.resolve();
      },
    };
  };
}

describe('keeping the connection', () => {
  it('pings every half minute', async () => {
    const platform = await start();
    await until(says(platform, '已连接'));
    for (let beat = 1; beat <= 3; beat += 1) {
      clock.pass(30_000);
      await until(() => fake.socket.pings() === beat);
      await settle();
    }
    expect(fake.socket.logins()).toBe(1);
  });

  it('a vendor that no longer answers pings is left and called again', async () => {
    const platform = await start();
    await until(says(platform, '已连接'));
    fake.faults.add('socket', { kind: 'lost' }, 2);
    for (let beat = 0; beat < 3; beat += 1) {
      clock.pass(30_000);
      await settle();
    }
    await until(says(platform, '正在重连'));
    clock.pass(1_000);
    await until(() => fake.socket.logins() === 2);
    expect(fake.socket.logins()).toBe(2);
  });

  it('a login that is never answered does not hang: the next attempt follows', async () => {
    fake.faults.add('socket-login', { kind: 'lost' });
    const platform = await start();
    await settle();
    await until(() => clock.pending().includes(5_000));
    await settle();
    clock.pass(10_000);
    await until(says(platform, '重连'));
    clock.pass(60_000);
    await until(isUp);
    expect(fake.socket.logins()).toBe(1);
  });

  it('comes back for ever, with growing pauses up to a minute', async () => {
    const platform = await start();
    await until(says(platform, '已连接'));
    fake.faults.add('socket-login', { kind: 'cut' }, 8);
    fake.socket.cut();
    const pauses: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      await until(says(platform, '正在重连'));
      const [pause = 0] = clock.pending();
      pauses.push(pause);
      clock.pass(pause);
      await until(() => !says(platform, '正在重连')());
    }
    await until(says(platform, '已连接'));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('wrong credentials are said plainly and not asked again in haste', async () => {
    const platform = await start({ longConnection: { ...SECRETS.socket, secret: 'wrong-secret', wsUrl: fake.wsUrl } });
    await until(says(platform, '登录被拒绝'));
    expect(platform.health?.()).toContain('WECOM_BOT_SECRET');
    expect(JSON.stringify(lines) + (platform.health?.() ?? '')).not.toContain('wrong-secret');
    expect(clock.pending()).toEqual([300_000]);
  });
});

describe('the office’s morning line', () => {
  it('tells of a connection that has been down for a while, and of nothing else', async () => {
    const platform = await start();
    await until(says(platform, '已连接'));
    expect(platform.concerns?.()).toEqual([]);
    fake.faults.add('socket-login', { kind: 'cut' }, 50);
    fake.socket.cut();
    await until(says(platform, '正在重连'));
    expect(platform.concerns?.()).toEqual([]);
    for (let turn = 0; turn < 3; turn += 1) {
      clock.pass(60_000);
      await until(says(platform, '正在重连'));
    }
    expect(platform.concerns?.()).toEqual([
      '企业微信长连接此刻没有连上（断开（1006），正在重连），群里 @ 机器人的消息收不到，请系统管理员查看。',
    ]);
  });

  it('is no concern of the instance that stands by', async () => {
    const lease = sharedLease();
    await until(says(await start({ lease: lease('a') }), '已连接'));
    const second = await start({ lease: lease('b') });
    await until(says(second, '备用'));
    clock.pass(300_000);
    expect(second.concerns?.()).toEqual([]);
  });
});

describe('one connection per bot', () => {
  it('the kicked one stands by and does not fight', async () => {
    const lease = sharedLease();
    const first = await start({ lease: lease('a') });
    await until(says(first, '已连接'));
    fake.socket.kick();
    await until(says(first, '挤下线'));
    clock.pass(119_000);
    await settle();
    expect(fake.socket.logins()).toBe(1);
    clock.pass(1_000);
    await until(() => fake.socket.logins() === 2);
    expect(first.health?.()).not.toContain('挤下线');
  });

  it('how long it stands by can be set', async () => {
    const first = await start({ kickedMs: 7_000 });
    await until(says(first, '已连接'));
    fake.socket.kick();
    await until(says(first, '挤下线'));
    expect(clock.pending()).toEqual([7_000]);
  });

  it('the second instance waits while the first holds the lease, and takes over when it stops', async () => {
    const lease = sharedLease();
    const first = await start({ lease: lease('a') });
    await until(says(first, '已连接'));
    const second = await start({ lease: lease('b') });
    await until(says(second, '备用'));
    for (let turn = 0; turn < 12; turn += 1) {
      clock.pass(10_000);
      await settle();
    }
    expect([fake.socket.logins(), says(first, '已连接')(), says(second, '备用')()]).toEqual([1, true, true]);
    await first.stop?.();
    clock.pass(10_000);
    await until(says(second, '已连接'));
    expect(fake.socket.logins()).toBe(2);
  });

  it('the second takes over when the first loses the lease, and the first lets go', async () => {
    let isOurs = true;
    const first = await start({
      lease: {
        take: () => Promise.resolve(isOurs),
        renew: () => Promise.resolve(isOurs),
        release: () => Promise.resolve(),
      },
    });
    await until(says(first, '已连接'));
    isOurs = false;
    clock.pass(10_000);
    await until(() => !isUp());
    expect(first.health?.()).toContain('备用');
    isOurs = true;
    clock.pass(10_000);
    await until(says(first, '已连接'));
  });

  it('a lease that cannot be read counts as not ours', async () => {
    const first = await start({
      lease: {
        take: () => Promise.reject(new Error('database is gone')),
        renew: () => Promise.resolve(true),
        release: () => Promise.resolve(),
      },
    });
    await until(says(first, '备用'));
    expect([fake.socket.logins(), clock.pending()]).toEqual([0, [10_000]]);
  });

  it('an address that is none is said plainly', async () => {
    const platform = await start({ longConnection: { ...SECRETS.socket, wsUrl: 'not an address' } });
    await until(says(platform, 'WECOM_WS_URL'));
    expect(clock.pending()).toEqual([300_000]);
  });

  it('stopping leaves nothing behind', async () => {
    const platform = await start();
    await until(says(platform, '已连接'));
    await platform.stop?.();
    await until(() => !isUp());
    expect([clock.pending(), platform.health?.()]).toEqual([[], '企业微信：智能机器人（长连接）已停止']);
  });
});
