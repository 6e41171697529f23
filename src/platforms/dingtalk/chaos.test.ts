/** Many messages while a share of all vendor calls fails: nobody ever reads a message twice, and none is lost without being said. */
import { expect, it } from 'vitest';
import { DeliveryError } from '../../chat.ts';
import type { Outgoing } from '../../chat.ts';
import type { Fault } from '../../testing/fake-dingtalk/faults.ts';
import { CLAIM, openCardStage } from '../../testing/fake-dingtalk/card-stage.ts';
import { anOutgoing } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';
import { createPartsOut } from '../../testing/parts-out.ts';

const FAULTS: readonly Fault[] = [
  { kind: 'cut' },
  { kind: 'lost' },
  { kind: 'truncated' },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 403 },
  { kind: 'code', code: '-1', status: 500 },
  { kind: 'code', code: '130101', status: 429 },
];

/** The same numbers on every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** As the outbox does it: again after the pause that was asked for, until the end. */
async function deliver(stage: Stage, message: Outgoing): Promise<'sent' | 'refused' | 'unknown'> {
  const partsOut = createPartsOut();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await stage.platform.send(message, partsOut);
      return 'sent';
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.outcome !== 'later') return error.outcome;
      stage.clock.pass(Math.max(error.retryAfterMs, 1_000));
    }
  }
  throw new Error('never came to an end');
}

it('three hundred messages by three routes, every seventh call failing', async () => {
  const stage = await openCardStage('stream');
  const { fake } = stage;
  const random = chance(7);
  fake.faults.setChance(() => (random() < 1 / 7 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined));
  const outcomes = new Map<string, string>();
  for (let no = 0; no < 300; no += 1) {
    const text = `第${no}条${no % 20 === 0 ? `\n1. 占道经营${no}。`.repeat(500) : ''}`;
    const { path, until } = fake.webhooks.newSession('cidA==');
    const reply = no % 3 === 0 ? { route: fake.url + path, expiresAt: new Date(until) } : null;
    const mentions = no % 3 === 1 ? [{ personId: 'cc0112', name: '王磊' }] : [];
    const buttons = no % 5 === 0 ? CLAIM : [];
    outcomes.set(`第${no}条`, await deliver(stage, anOutgoing({ text, reply, mentions, buttons })));
  }
  const sent = fake.sentTo('cidA==').filter(({ via }) => via !== 'card');
  const firsts = sent.flatMap(({ text }) => /第\d+条/u.exec(text)?.[0] ?? []);
  expect(new Set(firsts).size).toBe(firsts.length);
  const numbers = firsts.map((first) => Number(first.slice(1, -1)));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  const untold = [...outcomes].filter(([first, outcome]) => outcome === 'sent' && !firsts.includes(first));
  expect(untold).toEqual([]);
  const tally = [...outcomes.values()].filter((outcome) => outcome === 'sent').length;
  expect(tally).toBeGreaterThan(200);
  const texts = sent.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  // Each card once, and most of them there.
  const cards = fake.cards.cards.map(({ values }) => values['title']);
  expect(new Set(cards).size).toBe(cards.length);
  expect(cards.length).toBeGreaterThan(40);
  await stage.stop();
});
