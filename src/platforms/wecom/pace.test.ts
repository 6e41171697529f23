import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../chat.ts';
import { CONVERSATION_WINDOWS, createPace, WEBHOOK_WINDOWS } from './pace.ts';
import type { Pace } from './pace.ts';

function waitOf(act: () => void): number {
  try {
    act();
    return 0;
  } catch (error) {
    if (error instanceof DeliveryError && error.outcome === 'later') return error.retryAfterMs;
    throw error;
  }
}

function paceAt(windows = WEBHOOK_WINDOWS): { pace: Pace; pass: (ms: number) => void } {
  let at = Date.parse('2026-11-22T10:00:00Z');
  return { pace: createPace(windows, () => new Date(at)), pass: (ms) => void (at += ms) };
}

describe('pace', () => {
  it('lets twenty through in a minute and says how long the next one waits', () => {
    const { pace, pass } = paceAt();
    for (let sent = 0; sent < 20; sent += 1) {
      pace.take('a');
      pass(1000);
    }
    expect(waitOf(() => pace.take('a'))).toBe(40_000);
    expect(waitOf(() => pace.take('b'))).toBe(0);
    pass(39_999);
    expect(waitOf(() => pace.take('a'))).toBe(1);
    pass(1);
    expect(waitOf(() => pace.take('a'))).toBe(0);
    expect(waitOf(() => pace.take('a'))).toBe(1000);
  });

  it('keeps the hour as well as the minute', () => {
    const { pace, pass } = paceAt(CONVERSATION_WINDOWS);
    for (let sent = 0; sent < 1000; sent += 1) {
      pace.take('a');
      pass(2001);
    }
    expect(waitOf(() => pace.take('a'))).toBe(3_600_000 - 1000 * 2001);
  });

  it('asks for room for all parts of a message at once', () => {
    const { pace, pass } = paceAt();
    for (let sent = 0; sent < 18; sent += 1) pace.take('a');
    expect(waitOf(() => pace.check('a', 2))).toBe(0);
    expect(waitOf(() => pace.check('a', 3))).toBe(60_000);
    pass(60_000);
    expect(waitOf(() => pace.check('a', 200))).toBe(0);
  });

  it('rests when the vendor says so', () => {
    const { pace, pass } = paceAt();
    pace.pause('a', 60_000);
    expect(waitOf(() => pace.take('a'))).toBe(60_000);
    pass(60_000);
    expect(waitOf(() => pace.take('a'))).toBe(0);
  });
});
