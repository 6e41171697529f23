/** A way and a message → the requests to make, in order (wecom §3.9, §4.5, §4.6, §6.1, §6.3). */
import { DeliveryError } from '../../chat.ts';
import type { Attachment, Outgoing } from '../../chat.ts';
import { mobileOf } from '../mobile-id.ts';
import type { Api } from './api.ts';
import type { App } from './corp-app.ts';
import { renderCard } from './cards.ts';
import type { TemplateCard } from './cards.ts';
import { VendorError } from './error-codes.ts';
import { isTakenAsPicture } from './pictures.ts';
import { isOnePerson, markdown, renderApp, renderMarkdown, renderMarkdownOnce, renderWebhook } from './render.ts';
import type { WebhookFormat } from './render.ts';
import { renderNoticeCard, renderTextCard } from './text-card.ts';
import type { NoticeCard } from './text-card.ts';
import type { Way } from './ways.ts';
import type { File, Webhook } from './webhook.ts';

/** The kind or the content of a message is not taken (wecom §7). */
const CARD_ERRORS: ReadonlySet<number> = new Set([40008, 40058, 40063, 42017]);
/** wecom §6.5. */
const APP_PICTURE_BYTES = 10 * 1024 * 1024;

/** One request. `isExtra`: its refusal does not undo that the message was delivered. */
export interface Step {
  readonly isExtra?: boolean;
  run(): Promise<void>;
}

/** What the long connection can do for a message. */
export interface BotSocket {
  respond(to: { reqId: string; chat: string }, body: object): Promise<void>;
  welcome(to: { reqId: string; chat: string }, text: string): Promise<void>;
  push(to: { chat: string; chatKind: 'group' | 'single' }, body: object): Promise<void>;
  upload(kind: 'image' | 'file', file: File): Promise<string>;
}

export interface Channels {
  readonly api: Api;
  readonly webhook: Webhook;
  readonly app: App | null;
  readonly socket: BotSocket | null;
  readonly webhookFormat: WebhookFormat;
  /** Pictures over the long connection; larger ones go as files. */
  readonly socketPictureBytes: number;
  /** Whether presses of buttons on the application's cards come back to us. */
  readonly appHasButtons: boolean;
  readonly fileOf: (hash: string) => Promise<Buffer>;
}

export function stepsFor(way: Way, message: Outgoing, channels: Channels): Step[] {
  switch (way.via) {
    case 'webhook':
      return webhookSteps(way, message, channels);
    case 'url': {
      const call = { url: way.url, what: '回复消息', repeatable: false, json: renderMarkdownOnce(message) };
      return [{ run: async () => void (await channels.api.call(call)) }];
    }
    case 'app':
      return appSteps(way.personId, message, channels);
    case 'welcome':
      return [{ run: () => socketOf(channels).welcome(way, message.text) }];
    case 'socket':
      // A finished stream each: the kind of answer every version of the vendor's page allows here (wecom §4.5).
      return socketSteps(message, channels, {
        text: (content, at) => ({ msgtype: 'stream', stream: { id: `${message.id}-${at}`, finish: true, content } }),
        send: (body) => socketOf(channels).respond(way, body),
      });
    case 'push':
      break;
  }
  return socketSteps(message, channels, { text: markdown, send: (body) => socketOf(channels).push(way, body) });
}

function webhookSteps(
  { address, chat }: Way & { readonly via: 'webhook' },
  message: Outgoing,
  channels: Channels,
): Step[] {
  const card = chat === null || channels.socket === null ? null : renderCard(message);
  const notice = renderNoticeCard(message);
  const bodies = renderWebhook(message, channels.webhookFormat);
  const texts =
    notice === null
      ? bodies.map((body): Step => ({ run: () => channels.webhook.send(address, body) }))
      : [noticeStep(notice, bodies, (body) => channels.webhook.send(address, body))];
  const files = message.attachments.map((attachment): Step => ({
    async run() {
      const file = await fileOf(attachment, channels);
      await (attachment.kind === 'picture'
        ? channels.webhook.sendPicture(address, file)
        : channels.webhook.sendFile(address, file));
    },
  }));
  const push = (body: object): Promise<void> => socketOf(channels).push({ chat: chat ?? '', chatKind: 'group' }, body);
  return [...texts, ...files, ...cardSteps(card, push)];
}

