/** Short notices that end in a link, through the webhook: a card that opens it (wecom §5.1, §6.1). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, Platform } from '../../chat.ts';
import { anOutgoing } from '../../testing/fake-wecom/door.ts';
import { startFakeWecom } from '../../testing/fake-wecom/index.ts';
import type { FakeWecom } from '../../testing/fake-wecom/index.ts';
import { aWecom } from '../../testing/fake-wecom/wecom-platform.ts';
import { createHandClock } from '../../testing/hand-clock.ts';

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

describe('a short notice with a link', () => {
  const URL_327 = 'https://example.org/i/327';
  const text = `#327 已销号\n人民路12号占道经营\n详情：${URL_327}`;
  const card = {
    card_type: 'text_notice',
    main_title: { title: '#327 已销号' },
    sub_title_text: '人民路12号占道经营',
    card_action: { type: 1, url: URL_327 },
  };
  const bodies = (): unknown[] => fake.sentTo('g1').map(({ body }) => body);

  it('is a card that opens it', async () => {
    await platform.send(toCity({ text }));
    expect(bodies()).toEqual([{ msgtype: 'template_card', template_card: card }]);
  });

  it.each([
    ['tags somebody', { text: `@李娜 ${text}`, mentions: [{ personId: 'lina', name: '李娜' }] }],
    ['has a longer title', { text: `${'长'.repeat(27)}\n人民路\n${URL_327}` }],
    ['has more to say', { text: `#327\n${'长'.repeat(113)}\n${URL_327}` }],
    ['has nothing between', { text: `#327\n${URL_327}` }],
    ['does not end with the link', { text: `${text}\n请查收` }],
  ])('is text where it %s', async (_name, given) => {
    await platform.send(toCity(given));
    expect(fake.sentTo('g1').map(({ msgtype }) => msgtype)).toEqual(['text']);
  });

  it('at the limits it is a card still, and text where the vendor takes no card', async () => {
    await platform.send(toCity({ text: `${'长'.repeat(26)}\n${'长'.repeat(112)}\n${URL_327}` }));
    fake.faults.add('webhook', { kind: 'code', errcode: 40008 });
    await platform.send(toCity({ id: 'out-2', text }));
    expect(fake.sentTo('g1').map(({ msgtype }) => msgtype)).toEqual(['template_card', 'text']);
    fake.faults.add('webhook', { kind: 'lost' });
    await expect(platform.send(toCity({ id: 'out-3', text }))).rejects.toMatchObject({ outcome: 'unknown' });
  });
});
