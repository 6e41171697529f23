/**
 * The only way out (style §3.3). Answers, bulletins and reminders are rows; this loop sends them, oldest first within a conversation,
 * different conversations side by side, so that one failing platform holds up nobody else.
 */
import { DeliveryError } from './chat.ts';
import type { Outgoing, Platform, PlatformName, PartsOut } from './chat.ts';
import { growingPauseMs } from './growing-pause.ts';
import type { OutboxRow, OutboxStore } from '../storage/store.ts';

export interface OutboxLoop {
  /** Something may be due: looks at once. */
  readonly poke: () => void;
  /** Resolves when nothing is due any more and nothing is under way. */
  settle(): Promise<void>;
  /** Sends nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

export interface OutboxOptions {
  readonly outbox: OutboxStore;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly now: () => Date;
  /** Name of this process in the rows it has taken. */
  readonly owner: string;
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
  /** Between 0 and 1: spreads the pauses, so that after an outage not everybody comes back at once. */
  readonly random: () => number;
  readonly onOutcome?: (outcome: 'sent' | 'later' | 'refused' | 'unknown') => void;
}

/** A row that one process took and never finished is looked at again after this time. */
const LEASE_MS = 60_000;
/** Growing pauses after faults: 1–2 s, 2–4 s … at most five minutes, so that what waits is out soon after the vendor is back. */
const PAUSES = { firstMs: 2_000, mostMs: 5 * 60_000 };
/** After a day of trying a message is old news: it is given up and shown to the office. */
const GIVE_UP_MS = 24 * 3_600_000;
const LOOK_AGAIN_AT_MOST_MS = 5_000;
/** A row that could not be taken was not sent: the database is given this rest, and then it is taken again. */
const REST_MS = 2_000;
const AT_ONCE = 32;

export function createOutbox(options: OutboxOptions): OutboxLoop {
  const { outbox, now, log } = options;
  const underWay = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | undefined;
  let lookAgain = false;
  let stopped = false;
  let restsUntil = 0;

  /** Starts what is due and free; gives the number of messages started. */
  async function look(): Promise<number> {
    const due = stopped || now().getTime() < restsUntil ? [] : await outbox.due(now(), AT_ONCE);
    const free = due.filter((row) => !underWay.has(row.conversation));
    for (const row of free) {
      const work = deliver(row).finally(() => {
        underWay.delete(row.conversation);
        poke();
      });
      underWay.set(row.conversation, work);
    }
    return free.length;
  }

  function poke(): void {
    if (stopped) return;
    lookAgain = looking !== undefined;
    if (looking) return;
    looking = look()
      .catch((error: unknown) => {
        log('outbox could not be read', { error });
        return 0;
      })
      .finally(() => {
        looking = undefined;
        if (lookAgain) poke();
        else void schedule();
      });
  }

  async function schedule(): Promise<void> {
    clearTimeout(timer);
    if (stopped) return;
    const next = await outbox.nextDueAt().catch(() => undefined);
    const wait = next ? Math.max(500, next.getTime() - now().getTime()) : LOOK_AGAIN_AT_MOST_MS;
    clearTimeout(timer);
    timer = setTimeout(poke, Math.min(wait, LOOK_AGAIN_AT_MOST_MS)).unref();
  }

  /** Whether the row is ours to send. A fault leaves it as it was: nothing has been sent, and nothing is written about it. */
  async function isTaken(row: OutboxRow): Promise<boolean> {
    const at = now();
    try {
      return await outbox.claim(row.id, options.owner, at, new Date(at.getTime() + LEASE_MS));
    } catch (error) {
      log('outbox row could not be taken', { error, row: row.id, conversation: row.conversation });
      restsUntil = now().getTime() + REST_MS;
      return false;
    }
  }

  async function deliver(row: OutboxRow): Promise<void> {
    if (!(await isTaken(row))) return;
    try {
      const platform = options.platforms.get(row.platform);
      if (!platform) throw new DeliveryError('refused', `平台 ${row.platform} 没有接通`);
      if (row.interrupted && !platform.sendsOnce) throw new DeliveryError('unknown', interruptedWords(row));
      await platform.send(outgoing(row), partsOutOf(row));
      await outbox.sent(row.id, now());
      options.onOutcome?.('sent');
    } catch (error) {
      await settleFailure(row, error).catch((fault: unknown) =>
        log('outbox could not be written', { error: fault, row: row.id }),
      );
    }
  }

  const partsOutOf = ({ id, partsOut }: OutboxRow): PartsOut => ({
    note: partsOut,
    out: (note) => outbox.partOut(id, note),
    leaving: () => outbox.partLeaving(id),
  });

  async function settleFailure(row: OutboxRow, error: unknown): Promise<void> {
    const failure = error instanceof DeliveryError ? error : new DeliveryError('unknown', '发送时出现内部错误');
    const isOld = now().getTime() - row.createdAt.getTime() > GIVE_UP_MS;
    const outcome = failure.outcome === 'later' && isOld ? 'refused' : failure.outcome;
    log(`outbox: ${outcome}`, {
      row: row.id,
      conversation: row.conversation,
      reason: failure.message,
      ...(failure === error ? {} : { error }),
    });
    options.onOutcome?.(outcome);
    if (outcome === 'later') {
      const after = (ms: number): Date => new Date(now().getTime() + ms);
      if (failure.isExact) await outbox.waits(row.id, after(failure.retryAfterMs), failure.message);
      else {
        const pauseMs = growingPauseMs(row.attempts, PAUSES, options.random());
        await outbox.later(row.id, after(Math.max(failure.retryAfterMs, pauseMs)), failure.message);
      }
    } else await outbox.gaveUp(row.id, outcome, failure.message, now());
  }

  return {
    poke,
    async settle() {
      for (;;) {
        const started = await look();
        if (started === 0 && underWay.size === 0) return;
        await Promise.all(underWay.values());
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay.values());
    },
  };
}

const interruptedWords = ({ partsOut }: OutboxRow): string =>
  partsOut === null ? '上次发送中断，不确定是否送达' : '消息分几条发送，中途中断：前面的已送达，其余不确定';

/** The row as a platform sees it. */
export function outgoing(row: OutboxRow): Outgoing {
  const { id, platform, to, text, mentions, buttons, attachments, reply, answers } = row;
  return { id, platform, to, text, mentions, buttons, attachments, reply, answers };
}
