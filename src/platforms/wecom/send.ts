/** One attempt to deliver: chooses the way, makes its requests, and remembers how far it came (style §3.5). */
import { DeliveryError } from '../../chat.ts';
import type { Outgoing } from '../../chat.ts';
import type { Log } from './options.ts';
import type { Step } from './steps.ts';
import type { Way } from './ways.ts';

/** Messages whose first parts went out and whose rest has to wait, and spent response_urls: the oldest are forgotten beyond this. */
const MOST_REMEMBERED = 1000;

export interface SendOptions {
  readonly ways: (message: Outgoing) => Way[];
  readonly steps: (way: Way, message: Outgoing) => Step[];
  /** Throws DeliveryError `later` unless so many requests fit now. */
  readonly checkRoom: (way: Way, requests: number) => void;
  readonly log: Log;
}

/**
 * Throws DeliveryError. A way that refuses before anything went out is followed by the next one; after that the message stays on
 * its way, and a further attempt goes on with the part that did not get through.
 */
export function createSend(options: SendOptions): (message: Outgoing) => Promise<void> {
  const begun = new Map<string, { readonly way: Way; readonly done: number }>();
  const spent = new Map<string, true>();

  async function follow(way: Way, message: Outgoing, from: number): Promise<void> {
    const steps = options.steps(way, message);
    options.checkRoom(way, steps.length - from);
    for (let at = from; at < steps.length; at += 1) {
      await runStep(steps[at], message).catch((error: unknown) => {
        if (!isLater(error)) spend(way);
        if (at > 0 && isLater(error)) remember(begun, message.id, { way, done: at });
        else begun.delete(message.id);
        throw at > 0 && isRefused(error) ? new PartlyDelivered(error.message) : error;
      });
    }
    begun.delete(message.id);
    spend(way);
  }

  /** A response_url works once, and whoever refused it or did not answer may have taken it. */
  function spend(way: Way): void {
    if (way.via === 'url') remember(spent, way.url, true);
  }

  async function runStep(step: Step | undefined, message: Outgoing): Promise<void> {
    try {
      await step?.run();
    } catch (error) {
      if (step?.isExtra !== true || !(error instanceof DeliveryError)) throw error;
      options.log('卡片未送达，文字已送达', { row: message.id, reason: error.message });
    }
  }

  return async (message) => {
    const started = begun.get(message.id);
    if (started !== undefined) return follow(started.way, message, started.done);
    const ways = options.ways(message).filter((way) => way.via !== 'url' || !spent.has(way.url));
    let refusal: DeliveryError | undefined;
    for (const way of ways) {
      try {
        return await follow(way, message, 0);
      } catch (error) {
        if (!isRefused(error) || error instanceof PartlyDelivered) throw error;
        options.log('一条发送途径被拒绝', { row: message.id, via: way.via, reason: error.message });
        refusal ??= error;
      }
    }
    throw refusal ?? new DeliveryError('refused', unreachable(message));
  };
}

/** Some parts are with the reader and the rest was refused: no other way, it would repeat them. */
class PartlyDelivered extends DeliveryError {
  constructor(reason: string) {
    super('refused', `消息只送达了一部分。${reason}`);
    this.name = 'PartlyDelivered';
  }
}

function isRefused(error: unknown): error is DeliveryError {
  return error instanceof DeliveryError && error.outcome === 'refused';
}

function isLater(error: unknown): boolean {
  return error instanceof DeliveryError && error.outcome === 'later';
}

function remember<T>(held: Map<string, T>, key: string, value: T): void {
  held.delete(key);
  held.set(key, value);
  const oldest = held.size > MOST_REMEMBERED ? held.keys().next().value : undefined;
  if (oldest !== undefined) held.delete(oldest);
}

function unreachable(message: Outgoing): string {
  return message.to.kind === 'group'
    ? '这个群没有可用的发送途径：请为该群添加消息推送（群机器人）并把地址写入通讯录，或改用长连接后在群里 @ 机器人一次。'
    : '没有可用的单聊途径：请配置自建应用（WECOM_APP_…），或改用长连接机器人。';
}
