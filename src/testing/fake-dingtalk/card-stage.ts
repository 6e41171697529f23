/** A stage with card templates, and a message with buttons: what the tests of cards stand on. */
import type { Outgoing, PartsOut } from '../../chat.ts';
import { createPartsOut } from '../parts-out.ts';
import { anOutgoing, openStage } from './stage.ts';
import type { Stage } from './stage.ts';

export const CLAIM = [{ label: '认领', says: '认领327' }];
export const VERIFY = [
  { label: '通过', says: '327核查通过' },
  { label: '退回', says: '327退回' },
];
/** `openStage` puts the messages it knows in the place of `sent`. */
export const TEMPLATES = {
  oneButton: 'tpl-one.schema',
  twoButtons: 'tpl-two.schema',
  sent: () => Promise.resolve(undefined),
};
export const ADDRESS = { url: 'https://duban.example.test/webhook/dingtalk', secret: 'demo-card-secret' };

/** With one group, `cidA==`, that the directory knows as `work`. */
export async function openCardStage(
  mode: 'http' | 'stream',
  callback = mode === 'http' ? ADDRESS : null,
): Promise<Stage> {
  const stage = await openStage({ mode, cards: { ...TEMPLATES, callback } });
  stage.fake.office.group('cidA==', ['cc0112', 'cc0731']);
  stage.fake.office.person('cc0112', '王磊');
  stage.addresses.set('work', { ...stage.fake.webhookOf('cidA=='), conversationId: 'cidA==' });
  return stage;
}

export const dispatched = (given: Partial<Outgoing> = {}): Outgoing =>
  anOutgoing({
    id: '0a1b',
    text: '【交办】#327 人民路12号占道\n责任单位：城管局 @王磊\n期限：今天17:00前\n回复“认领327”',
    mentions: [{ personId: 'cc0112', name: '王磊' }],
    buttons: CLAIM,
    ...given,
  });

const kept = new WeakMap<Stage, Map<string, PartsOut>>();

/** Sends and remembers how far it came, as the outbox does. */
export async function send(stage: Stage, message: Outgoing): Promise<void> {
  const { buttons, to, id } = message;
  stage.sentCards.set(id, { buttons, to });
  const known = kept.get(stage) ?? new Map<string, PartsOut>();
  kept.set(stage, known);
  const partsOut = known.get(id) ?? createPartsOut();
  known.set(id, partsOut);
  await stage.platform.send(message, partsOut);
}
