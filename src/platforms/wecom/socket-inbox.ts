/** Frames of the long connection → messages for the bot, in the order they came within a conversation (style §3.3: a socket is another door). */
import type { Deliver, Incoming, Outgoing, ReplyRoute } from '../../chat.ts';
import { growingPauseMs } from '../../growing-pause.ts';
import { createTurns } from '../turns.ts';
import { decode } from './decode.ts';
import type { Frame } from './frames.ts';
import type { Log, Timers } from './options.ts';
import { writeRoute } from './routes.ts';

/** Answers are possible for 24 hours, a welcome for 5 seconds (wecom §4.5, §3.5); each with a margin. */
const ANSWER_MS = 23.5 * 3_600_000;
const WELCOME_MS = 4_500;
/** Nothing is redelivered on this door, so a commit that failed is tried again here; after an hour the sender has long said it elsewhere. */
const TRYING = { firstMs: 1_000, mostMs: 60_000 };
const GIVE_UP_MS = 3_600_000;

export interface SocketInboxOptions {
  readonly botNames: () => readonly string[];
  readonly now: () => Date;
  readonly timers: Timers;
  readonly random: () => number;
  readonly log: Log;
  readonly deliver: Deliver;
  readonly complete: (incoming: Incoming) => Promise<Incoming>;
  /** A button was pressed and the bot has an answer: the presser's card may be changed now. */
  readonly onClick: (click: { reqId: string; taskId: string; incoming: Incoming; answer: Outgoing }) => void;
  readonly onKicked: () => void;
}

export interface SocketInbox {
  take(frame: Frame): void;
  /** What could not be committed is tried once more and not waited for; resolves when everything taken so far is over. */
  close(): Promise<void>;
}

export function createSocketInbox(options: SocketInboxOptions): SocketInbox {
  const turns = createTurns();
  const pauses = new Set<() => void>();
  let isClosed = false;

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
    const began = options.now().getTime();
    for (let failures = 0; ; failures += 1) {
      try {
        return (await options.deliver(incoming)).answer;
      } catch (error) {
        if (isClosed || options.now().getTime() - began >= GIVE_UP_MS) throw error;
        options.log('消息处理失败，稍后再试', { message: incoming.id, error });
        await pause(growingPauseMs(failures, TRYING, options.random()));
      }
    }
  }

  async function pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = options.timers.set(resolve, ms);
    pauses.add(resolve);
    await promise;
    pauses.delete(resolve);
    options.timers.clear(timer);
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
          turns.take(decoded.incoming, () => handle(decoded.incoming, { reqId, taskId: decoded.taskId }));
          return;
        case 'refresh':
          return;
        case 'ignored':
        case 'malformed':
          options.log('长连接消息未处理', { reason: decoded.reason });
      }
    },
    async close() {
      isClosed = true;
      for (const wake of pauses) wake();
      await turns.settled();
    },
  };
}
