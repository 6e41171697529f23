/** Frames of the long connection → messages for the bot, in the order they came (style §3.3: a socket is another door). */
import type { Deliver, Incoming, Outgoing, ReplyRoute } from '../../chat.ts';
import { decode } from './decode.ts';
import type { Frame } from './frames.ts';
import type { Log, Timers } from './options.ts';
import { writeRoute } from './routes.ts';

/** Answers are possible for 24 hours, a welcome for 5 seconds (wecom §4.5, §3.5); each with a margin. */
const ANSWER_MS = 23.5 * 3_600_000;
const WELCOME_MS = 4_500;
/** Nothing is redelivered on this door, so a commit that failed is tried again here. */
const TRY_AGAIN_MS: readonly number[] = [1_000, 5_000];

export interface SocketInboxOptions {
  readonly botNames: () => readonly string[];
  readonly now: () => Date;
  readonly timers: Timers;
  readonly log: Log;
  readonly deliver: Deliver;
  readonly complete: (incoming: Incoming) => Promise<Incoming>;
  /** A button was pressed and the bot has an answer: the presser's card may be changed now. */
  readonly onClick: (click: { reqId: string; taskId: string; incoming: Incoming; answer: Outgoing }) => void;
  readonly onKicked: () => void;
}

export interface SocketInbox {
  take(frame: Frame): void;
  /** Resolves when everything taken so far is with the bot. */
  settled(): Promise<void>;
}

export function createSocketInbox(options: SocketInboxOptions): SocketInbox {
  let work: Promise<void> = Promise.resolve();

  function replyTo(reqId: string, about: { kind: Incoming['kind']; chatId: string }): ReplyRoute | null {
    const at = options.now().getTime();
    const chat = about.chatId;
    // A card event takes only a card update; the answer is pushed. So it is where the frame has no id to answer to.
    if (about.kind === 'click' || reqId === '') return null;
    return about.kind === 'entered'
      ? { route: writeRoute({ via: 'welcome', reqId, chat }), expiresAt: new Date(at + WELCOME_MS) }
      : { route: writeRoute({ via: 'socket', reqId, chat }), expiresAt: new Date(at + ANSWER_MS) };
  }

  async function hand(incoming: Incoming): Promise<Outgoing | null> {
    for (const waitMs of TRY_AGAIN_MS) {
      try {
        return (await options.deliver(incoming)).answer;
      } catch (error) {
        options.log('消息处理失败，稍后再试', { message: incoming.id, error });
        await new Promise<void>((resolve) => void options.timers.set(resolve, waitMs));
      }
    }
    return (await options.deliver(incoming)).answer;
  }

  async function handle(received: Incoming, click: { reqId: string; taskId: string | null }): Promise<void> {
    try {
      const incoming = await options.complete(received);
      const answer = await hand(incoming);
      if (incoming.kind !== 'click' || !click.taskId || !click.reqId || answer === null) return;
      options.onClick({ reqId: click.reqId, taskId: click.taskId, incoming: received, answer });
    } catch (error) {
      options.log('消息未能处理，发送人需要重发', { message: received.id, error });
    }
  }

  return {
    take(frame) {
      if (frame.cmd !== 'aibot_msg_callback' && frame.cmd !== 'aibot_event_callback') {
        return options.log('长连接收到未知的命令', { cmd: frame.cmd });
      }
      const reqId = frame.headers.req_id;
      const decoded = decode(frame.body, {
        botNames: options.botNames(),
        now: options.now(),
        replyTo: (about) => replyTo(reqId, about),
      });
      switch (decoded.kind) {
        case 'disconnected':
          return options.onKicked();
        case 'incoming':
          work = work.then(() => handle(decoded.incoming, { reqId, taskId: decoded.taskId }));
          return;
        case 'refresh':
          return;
        case 'ignored':
        case 'malformed':
          options.log('长连接消息未处理', { reason: decoded.reason });
      }
    },
    settled: () => work,
  };
}
