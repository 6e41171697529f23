/**
 * One attempt to deliver a message: cut into pieces, each piece on the best route there is (style §3.5). What has gone out is
 * remembered until the message is done, so that a later attempt goes on where the last one stopped.
 */
import { DeliveryError } from '../../chat.ts';
import type { Attachment, Outgoing, PartsOut as Kept } from '../../chat.ts';
import { harmless } from './api.ts';
import { DingtalkFailure, SERVER } from './error-codes.ts';
import type { GroupWebhook } from './group-webhook.ts';
import type { OpenApi } from './open-api.ts';
import type { Assumptions, Log } from './options.ts';
import type { Pace } from '../pace.ts';
import { isBegun, readProgress, writeProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import type { Quota } from './quota.ts';
import { fileTemplate, isSendable, pictureTemplate, renderTemplate, renderWebhook } from './render.ts';
import type { Template } from './render.ts';
import type { SessionWebhook } from './session-webhook.ts';
import { MOST_MENTIONS, splitText } from './split.ts';
import type { Part } from './split.ts';

/** The ways that lead to where one message is to go; null where there is none. */
export interface Ways {
  readonly session: SessionWebhook | null;
  readonly webhook: GroupWebhook | null;
  readonly direct: ((template: Template) => Promise<void>) | null;
  /** The card with the message's buttons; only where it has any and a template is set. */
  readonly card: (() => Promise<void>) | null;
}

export interface DeliveryParts {
  readonly waysTo: (message: Outgoing) => Ways;
  readonly openApi: OpenApi;
  readonly fileOf: (hash: string) => Promise<Buffer>;
  readonly pace: Pace;
  readonly quota: Quota;
  readonly assumptions: Assumptions;
  readonly log: Log;
}

type Piece =
  | { readonly kind: 'text'; readonly part: Part }
  | { readonly kind: 'card' }
  | { readonly kind: 'file'; readonly attachment: Attachment };
type RouteName = 'session' | 'webhook' | 'direct' | 'card';

/** One message on its way: where it may go and how far it is. */
interface Attempt {
  readonly message: Outgoing;
  readonly ways: Ways;
  readonly progress: Progress;
}

/** For callers that keep nothing. */
const UNKEPT: Kept = { note: null, out: () => Promise.resolve(), leaving: () => Promise.resolve() };

/** First and growing pause between tries of an uncertain send, which the vendor recognises by its key (dingtalk §8.3). */
const UNCERTAIN_PAUSES_MS = [500, 2_000, 10_000];

/** Gives the `send` of the platform. */
export function createDelivery(parts: DeliveryParts): (message: Outgoing, kept?: Kept) => Promise<void> {
  const { assumptions, pace } = parts;

  async function deliver(message: Outgoing, progress: Progress, kept: Kept): Promise<void> {
    const ways = parts.waysTo(message);
    const pieces = piecesOf(message, ways, assumptions.partCharacters).slice(progress.done);
    // A message is not begun that could not be finished within the limit.
    const forWebhook = pieces.filter((piece) => routeFor(piece, ways, progress) === 'webhook').length;
    if (forWebhook > 0 && ways.webhook !== null) pace.check(ways.webhook.key, forWebhook);
    for (const [at, piece] of pieces.entries()) {
      if (isBegun(progress)) await kept.leaving();
      await deliverPiece(piece, { message, ways, progress });
      progress.done += 1;
      progress.uncertain = 0;
      if (at + 1 < pieces.length) await kept.out(writeProgress(progress));
    }
  }

  async function deliverPiece(piece: Piece, attempt: Attempt): Promise<void> {
    const { message, ways, progress } = attempt;
    const route = routeFor(piece, ways, progress);
    try {
      await post(piece, route, attempt);
    } catch (error) {
      if (route === 'session' && isGone(error)) {
        progress.isSessionGone = true;
        return deliverPiece(piece, attempt);
      }
      const isRepeatable = route === 'webhook' || route === 'card';
      const failure = isRepeatable ? repeatable(error, progress) : error;
      if (route !== 'card' || !(failure instanceof DeliveryError) || failure.outcome === 'later') throw failure;
      // The text says all there is to say: a card that does not come costs only the comfort.
      parts.log('钉钉卡片未送达，文字已送达', { row: message.id, reason: failure.message });
    }
  }

  async function post(piece: Piece, route: RouteName, attempt: Attempt): Promise<void> {
    const { message, ways } = attempt;
    if (piece.kind === 'card') return ways.card?.();
    if (piece.kind === 'file') return ways.direct?.(await templateOf(piece.attachment));
    const body = (): ReturnType<typeof renderWebhook> =>
      renderWebhook(piece.part, ways.card === null ? message.buttons : [], assumptions.buttons);
    switch (route) {
      case 'session':
        await ways.session?.post(body());
        return parts.quota.count('message');
      case 'webhook':
        return postToWebhook(body(), attempt);
      case 'direct':
        return ways.direct?.(renderTemplate(piece.part));
    }
  }

  async function postToWebhook(
    body: ReturnType<typeof renderWebhook>,
    { message, ways: { webhook }, progress }: Attempt,
  ): Promise<void> {
    if (webhook === null) return;
    const uuid = progress.done === 0 ? message.id : `${message.id}-${progress.done + 1}`;
    try {
      await pace.send([webhook.key], () => webhook.post(body, uuid));
      parts.quota.count('message');
    } catch (error) {
      if (error instanceof DingtalkFailure && error.kind === 'parked')
        pace.rest(webhook.key, assumptions.webhookRestMs);
      throw error;
    }
  }

  async function templateOf(attachment: Attachment): Promise<Template> {
    const bytes = await parts.fileOf(attachment.hash).catch(() => {
      throw new DeliveryError('refused', `附件“${attachment.name}”在本机已找不到，没有发出`);
    });
    // What was uploaded twice is seen by nobody.
    const mediaId = await harmless(() => parts.openApi.upload(attachment.kind, attachment.name, bytes));
    return attachment.kind === 'picture' ? pictureTemplate(mediaId) : fileTemplate(mediaId, attachment.name);
  }

  /** An uncertain send through the group webhook may be repeated under the same key; through any other way it may not. */
  function repeatable(error: unknown, progress: Progress): unknown {
    if (!(error instanceof DeliveryError) || error.outcome !== 'unknown') return error;
    progress.uncertain += 1;
    if (progress.uncertain >= assumptions.uncertainTries) return error;
    const exactMs = UNCERTAIN_PAUSES_MS[progress.uncertain - 1] ?? 10_000;
    return new DeliveryError('later', error.message, { exactMs });
  }

  return async (message, kept = UNKEPT) => {
    const progress = readProgress(kept.note);
    try {
      await deliver(message, progress, kept);
    } catch (error) {
      const isLater = error instanceof DeliveryError && error.outcome === 'later';
      if (isLater && isBegun(progress)) await kept.out(writeProgress(progress));
      if (error instanceof DingtalkFailure && error.kind === 'quota')
        parts.quota.usedUp(error.code === '90030' ? 'message' : 'api');
      throw error;
    }
  };
}

/** Text parts, then what goes along. What cannot be sent there is named in the text rather than left out in silence. */
function piecesOf(message: Outgoing, ways: Ways, characters: number): Piece[] {
  const able = message.attachments.filter(({ kind, name }) => ways.direct !== null && isSendable(kind, name));
  const unable = message.attachments.filter((attachment) => !able.includes(attachment));
  const note = unable.map(({ name }) => `（附件“${name}”不能在这里发送，请向创城办索取）`).join('\n');
  const text = [message.text, note].filter((line) => line !== '').join('\n');
  const mentions = message.to.kind === 'group' ? message.mentions : [];
  const shown =
    text === '' && mentions.length === 0 ? [] : splitText(text, mentions, { characters, mentions: MOST_MENTIONS });
  const files = able.map((attachment) => ({ kind: 'file' as const, attachment }));
  const card = ways.card === null ? [] : [{ kind: 'card' as const }];
  return [...shown.map((part) => ({ kind: 'text' as const, part })), ...card, ...files];
}

/**
 * The message's own way back while it is valid; the webhook where people must be notified; the app's interface otherwise. What may
 * have gone out through the webhook can only be repeated there.
 */
function routeFor(piece: Piece, ways: Ways, progress: Progress): RouteName {
  if (piece.kind === 'card') return 'card';
  if (piece.kind === 'file') return 'direct';
  if (progress.uncertain > 0 && ways.webhook !== null) return 'webhook';
  if (progress.uncertain > 0) throw new DingtalkFailure(SERVER, '');
  if (ways.session !== null && !progress.isSessionGone) return 'session';
  const mustNotify = piece.part.mentions.length > 0;
  if (ways.webhook !== null && (mustNotify || ways.direct === null)) return 'webhook';
  if (ways.direct !== null) return 'direct';
  throw new DeliveryError(
    'refused',
    '这个会话没有可用的发送途径：请在群里 @ 机器人完成绑定，或在通讯录中填写群机器人 webhook 或个人的钉钉账号',
  );
}

function isGone(error: unknown): boolean {
  return error instanceof DingtalkFailure && error.kind === 'session';
}
