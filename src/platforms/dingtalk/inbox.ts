/** Messages of the stream on their way to the bot: in order within a conversation, acknowledged only after the commit (dingtalk §4.5). */
import type { Deliver, Incoming } from '../../chat.ts';
import { createTurns } from '../turns.ts';
import type { Decoded } from './decode.ts';
import { parseJson } from './frames.ts';
import { responseTo } from './interactive-card.ts';
import type { Log } from './options.ts';
import type { Ack } from './socket.ts';

export interface Inbox {
  open(deliver: Deliver): void;
  /** One message or press; `ack` is called when the vendor need not send it again. */
  readonly take: (data: string, ack: Ack) => void;
  /** Takes nothing more and waits for what is under way; its acks still go out. */
  close(): Promise<void>;
}

export function createInbox(parts: {
  readonly decode: (value: unknown) => Decoded;
  readonly complete: (incoming: Incoming) => Promise<Incoming>;
  readonly log: Log;
}): Inbox {
  let deliver: Deliver | null = null;
  const turns = createTurns();

  /** Without an ack the vendor sends again, and then it is tried again. */
  async function hand(incoming: Incoming, ack: Ack, to: Deliver): Promise<void> {
    try {
      const whole = await parts.complete(incoming);
      const { answer } = await to(whole);
      ack(200, responseTo(whole, answer));
    } catch (error) {
      parts.log('钉钉消息没有处理完，等待重新推送', { message: incoming.id, error });
    }
  }

  return {
    open(given) {
      deliver = given;
    },
    take(data, ack) {
      const to = deliver;
      if (to === null) return;
      const value = parseJson(data);
      const decoded: Decoded =
        value === undefined ? { kind: 'malformed', reason: '内容不是 JSON' } : parts.decode(value);
      if (decoded.kind !== 'incoming') {
        parts.log('钉钉消息没有受理', { reason: decoded.reason });
        return ack(decoded.kind === 'ignored' ? 200 : 400);
      }
      const { incoming } = decoded;
      turns.take(incoming, () => hand(incoming, ack, to));
    },
    async close() {
      deliver = null;
      await turns.settled();
    },
  };
}
