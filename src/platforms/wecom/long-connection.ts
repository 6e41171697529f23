/** 智能机器人 by long connection: no public address needed (wecom §4). Puts connection, inbox and requests together. */
import type { Deliver, Incoming } from '../../chat.ts';
import { renderSpentCard } from './cards.ts';
import { createConnection } from './connection.ts';
import { VendorError } from './error-codes.ts';
import { newReqId } from './frames.ts';
import type { Assumptions, Lease, Log, LongConnectionOptions, Timers } from './options.ts';
import type { Pace } from '../pace.ts';
import { throttled } from './throttled.ts';
import type { Request } from './requests.ts';
import { createSocketInbox } from './socket-inbox.ts';
import type { SocketInbox } from './socket-inbox.ts';
import { uploadOverSocket } from './socket-upload.ts';
import type { BotSocket } from './steps.ts';

const NOT_SUBSCRIBED = 846609;
const CHAT_TYPE = { single: 1, group: 2 } as const;

/** One instance alone: always ours. */
const NO_LEASE: Lease = {
  take: () => Promise.resolve(true),
  renew: () => Promise.resolve(true),
  release: () => Promise.resolve(),
};

const REAL_TIMERS: Timers = {
  set: (act, ms) => setTimeout(act, ms),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout), // it came from `set` above
};

export interface LongConnection extends BotSocket {
  start(deliver: Deliver): Promise<void>;
  stop(): Promise<void>;
  health(): string;
  concern(): string | null;
}

export interface LongConnectionGiven extends LongConnectionOptions {
  readonly assumptions: Assumptions;
  readonly botNames: () => readonly string[];
  readonly now: () => Date;
  readonly log: Log;
  readonly timers?: Timers | undefined;
  readonly lease?: Lease | undefined;
  readonly random?: (() => number) | undefined;
  /** Answers and pushes share the quota of a conversation (wecom §4.8). */
  readonly pace: Pace;
  readonly complete: (incoming: Incoming) => Promise<Incoming>;
}

export function createLongConnection(given: LongConnectionGiven): LongConnection {
  const { now, log, pace, assumptions } = given;
  const timers = given.timers ?? REAL_TIMERS;
  const random = given.random ?? Math.random;
  let inbox: SocketInbox | undefined;
  const connection = createConnection({
    botId: given.botId,
    secret: given.secret,
    wsUrl: given.wsUrl,
    now,
    log,
    timers,
    lease: given.lease ?? NO_LEASE,
    random,
    kickedMs: assumptions.kickedMs,
    onFrame: (frame) => inbox?.take(frame),
  });

  async function ask(request: Request): Promise<unknown> {
    try {
      return await connection.requests.ask(request);
    } catch (error) {
      if (error instanceof VendorError && error.errcode === NOT_SUBSCRIBED) connection.restart();
      throw error;
    }
  }

  async function counted(chat: string, request: Request): Promise<void> {
    try {
      await pace.send([chat], () => ask(request));
    } catch (error) {
      throw error instanceof VendorError ? throttled(error, { pace, key: chat, ms: assumptions.throttledMs }) : error;
    }
  }

  const fresh = (cmd: string, body: object, repeatable: boolean): Request => ({
    cmd,
    reqId: newReqId(cmd, now()),
    body,
    repeatable,
  });

  return {
    async start(deliver) {
      inbox = createSocketInbox({
        botNames: given.botNames,
        now,
        timers,
        random,
        log,
        deliver,
        complete: given.complete,
        onKicked: () => connection.kicked(),
        onClick({ reqId, taskId, incoming }) {
          const userId = incoming.chatKind === 'group' ? incoming.senderId : null;
          const body = renderSpentCard({ taskId, said: incoming.text, userId });
          const update = { cmd: 'aibot_respond_update_msg', reqId, body, repeatable: true };
          const done = assumptions.countsCardUpdates ? counted(incoming.chatId, update) : ask(update);
          done.catch((error: unknown) =>
            log('卡片未能更新', { message: incoming.id, reason: error instanceof Error ? error.message : '' }),
          );
        },
      });
      connection.start();
      await Promise.resolve();
    },

    async stop() {
      await connection.stop();
      await inbox?.close();
    },

    health: () => `智能机器人（长连接）${connection.health()}`,
    concern: () => connection.concern(),

    respond: ({ reqId, chat }, body) => counted(chat, { cmd: 'aibot_respond_msg', reqId, body, repeatable: false }),

    welcome({ reqId, chat }, content) {
      const body = { msgtype: 'text', text: { content } };
      return counted(chat, { cmd: 'aibot_respond_welcome_msg', reqId, body, repeatable: false });
    },

    push({ chat, chatKind }, body) {
      const addressed = { chatid: chat, chat_type: CHAT_TYPE[chatKind], ...body };
      return counted(chat, fresh('aibot_send_msg', addressed, false));
    },

    upload: (kind, file) => uploadOverSocket(kind, file, (cmd, body) => ask(fresh(cmd, body, true))),
  };
}
