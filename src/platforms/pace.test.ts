import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../chat.ts';
import { createPace } from './pace.ts';
import type { Pace, Window } from './pace.ts';

const TWENTY_A_MINUTE: readonly Window[] = [{ most: 20, periodMs: 60_000 }];
const MINUTE_AND_HOUR: readonly Window[] = [
  { most: 30, periodMs: 60_000 },
  { most: 1000, periodMs: 3_600_000 },
];

async function waitOf(act: () => void | Promise<void>): Promise<number> {
  try {
    await act();
    return 0;
  } catch (error) {
    if (error instanceof DeliveryError && error.outcome === 'later') return error.retryAfterMs;
    throw error;
  }
}

interface At {
  readonly pace: Pace;
  /** One send that lasts so long, and succeeds or fails. */
  readonly send: (key: string, how?: { lastsMs?: number; fails?: boolean }) => Promise<void>;
  readonly pass: (ms: number) => void;
  readonly now: () => Date;
}

function paceAt(windows = TWENTY_A_MINUTE): At {
  let at = Date.parse('2026-11-22T10:00:00Z');
  const now = (): Date => new Date(at);
  const pass = (ms: number): void => void (at += ms);
  const pace = createPace({ windows, vendor: '钉钉', now });
  const send: At['send'] = (key, { lastsMs = 0, fails = false } = {}) =>
    pace.send([key], () => {
      pass(lastsMs);
      return fails ? Promise.reject(new Error('cut')) : Promise.resolve();
    });
  return { pace, send, pass, now };
}

describe('pace', () => {
  it('lets twenty through in a minute and says how long the next one waits', async () => {
    const { send, pass } = paceAt();
    for (let sent = 0; sent < 20; sent += 1) {
      await send('a');
      pass(1000);
    }
    expect(await waitOf(() => send('a'))).toBe(40_000);
    expect(await waitOf(() => send('b'))).toBe(0);
    pass(39_999);
    expect(await waitOf(() => send('a'))).toBe(1);
    pass(1);
    expect(await waitOf(() => send('a'))).toBe(0);
    expect(await waitOf(() => send('a'))).toBe(1000);
  });

  it('keeps the hour as well as the minute', async () => {
    const { send, pass } = paceAt(MINUTE_AND_HOUR);
    for (let sent = 0; sent < 1000; sent += 1) {
      await send('a');
      pass(2001);
    }
    expect(await waitOf(() => send('a'))).toBe(3_600_000 - 1000 * 2001);
  });

  it('counts a send until a whole period after its end: when it arrived is not known', async () => {
    const { send, pass } = paceAt();
    await send('a', { lastsMs: 20_000 });
    for (let sent = 1; sent < 20; sent += 1) await send('a');
    pass(40_000);
    expect(await waitOf(() => send('a'))).toBe(20_000);
  });

  it('counts a send under way, and one that failed', async () => {
    const { pace, send, pass } = paceAt([{ most: 2, periodMs: 60_000 }]);
    const answer = Promise.withResolvers<void>();
    const underWay = pace.send(['a'], () => answer.promise);
    pass(90_000);
    await send('a', { fails: true }).catch(() => undefined);
    expect(await waitOf(() => send('a'))).toBe(60_000);
    answer.resolve();
    await underWay;
  });

  it('runs nothing where one of several addresses has no room, and counts nothing', async () => {
    const { pace, send } = paceAt([{ most: 1, periodMs: 60_000 }]);
    await send('a');
    let runs = 0;
    const both = (): Promise<void> => pace.send(['b', 'a'], () => Promise.resolve(void (runs += 1)));
    expect(await waitOf(both)).toBe(60_000);
    expect(runs).toBe(0);
    expect(await waitOf(() => send('b'))).toBe(0);
  });

  it('goes on from what an earlier run sent', async () => {
    const { pace, send, now } = paceAt();
    for (let sent = 0; sent < 20; sent += 1) pace.remember('a', new Date(now().getTime() - 10_000));
    expect(await waitOf(() => send('a'))).toBe(50_000);
  });

  it('asks for room for all parts of a message at once', async () => {
    const { pace, send, pass } = paceAt();
    for (let sent = 0; sent < 18; sent += 1) await send('a');
    expect(await waitOf(() => pace.check('a', 2))).toBe(0);
    expect(await waitOf(() => pace.check('a', 3))).toBe(60_000);
    pass(60_000);
    expect(await waitOf(() => pace.check('a', 200))).toBe(0);
  });

  it('rests when the vendor says so', async () => {
    const { pace, send, pass } = paceAt();
    pace.rest('a', 60_000);
    expect(await waitOf(() => send('a'))).toBe(60_000);
    pass(60_000);
    expect(await waitOf(() => send('a'))).toBe(0);
  });
});
