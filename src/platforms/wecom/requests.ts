/** Frames that wait for their acknowledgement. At most one per `req_id` is under way, because acks carry nothing else (wecom §4.5). */
import { DeliveryError } from '../../chat.ts';
import { VendorError } from './error-codes.ts';
import { writeFrame } from './frames.ts';
import type { Frame } from './frames.ts';
import type { Timers } from './options.ts';

/** Round trips take under half a second (wecom §4.5); the vendor's own client gives up after five. */
const ACK_MS = 5_000;
const SOON_MS = 5_000;

/**
 * Frames that may not be repeated and are under way at a time. When the connection breaks, nobody can tell what became of them: so few,
 * and the others still know that they were never sent. With round trips of half a second that is eight messages a second.
 */
const MOST_UNDER_WAY = 4;

export interface Request {
  readonly cmd: string;
  readonly reqId: string;
  readonly body?: unknown;
  /** Doing it twice does no harm: then a missing ack means `later`, otherwise `unknown`. */
  readonly repeatable: boolean;
}

export interface Requests {
  /** Resolves with the ack's body. Throws DeliveryError, VendorError for a non-zero code. */
  ask(request: Request): Promise<unknown>;
  /** Takes an incoming frame; false when nobody waits for it. */
  settle(frame: Frame): boolean;
  /** The connection is gone: what is under way has an open outcome. */
  dropAll(): void;
}

interface Waiting {
  readonly settle: (frame: Frame) => void;
  readonly drop: () => void;
}

/** `write` puts a text on the wire, or gives false where there is no connection. */
export function createRequests(given: {
  readonly write: (text: string) => boolean;
  readonly timers: Timers;
}): Requests {
  const waiting = new Map<string, Waiting>();
  const queues = new Map<string, Promise<unknown>>();

  function exchange(request: Request): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const lost = (why: string): DeliveryError =>
        request.repeatable
          ? new DeliveryError('later', `${why}，稍后自动重试。`, SOON_MS)
          : new DeliveryError('unknown', `${why}，是否送达不明。`);
      const timer = given.timers.set(() => end(() => reject(lost('长连接没有及时确认'))), ACK_MS);
      function end(outcome: () => void): void {
        given.timers.clear(timer);
        waiting.delete(request.reqId);
        outcome();
      }
      waiting.set(request.reqId, {
        settle: ({ errcode = 0, errmsg = '', body }) =>
          end(() => (errcode === 0 ? resolve(body) : reject(new VendorError(errcode, errmsg)))),
        drop: () => end(() => reject(lost('长连接中断'))),
      });
      if (!given.write(writeFrame(request))) {
        end(() => reject(new DeliveryError('later', '长连接未连上，连上后自动发送。', { exactMs: SOON_MS })));
      }
    });
  }

  let underWay = 0;
  const line: (() => void)[] = [];

  async function inTurn(request: Request): Promise<unknown> {
    if (request.repeatable) return exchange(request);
    if (underWay < MOST_UNDER_WAY) underWay += 1;
    else await new Promise<void>((resolve) => void line.push(resolve));
    try {
      return await exchange(request);
    } finally {
      const next = line.shift();
      if (next) next();
      else underWay -= 1;
    }
  }

  return {
    ask(request) {
      const before = queues.get(request.reqId) ?? Promise.resolve();
      const answer = before.then(
        () => inTurn(request),
        () => inTurn(request),
      );
      queues.set(request.reqId, answer);
      const forget = (): void => {
        if (queues.get(request.reqId) === answer) queues.delete(request.reqId);
      };
      answer.then(forget, forget);
      return answer;
    },

    settle(frame) {
      const waits = waiting.get(frame.headers.req_id);
      waits?.settle(frame);
      return waits !== undefined;
    },

    dropAll() {
      for (const waits of waiting.values()) waits.drop();
    },
  };
}
