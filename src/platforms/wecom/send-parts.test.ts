/** Messages of several parts: each part once, whatever happens between them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, Platform } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import { startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { aWecom } from '../../testing/fake-wecom/wecom-platform.ts';
import { createHandClock } from '../../testing/hand-clock.ts';
import { createPartsOut } from '../../testing/parts-out.ts';

const clock = createHandClock();
let fake: FakeWecom;
let platform: Platform;

beforeEach(async () => {
  fake = await startFakeWecom({ now: clock.now });
  fake.city.group('g1', ['lina']);
  platform = aWecom(fake, clock, { addressOf: () => ({ webhook: fake.webhookOf('g1') }) });
});
afterEach(() => fake.stop());

const toCity = (given: Partial<Outgoing> = {}): Outgoing =>
  anOutgoing({ to: { kind: 'group', groupId: 'city', chatId: null }, ...given });

describe('a message of several parts through the webhook', () => {
  it('a message in parts goes on with the part that had to wait', async () => {
    const text = Array.from({ length: 3 }, (_none, at) => `${at + 1}. ${'路'.repeat(600)}`).join('\n');
    let calls = 0;
    fake.faults.setChance(() => {
      calls += 1;
      return calls === 2 ? { kind: 'code', errcode: -1 } : undefined;
    });
    const partsOut = createPartsOut();
    await expect(platform.send(toCity({ text }), partsOut)).rejects.toMatchObject({ outcome: 'later' });
    expect(fake.sentTo('g1')).toHaveLength(1);
    // Another process goes on, with a webhook whose minute it has not counted.
    await aWecom(fake, clock, { addressOf: () => ({ webhook: fake.webhookOf('g1') }) }).send(
      toCity({ text }),
      partsOut,
    );
    const heads = fake.sentTo('g1').map(({ text: part }) => part.slice(0, 8));
    expect(heads).toEqual(['(1/3)\n1.', '(2/3)\n2.', '(3/3)\n3.']);
  });

  it('a part whose fate nobody knows: how many are there is said', async () => {
    let calls = 0;
    fake.faults.setChance(() => {
      calls += 1;
      return calls === 2 ? { kind: 'lost' } : undefined;
    });
    const partsOut = createPartsOut();
    await expect(platform.send(toCity({ text: '路'.repeat(1500) }), partsOut)).rejects.toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining('消息分3条发送，前1条已送达。'),
    });
    expect([partsOut.note, partsOut.isLeaving]).toEqual(['{"via":"webhook","done":1}', true]);
  });

  it('what was noted by nobody is not guessed at', async () => {
    const partsOut = { ...createPartsOut(), note: '{"via":"pigeon","done":1}' };
    await expect(platform.send(toCity(), partsOut)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(fake.sentTo('g1')).toEqual([]);
  });

  it('a part that is refused leaves no second way, it would repeat the first', async () => {
    let calls = 0;
    fake.faults.setChance(() => {
      calls += 1;
      return calls === 2 ? { kind: 'code', errcode: 93000 } : undefined;
    });
    await expect(platform.send(toCity({ text: '路'.repeat(1000) }))).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('只送达了一部分'),
    });
    expect(fake.sentTo('g1')).toHaveLength(1);
  });
});
