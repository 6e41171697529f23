/** Cards with buttons, over real HTTP: what goes out with a message. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../chat.ts';
import { until } from '../../testing/hand-clock.ts';
import {
  CLAIM,
  dispatched,
  openCardStage,
  send as sendOn,
  TEMPLATES,
  VERIFY,
} from '../../testing/fake-dingtalk/card-stage.ts';
import { failureOf, openStage } from '../../testing/fake-dingtalk/stage.ts';
import type { Stage } from '../../testing/fake-dingtalk/stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

async function open(...given: Parameters<typeof openCardStage>): Promise<void> {
  stage = await openCardStage(...given);
}

const send = (message: Outgoing): Promise<void> => sendOn(stage, message);
const via = (): string[] => stage.fake.sentTo('cidA==').map((sent) => `${sent.via} ${sent.tagged.join()}`.trim());

describe('a message with buttons', () => {
  it('comes as its tagged text, and its card without the long text', async () => {
    await open('stream');
    await send(dispatched());
    expect(via()).toEqual(['webhook cc0112', 'card']);
    expect(stage.fake.sentTo('cidA==').at(-1)?.body).toEqual({
      cardTemplateId: 'tpl-one.schema',
      outTrackId: 'duban-0a1b',
      callbackType: 'STREAM',
      userIdType: 1,
      cardData: {
        cardParamMap: {
          title: '【交办】#327 人民路12号占道',
          content: '责任单位：城管局 @王磊',
          state: '',
          button1: '认领',
        },
      },
      openSpaceId: 'dtv1.card//IM_GROUP.cidA==',
      imGroupOpenSpaceModel: { supportForward: false },
      imGroupOpenDeliverModel: { robotCode: 'dingdemobot00000001' },
    });
  });

  it('two buttons have a template of their own', async () => {
    await open('stream');
    await send(dispatched({ buttons: VERIFY }));
    expect(stage.fake.sentTo('cidA==').at(-1)?.body).toMatchObject({
      cardTemplateId: 'tpl-two.schema',
      cardData: { cardParamMap: { button1: '通过', button2: '退回' } },
    });
  });

  it.each([
    ['one-to-one', dispatched({ to: { kind: 'single', personId: 'cc0112' }, mentions: [] })],
    ['without buttons', dispatched({ buttons: [] })],
    ['with more buttons than any template', dispatched({ buttons: [...VERIFY, ...CLAIM] })],
  ])('%s there is no card', async (_name, message) => {
    await open('stream');
    await send(message);
    expect(stage.fake.cards.cards).toEqual([]);
  });

  it('in a group whose conversation is not known there is no card', async () => {
    await open('stream');
    stage.addresses.set('work', stage.fake.webhookOf('cidA=='));
    await send(dispatched({ to: { kind: 'group', groupId: 'work', chatId: null } }));
    expect(via()).toEqual(['webhook cc0112']);
  });

  it('values stay within a kilobyte', async () => {
    await open('stream');
    await send(dispatched({ text: `${'人'.repeat(900)}\n${'路'.repeat(900)}` }));
    expect(stage.fake.cards.cards).toHaveLength(1);
  });

  it('no template: text as ever, and no word of cards to the gateway', async () => {
    stage = await openStage({ cards: { ...TEMPLATES, oneButton: null, twoButtons: null, callback: null } });
    stage.fake.office.group('cidA==');
    await send(dispatched({ mentions: [] }));
    expect(via()).toEqual(['group']);
    await stage.platform.start?.(async () => ({ answer: null }));
    await until(() => stage.fake.stream.open() === 1);
    const press = stage.fake.cards.press('duban-0a1b', 'cc0112', 'button1');
    expect(stage.fake.stream.deliver(press)).toBeNull();
  });
});

describe('a card that fails', () => {
  it.each([
    ['is refused', { kind: 'code', code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', status: 403 }],
    ['is known already', { kind: 'code', code: 'param.duplicate.outTrackId', status: 400 }],
  ] as const)('%s: the text has gone out and nothing is sent again', async (_name, fault) => {
    await open('stream');
    stage.fake.faults.add('card', fault);
    await send(dispatched());
    expect(via()).toEqual(['webhook cc0112']);
    expect(stage.logs.join()).toContain('钉钉卡片未送达，文字已送达');
  });

  it('to a group without the robot is told in words', async () => {
    await open('stream');
    stage.fake.office.group('cidA==').hasRobot = false;
    await send(dispatched());
    expect(stage.logs.join()).toContain('请检查机器人是否在群里');
  });

  it.each(['lost', 'truncated', 'wrong', 'cut'] as const)(
    '%s: asked again under the same id, one card',
    async (kind) => {
      await open('stream');
      stage.fake.faults.add('card', { kind });
      const message = dispatched();
      expect(await failureOf(send(message))).toMatchObject({ outcome: 'later', retryAfterMs: 500 });
      await send(message);
      expect(via()).toEqual(['webhook cc0112', 'card']);
    },
  );

  it('uncertain three times is let be', async () => {
    await open('stream');
    stage.fake.faults.add('card', { kind: 'cut' }, 3);
    const message = dispatched();
    for (let no = 1; no <= 2; no += 1) expect((await failureOf(send(message))).outcome).toBe('later');
    await send(message);
    expect(via()).toEqual(['webhook cc0112']);
  });

  it('throttled waits, and the text is not sent again', async () => {
    await open('stream');
    const code = 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi';
    stage.fake.faults.add('card', { kind: 'code', code, status: 403 });
    const message = dispatched();
    expect(await failureOf(send(message))).toMatchObject({ outcome: 'later' });
    await send(message);
    expect(via()).toEqual(['webhook cc0112', 'card']);
  });
});
