/** How the stream stays connected, over real HTTP and WebSocket; time passes only when a test moves the clock. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deliver, Incoming } from '../../chat.ts';
import { until } from '../../testing/hand-clock.ts';
import { openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';

let stage: Stage;
let heard: Incoming[];

beforeEach(async () => {
  stage = await openStage();
  heard = [];
});

afterEach(() => stage.stop());

const deliver: Deliver = async (incoming) => {
  heard.push(incoming);
  return { answer: null };
};

async function connected(given: Deliver = deliver): Promise<void> {
  await stage.platform.start?.(given);
  await until(() => stage.fake.stream.open() === 1 && (stage.platform.health?.() ?? '').includes('已连接'));
}

const says = (text: string): string | null =>
  stage.fake.sayOnStream({ from: stage.fake.office.person('cc0731'), group: 'cidA==', text });

/** A pause that is under way is over: the retry timer is the only one of its length. */
function passPause(): number {
  const [pause = 0] = stage.clock.pending();
  stage.clock.pass(pause);
  return pause;
}

/** Time passes on a living line: every ping is answered before its limit is over. */
async function passAlive(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 40_000) {
    const { pings, acks } = stage.fake.stream;
    const before = pings();
    stage.clock.pass(30_000);
    await until(() => pings() === before + 1);
    stage.fake.stream.ping('alive', 'o');
    await until(() => acks.some(({ messageId }) => messageId === 'alive'));
    acks.length = 0;
    stage.clock.pass(10_000);
  }
}

describe('the connection', () => {
  it('comes back after it was cut, by a fresh ticket', async () => {
    await connected();
    stage.fake.stream.cut();
    await until(() => stage.logs.some((line) => line.includes('连接中断')));
    expect(stage.platform.health?.()).toContain('正在重连');
    stage.clock.pass(1_000);
    await until(() => stage.fake.stream.open() === 1);
    expect(stage.fake.stream.registrations()).toBe(2);
    says('认领327');
    await until(() => heard.length === 1);
  });

  it('told to go, opens the next one first and still takes and acknowledges on the old one', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await connected(async (incoming) => {
      heard.push(incoming);
      await held;
      return { answer: null };
    });
    await passAlive(80_000);
    says('认领327');
    await until(() => heard.length === 1);
    stage.fake.stream.disconnect();
    await until(() => stage.fake.stream.open() === 2);
    release();
    await until(() => stage.fake.stream.acks.length === 1);
    stage.fake.stream.closeOld();
    await until(() => stage.fake.stream.open() === 1);
    says('认领328');
    await until(() => heard.length === 2);
    expect(stage.fake.stream.registrations()).toBe(2);
  });

  it('left open by the vendor, the old one is closed after ten seconds', async () => {
    await connected();
    await passAlive(80_000);
    stage.fake.stream.disconnect();
    await until(() => stage.logs.filter((line) => line.includes('已连接')).length === 2);
    expect(stage.fake.stream.open()).toBe(2);
    stage.clock.pass(10_000);
    await until(() => stage.fake.stream.open() === 1);
  });

  it('told to go again and again at once, it does not hurry', async () => {
    await connected();
    for (let no = 1; no <= 5; no += 1) {
      stage.fake.stream.disconnect();
      stage.fake.stream.closeOld();
      await until(() => stage.fake.stream.open() === 0);
      expect(stage.fake.stream.registrations()).toBe(no);
      passPause();
      await until(() => stage.fake.stream.open() === 1);
    }
  });

  it('a dead line is noticed though nobody says so', async () => {
    await connected();
    stage.fake.stream.freeze();
    stage.clock.pass(30_000);
    expect(stage.platform.health?.()).toContain('已连接');
    stage.clock.pass(10_000);
    expect(stage.logs.join()).toContain('长时间没有收到');
    stage.clock.pass(1_000);
    await until(() => stage.fake.stream.registrations() === 2);
  });

  it('a living line that is silent stays', async () => {
    await connected();
    for (let no = 1; no <= 3; no += 1) {
      stage.clock.pass(30_000);
      await until(() => stage.fake.stream.pings() === no);
      says(`第${no}句`);
      await until(() => heard.length === no);
      stage.clock.pass(10_000);
    }
    expect(stage.fake.stream.registrations()).toBe(1);
  });

  it('kept away, tries for ever with growing pauses, one attempt at a time', async () => {
    stage.fake.faults.setChance((part) => (part === 'gateway' ? { kind: 'status', status: 500 } : undefined));
    await stage.platform.start?.(deliver);
    const pauses: number[] = [];
    for (let no = 1; no <= 9; no += 1) {
      await until(() => stage.logs.filter((line) => line.includes('未连上')).length === no);
      expect(stage.clock.pending()).toHaveLength(1);
      expect(stage.fake.stream.registrations()).toBe(0);
      expect(stage.fake.http.calls.get('/v1.0/gateway/connections/open')).toBe(no);
      pauses.push(passPause());
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    stage.fake.faults.setChance(undefined);
    await until(
      () => stage.logs.filter((line) => line.includes('未连上')).length === 10 || stage.fake.stream.open() === 1,
    );
    passPause();
    await until(() => stage.fake.stream.open() === 1);
  });

  it('the pauses start over after a minute of health, and not before', async () => {
    await connected();
    const pauses: number[] = [];
    for (const healthyMs of [0, 40_000, 80_000]) {
      await passAlive(healthyMs);
      const cuts = stage.logs.filter((line) => line.includes('连接中断')).length;
      stage.fake.stream.cut();
      await until(() => stage.logs.filter((line) => line.includes('连接中断')).length === cuts + 1);
      pauses.push(passPause());
      await until(() => stage.fake.stream.open() === 1 && (stage.platform.health?.() ?? '').includes('已连接'));
    }
    expect(pauses).toEqual([500, 1_000, 500]);
  });

  it.each([
    ['cut off', { kind: 'cut' }],
    ['refused, its ticket used or over', { kind: 'status', status: 401 }],
    ['refused by a server in trouble', { kind: 'status', status: 503 }],
  ] as const)('a websocket that is %s: a new ticket after a pause, one attempt at a time', async (_name, fault) => {
    stage.fake.faults.add('connect', fault, 3);
    await stage.platform.start?.(deliver);
    const pauses: number[] = [];
    for (let no = 1; no <= 3; no += 1) {
      await until(() => stage.logs.filter((line) => line.includes('连接中断')).length === no);
      expect(stage.clock.pending()).toHaveLength(1);
      expect(stage.fake.stream.registrations()).toBe(no);
      pauses.push(passPause());
    }
    await until(() => stage.fake.stream.open() === 1);
    expect(pauses).toEqual([500, 1_000, 2_000]);
    expect(stage.fake.stream.registrations()).toBe(4);
  });

  it('told to go while no new one can be had, the old one goes on until then', async () => {
    await connected();
    await passAlive(80_000);
    stage.fake.faults.add('gateway', { kind: 'status', status: 500 });
    stage.fake.stream.disconnect();
    await until(() => stage.logs.some((line) => line.includes('未连上')));
    expect(stage.fake.stream.open()).toBe(1);
    passPause();
    await until(() => stage.fake.stream.open() === 2);
  });

  it('a burst of messages after a cut brings no second connection', async () => {
    await connected();
    for (let no = 0; no < 5; no += 1) stage.fake.stream.cut();
    await until(() => stage.logs.some((line) => line.includes('连接中断')));
    expect(stage.clock.pending()).toEqual([500]);
    passPause();
    await until(() => stage.fake.stream.open() === 1);
    expect(stage.fake.stream.registrations()).toBe(2);
  });

  it('chance spreads the pauses', async () => {
    const other = await openStage({ random: () => 0.999 });
    other.fake.faults.add('gateway', { kind: 'cut' });
    await other.platform.start?.(deliver);
    await until(() => other.logs.length === 1);
    expect(other.clock.pending()[0]).toBeCloseTo(1_000, -1);
    await other.stop();
  });
});