/** A card the vendor does not take says the same as text. */
function noticeStep<Body>(
  card: NoticeCard,
  texts: readonly Body[],
  send: (body: Body | NoticeCard) => Promise<void>,
): Step {
  return {
    async run() {
      try {
        await send(card);
      } catch (error) {
        const [only, ...more] = texts;
        if (!(error instanceof VendorError && CARD_ERRORS.has(error.errcode)) || !only || more.length > 0) throw error;
        await send(only);
      }
    },
  };
}

function appSteps(personId: string, message: Outgoing, channels: Channels): Step[] {
  const { app } = channels;
  if (app === null) throw new DeliveryError('refused', '没有配置自建应用，无法发送单聊消息。');
  if (!isOnePerson(personId)) throw new DeliveryError('refused', '收件人账号格式不对，请核对通讯录。');
  const mobile = mobileOf(personId);
  const dropRepeated = message.answers === null;
  const send = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const userId = mobile === null ? personId : await app.userIdByMobile(mobile);
    await app.send({ userIds: [userId], body, dropRepeated });
  };
  const card = channels.appHasButtons ? renderCard(message) : null;
  const textCard = renderTextCard(message.text);
  const texts =
    textCard === null
      ? renderApp(message).map((content) => ({ msgtype: 'text', text: { content } }))
      : [{ ...textCard }];
  return [
    ...texts.map((body): Step => ({ run: () => send(body) })),
    ...cardSteps(card, send),
    ...message.attachments.map((attachment): Step => ({
      async run() {
        const { kind, file } = await mediaOf(attachment, channels, APP_PICTURE_BYTES);
        await send({ msgtype: kind, [kind]: { media_id: await app.upload(kind, file) } });
      },
    })),
  ];
}

function socketSteps(
  message: Outgoing,
  channels: Channels,
  { text, send }: { text: (content: string, at: number) => object; send: (body: object) => Promise<void> },
): Step[] {
  return [
    ...renderMarkdown(message).map((content, at): Step => ({ run: () => send(text(content, at)) })),
    ...cardSteps(renderCard(message), send),
    ...message.attachments.map((attachment): Step => ({
      async run() {
        const { kind, file } = await mediaOf(attachment, channels, channels.socketPictureBytes);
        await send({ msgtype: kind, [kind]: { media_id: await socketOf(channels).upload(kind, file) } });
      },
    })),
  ];
}

/** The text before it says all there is to say, so a card the vendor does not take (wecom §4.6) costs only the comfort. */
function cardSteps(
  card: TemplateCard | null,
  send: (body: Readonly<Record<string, unknown>>) => Promise<void>,
): Step[] {
  if (card === null) return [];
  return [{ isExtra: true, run: () => send({ msgtype: 'template_card', template_card: card }) }];
}

function socketOf({ socket }: Channels): BotSocket {
  if (socket === null) throw new DeliveryError('refused', '没有配置长连接机器人，无法发送。');
  return socket;
}

async function fileOf({ name, hash }: Attachment, channels: Channels): Promise<File> {
  return { name, bytes: await channels.fileOf(hash) };
}

/** A picture that is too large for the vendor, or that it does not know as one, goes as a file. */
async function mediaOf(
  attachment: Attachment,
  channels: Channels,
  mostBytes: number,
): Promise<{ kind: 'image' | 'file'; file: File }> {
  const file = await fileOf(attachment, channels);
  const isPicture = attachment.kind === 'picture' && isTakenAsPicture(file.bytes) && file.bytes.length <= mostBytes;
  return { kind: isPicture ? 'image' : 'file', file };
}
