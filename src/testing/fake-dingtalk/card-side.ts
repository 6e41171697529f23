/** Interactive cards as the vendor runs them (dingtalk §7.7): created once, delivered to a group, pressed by people, changed by answers. */
import { createHmac } from 'node:crypto';
import { at, textAt } from '../read.ts';
import { openFailure } from './http.ts';
import type { HttpAnswer, Route } from './http.ts';
import type { Office } from './office.ts';
import type { Payload } from './payloads.ts';

const GROUP_SPACE = 'dtv1.card//IM_GROUP.';
const VALUE_BYTES = 1_024;
const KEY_BYTES = 100;

export interface ShownCard {
  readonly outTrackId: string;
  readonly conversationId: string;
  readonly templateId: string;
  /** What all see. */
  readonly values: Readonly<Record<string, string>>;
  /** What one person sees instead, by user id. */
  readonly privately: Map<string, Readonly<Record<string, string>>>;
}

export interface CardSide {
  readonly routes: Route[];
  /** In order of delivery. */
  readonly cards: ShownCard[];
  /** The payload of a press; the same again is a redelivery. */
  press(outTrackId: string, userId: string, action: string): Payload;
  /** What the robot answered to a press. */
  readonly answered: (press: Payload, answer: unknown) => void;
  /** Address and headers for a press over HTTP; throws where none was registered. */
  callback(): { readonly url: string; readonly headers: Record<string, string> };
}

export function createCardSide(
  office: Office,
  guarded: (answer: (body: unknown) => HttpAnswer) => Route['answer'],
): CardSide {
  const cards: ShownCard[] = [];
  let address: { readonly url: string; readonly secret: string } | undefined;

  function create(body: unknown): HttpAnswer {
    const outTrackId = textAt(body, 'outTrackId');
    const values = at(body, 'cardData', 'cardParamMap');
    const callbackType = textAt(body, 'callbackType');
    if (outTrackId === '' || textAt(body, 'cardTemplateId') === '') return openFailure(400, 'param.error');
    if (!isTextMap(values)) return openFailure(400, 'invalidParameter.cardParamMap');
    if (textAt(body, 'imGroupOpenDeliverModel', 'robotCode') !== office.credentials.robotCode) {
      return openFailure(400, 'invalidParameter.robotCode.auth');
    }
    if (callbackType === 'HTTP' && (address === undefined || textAt(body, 'callbackRouteKey') === '')) {
      return openFailure(400, 'invalidParameter.callbackRouteKey');
    }
    if (cards.some((card) => card.outTrackId === outTrackId)) return openFailure(400, 'param.duplicate.outTrackId');
    const spaceId = textAt(body, 'openSpaceId').slice(GROUP_SPACE.length);
    const group = office.groups.get(spaceId);
    const success = group?.hasRobot === true && !group.isDisbanded;
    if (success) show(outTrackId, spaceId, body, values);
    const result = { spaceType: 'IM_GROUP', spaceId, success, carrierId: office.id('pqk'), errorMsg: '' };
    return { body: { success: true, result: { outTrackId, deliverResults: [result] } } };
  }

  function show(outTrackId: string, to: string, body: unknown, values: Readonly<Record<string, string>>): void {
    const templateId = textAt(body, 'cardTemplateId');
    cards.push({ outTrackId, conversationId: to, templateId, values, privately: new Map() });
    office.sent.push({ via: 'card', to, msgtype: 'interactiveCard', text: values['title'] ?? '', tagged: [], body });
  }

  function register(body: unknown): HttpAnswer {
    const [url, secret] = [textAt(body, 'callbackUrl'), textAt(body, 'apiSecret')];
    if (url === '' || secret === '' || textAt(body, 'callbackRouteKey') === '') return openFailure(400, 'param.error');
    address = { url, secret };
    return { body: { success: true } };
  }

  return {
    routes: [
      { path: '/v1.0/card/instances/createAndDeliver', part: 'card', answer: guarded(create) },
      { path: '/v1.0/card/callbacks/register', part: 'card-address', answer: guarded(register) },
    ],
    cards,
    press(outTrackId, userId, action) {
      const card = cards.find((one) => one.outTrackId === outTrackId);
      const content = JSON.stringify({ cardPrivateData: { actionIds: [action], params: {} } });
      const where = { spaceId: card?.conversationId ?? '', spaceType: 'IM_GROUP' };
      const who = { corpId: 'dingcorp01', userId, userIdType: 1 };
      return { type: 'actionCallback', outTrackId, ...who, ...where, content, extension: '{}' };
    },
    answered(press, answer) {
      const card = cards.find((one) => one.outTrackId === press['outTrackId']);
      const values = at(answer, 'response', 'userPrivateData', 'cardParamMap');
      if (isTextMap(values)) card?.privately.set(String(press['userId']), values);
    },
    callback() {
      if (address === undefined) throw new Error('no address was registered for presses');
      const timestamp = String(office.now().getTime());
      const signature = createHmac('sha256', address.secret).update(timestamp).digest('base64');
      return {
        url: address.url,
        headers: {
          'content-type': 'application/json',
          'x-ddpaas-signature-timestamp': timestamp,
          'x-ddpaas-signature': signature,
        },
      };
    },
  };
}

/** All values are texts, of limited length (dingtalk §7.7). */
function isTextMap(values: unknown): values is Readonly<Record<string, string>> {
  if (typeof values !== 'object' || values === null) return false;
  return Object.entries(values).every(
    ([key, value]) =>
      typeof value === 'string' && Buffer.byteLength(value) <= VALUE_BYTES && Buffer.byteLength(key) <= KEY_BYTES,
  );
}
