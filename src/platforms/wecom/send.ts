/** One attempt to deliver: chooses the way, makes its requests, and remembers how far it came (style §3.5). */
import { z } from 'zod';
import { DeliveryError } from '../../chat.ts';
import type { Outgoing, PartsOut } from '../../chat.ts';
import type { Log } from './options.ts';
import { parseJson } from '../parse-json.ts';
import type { Step } from './steps.ts';
import { WAYS } from './ways.ts';
import type { Way } from './ways.ts';

/** Spent response_urls: the oldest are forgotten beyond this. */
const MOST_REMEMBERED = 1000;

export interface SendOptions {
  readonly ways: (message: Outgoing) => Way[];
  readonly steps: (way: Way, message: Outgoing) => Step[];
  /** Throws DeliveryError `later` unless so many requests fit now. */
  readonly checkRoom: (way: Way, requests: number) => void;
  readonly log: Log;
}

/** For callers that keep nothing. */
const UNKEPT: PartsOut = { note: null, out: () => Promise.resolve(), leaving: () => Promise.resolve() };

/** What is kept of a message that is under way: which way it went, and how many of its requests are done. */
const noteShape = z.object({ via: z.enum(WAYS), done: z.int().positive() });
type Note = z.infer<typeof noteShape>;

/**
 * Throws DeliveryError. A way that refuses before anything went out is followed by the next one; after that the message stays on
 * its way, and a further attempt goes on with the part that did not get through.
 */
export function createSend(options: SendOptions): (message: Outgoing, partsOut?: PartsOut) => Promise<void> {
  const spent = new Map<string, true>();

  async function follow(
    way: Way,
    message: Outgoing,
    { from, partsOut }: { from: number; partsOut: PartsOut },
  ): Promise<void> {
    const steps = options.steps(way, message);
    options.checkRoom(way, steps.length - from);
    const out = (done: number): Promise<void> => partsOut.out(JSON.stringify({ via: way.via, done } satisfies Note));
    for (const [at, step] of steps.entries()) {
      if (at < from) continue;
      // What is a mere extra is counted as out before it leaves: nobody need hear of its fate, and it never comes twice.
      if (step.isExtra === true) await out(at + 1);
      else if (at > 0) await partsOut.leaving();
      await runStep(step, message).catch((error: unknown) => {
        if (!isLater(error)) spend(way);
        throw at > 0 ? inPart(error, at, steps.length) : error;
      });
      if (steps[at + 1] !== undefined && steps[at + 1]?.isExtra !== true) await out(at + 1);
    }
    spend(way);
  }

  /** A response_url works once, and whoever refused it or did not answer may have taken it. */
  function spend(way: Way): void {
    if (way.via === 'url') remember(spent, way.url, true);
  }

  async function runStep(step: Step, message: Outgoing): Promise<void> {
    try {
      await step.run();
    } catch (error) {
      if (step.isExtra !== true || !(error instanceof DeliveryError)) throw error;
      options.log('卡片未送达，文字已送达', { row: message.id, reason: error.message });
    }
  }

  /** The way on which the first parts went; what is cut alike goes on by push where the way back has run out. */
  function goOn(message: Outgoing, { via, done }: Note, partsOut: PartsOut): Promise<void> {
    const ways = options.ways(message);
    const way =
      ways.find((one) => one.via === via) ?? (via === 'socket' ? ways.find((one) => one.via === 'push') : null);
    if (!way) throw new PartlyDelivered(unreachable(message));
    return follow(way, message, { from: done, partsOut });
  }

  return async (message, partsOut = UNKEPT) => {
    const begun = readNote(partsOut.note);
    if (begun !== null) return goOn(message, begun, partsOut);
    const ways = options.ways(message).filter((way) => way.via !== 'url' || !spent.has(way.url));
    let refusal: DeliveryError | undefined;
    for (const way of ways) {
      try {
        return await follow(way, message, { from: 0, partsOut });
      } catch (error) {
        if (!isRefused(error) || error instanceof PartlyDelivered) throw error;
        options.log('一条发送途径被拒绝', { row: message.id, via: way.via, reason: error.message });
        refusal ??= error;
      }
    }
    throw refusal ?? new DeliveryError('refused', unreachable(message));
  };
}

function readNote(text: string | null): Note | null {
  if (text === null) return null;
  const note = noteShape.safeParse(parseJson(text));
  if (!note.success) throw new DeliveryError('unknown', '消息分几条发送，前面的已送达，其余不确定。');
  return note.data;
}

/** What went wrong with a part that is not the first: whoever reads of it has to know that the first ones are there. */
function inPart(error: unknown, done: number, all: number): unknown {
  if (isRefused(error)) return new PartlyDelivered(error.message);
  if (!(error instanceof DeliveryError) || error.outcome !== 'unknown') return error;
  return new DeliveryError('unknown', `消息分${all}条发送，前${done}条已送达。${error.message}`);
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