describe('refused', () => {
  it('wrong credentials are told at once and plainly, without the secret, and asked again once a minute', async () => {
    const wrong = await openStage({ clientSecret: 'demo-app-secret-0006 ' });
    await wrong.platform.start?.(deliver);
    await until(() => wrong.logs.length === 1);
    expect(wrong.logs[0]).toContain('DINGTALK_CLIENT_SECRET');
    expect(wrong.logs[0]).not.toContain('demo-app-secret');
    expect(wrong.platform.health?.()).toContain('不接受应用凭证');
    expect(wrong.clock.pending()).toEqual([60_000]);
    wrong.clock.pass(60_000);
    await until(() => wrong.logs.length === 2);
    expect(wrong.fake.stream.registrations()).toBe(2);
    await wrong.stop();
  });

  it.each([
    [{ kind: 'code', code: 'param.error', status: 400 }, '消息接收模式为 Stream'],
    [{ kind: 'code', code: 'Forbidden.AccessDenied.IpNotInWhiteList', status: 403 }, '出口 IP 名单'],
    [{ kind: 'code', code: 'Forbidden.AccessDenied.ApiCountLimitForOrg', status: 403 }, '额度已用完'],
    [{ kind: 'status', status: 504 }, '自动重连'],
    [{ kind: 'cut' }, '自动重连'],
    [{ kind: 'truncated' }, '自动重连'],
    [{ kind: 'wrong' }, '无法识别'],
  ] as const)('%o: the reason stands in the health line', async (fault, words) => {
    stage.fake.faults.add('gateway', fault);
    await stage.platform.start?.(deliver);
    await until(() => stage.logs.length === 1);
    expect(stage.platform.health?.()).toContain(words);
  });

  it('a gateway that names another kind of address is not followed', async () => {
    const [address] = ['ws://203.0.113.7/connect'];
    const odd = await openStage({
      fetch: async () => Response.json({ endpoint: address, ticket: 't' }),
    });
    await odd.platform.start?.(deliver);
    await until(() => odd.logs.length === 1);
    expect(odd.logs[0]).toContain('不是加密连接');
    await odd.stop();
  });

  it('stopped before it is connected, it stays away', async () => {
    stage.fake.faults.add('gateway', { kind: 'late' });
    await stage.platform.start?.(deliver);
    await until(() => stage.fake.stream.registrations() === 1);
    await stage.platform.stop?.();
    stage.fake.http.releaseLate();
    await new Promise((resolve) => void setImmediate(resolve));
    expect(stage.fake.stream.open()).toBe(0);
    expect(stage.platform.health?.()).toContain('已停止');
  });
});
