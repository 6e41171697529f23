/** A vendor that fails in mixed ways: what is sent arrives once, in order; only what is reported as unknown may be missing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '../../chat.ts';
import type { Outgoing, Platform } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import type { Fault } from '../../testing/fake-wecom/faults.ts';
import { createHandClock, until } from '../../testing/hand-clock.ts';
import type { HandClock } from '../../testing/hand-clock.ts';
import { startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { aWecom, socketMode } from '../../testing/fake-wecom/wecom-platform.ts';

const MESSAGES = 200;
const FAULTS: readonly Fault[] = [
  { kind: 'cut' },
  { kind: 'lost' },
  { kind: 'garbage' },
  { kind: 'status', status: 503 },
  { kind: 'code', errcode: 45009 },
  { kind: 'code', errcode: -1 },
];

let clock: HandClock;
let fake: FakeWecom;
let platform: Platform;

beforeEach(async () => {
  clock = createHandClock();
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina']).hasSpoken = true;
});

afterEach(async () => {
  await platform.stop?.();
  await fake.stop();
});

/** Every twentieth call fails, each time in the next way. */
function failNowAndThen(ways: readonly Fault[]): void {
  let calls = 0;
  fake.faults.setChance((part) => {
    if (part === 'socket-login') return undefined;
    calls += 1;
    return calls % 20 === 0 ? ways[(calls / 20) % ways.length] : undefined;
  });
}

/** Tries until the fate is known, as the outbox does; true when it is `unknown`. */
async function sendAtLast(message: Outgoing, onWait: (ms: number) => Promise<void>): Promise<boolean> {
  for (;;) {
    try {
      await platform.send(message);
      return false;
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.outcome === 'refused') throw error;
      if (error.outcome === 'unknown') return true;
      await onWait(error.retryAfterMs);
    }
  }
}

async function run(onWait: (ms: number) => Promise<void>): Promise<{ arrived: string[]; unknown: Set<string> }> {
  const unknown = new Set<string>();
  for (let no = 1; no <= MESSAGES; no += 1) {
    const text = `第${no}条`;
    const to = { kind: 'group', groupId: 'city', chatId: 'g1' } as const;
    if (await sendAtLast(anOutgoing({ id: `out-${no}`, to, text }), onWait)) unknown.add(text);
  }
  return { arrived: fake.sentTo('g1').map(({ text }) => text), unknown };
}

/** Messages that did not arrive though nobody said so, and whether the rest came once and in order. */
function judge({ arrived, unknown }: { arrived: string[]; unknown: Set<string> }): {
  missing: string[];
  isOnceInOrder: boolean;
} {
  const all = Array.from({ length: MESSAGES }, (_none, at) => `第${at + 1}条`);
  const expected = all.filter((text) => arrived.includes(text));
  return {
    missing: all.filter((text) => !arrived.includes(text) && !unknown.has(text)),
    isOnceInOrder: arrived.join() === expected.join(),
  };
}

describe('with every twentieth call failing', () => {
  it('the webhook', async () => {
    platform = aWecom(fake, clock, { addressOf: () => ({ webhook: fake.webhookOf('g1') }) });
    failNowAndThen(FAULTS);
    const onWait = (ms: number): Promise<void> => Promise.resolve(clock.pass(ms));
    const outcome = await run(onWait);
    expect(judge(outcome)).toEqual({ missing: [], isOnceInOrder: true });
    expect(outcome.unknown.size).toBeGreaterThan(0);
    expect(outcome.unknown.size).toBeLessThan(MESSAGES / 20 + 5);
  });

  it('the long connection, which breaks and comes back', async () => {
    platform = aWecom(fake, clock, socketMode(fake));
    await platform.start?.(() => Promise.resolve({ answer: null }));
    await until(() => fake.socket.isUp());
    failNowAndThen([{ kind: 'cut' }, { kind: 'code', errcode: 45009 }, { kind: 'code', errcode: -1 }]);
    const onWait = async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 1000) {
        clock.pass(1000);
        for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
      }
    };
    const outcome = await run(onWait);
    expect(judge(outcome)).toEqual({ missing: [], isOnceInOrder: true });
    expect(outcome.unknown.size).toBeGreaterThan(0);
    expect(outcome.unknown.size).toBeLessThan(MESSAGES / 20 + 5);
  });
});
