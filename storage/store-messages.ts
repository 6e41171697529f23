/** What was said and what is to be said: inbox, outbox, tags, pairings, bulletins, and the simulator's own memory. */
import type { Address, Attachment, Button, ChatKind, Mention, PlatformName, ReplyRoute } from '../src/chat.ts';

export interface InboxStore {
  /** False when this delivery was seen before: then nothing else may happen. */
  accept(message: {
    platform: PlatformName;
    id: string;
    conversation: string;
    sender: string;
    text: string;
    quoteId: string | null;
    sentAt: Date;
    receivedAt: Date;
  }): Promise<boolean>;
  /** Takes back a mark that was set at `until` or before: what comes with this id again is new. False: there was none. */
  forget(platform: PlatformName, id: string, until: Date): Promise<boolean>;
  /** Text of a message by its platform id, from people or from the bot, for quotes that come without content. */
  textOf(platform: PlatformName, id: string): Promise<string | undefined>;
  /** Platform ids of what the sender has said in a conversation since then, oldest first. */
  idsFrom(from: { platform: PlatformName; conversation: string; sender: string }, since: Date): Promise<string[]>;
}

export type OutboxState = 'waiting' | 'sent' | 'refused' | 'unknown';
/** `answer` to a message; `push` counts against the group's budget; `notice` is one-to-one or urgent. */
export type OutboxKind = 'answer' | 'push' | 'notice';

export interface OutboxRow {
  readonly id: string;
  /** Order holds within one conversation. */
  readonly conversation: string;
  readonly kind: OutboxKind;
  readonly platform: PlatformName;
  readonly to: Address;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly buttons: readonly Button[];
  readonly attachments: readonly Attachment[];
  readonly reply: ReplyRoute | null;
  readonly answers: string | null;
  /** Not before this moment: an answer waits for the 200 that may carry it. */
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly state: OutboxState;
  /** How often it was taken and failed, or is in hand. */
  readonly attempts: number;
  /** A process took the row and its lease ran out without an outcome: nobody knows whether it, or its next part, was sent. */
  readonly interrupted: boolean;
  /** The platform's own note of the parts that are out; null: none, or it has one part only. */
  readonly partsOut: string | null;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}

/** What a row has of its own only once it is sent. */
type Fate = 'state' | 'attempts' | 'interrupted' | 'partsOut' | 'sentAt' | 'failure';

/** One delivery of a message by its vendor: the vendor's id of the message, and when this delivery was begun. */
export interface Delivery {
  readonly id: string;
  readonly at: Date;
}

export interface OutboxStore {
  add(row: Omit<OutboxRow, 'id' | Fate>): Promise<OutboxRow>;
  /** The oldest waiting row of each conversation whose time has come: at most one per conversation, so order holds. */
  due(at: Date, limit: number): Promise<OutboxRow[]>;
  /** Marks the row as being sent by `owner` until `until`; false when someone else has it or it is no longer waiting. */
  claim(id: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** What was sent, or is to be: for what people do with it later. */
  find(id: string): Promise<OutboxRow | undefined>;
  /** True when no earlier row of its conversation waits any more: only then may it go out by another way than the loop. */
  isNext(id: string): Promise<boolean>;
  sent(id: string, at: Date): Promise<void>;
  /** As `claim`, for an answer that leaves in the response to this delivery. */
  carry(id: string, by: { owner: string; at: Date; until: Date; delivery: Delivery }): Promise<boolean>;
  /** It left in the response in good time: sent, unless it has been doubted meanwhile. */
  carried(ids: readonly string[], at: Date): Promise<void>;
  /** The response is known not to have taken it along: due now, whatever was doubted. */
  notCarried(id: string, at: Date, failure: string): Promise<void>;
  /**
   * What the responses to earlier deliveries of this message carried is unknown from now on, where those were begun in [from, to].
   * Gives the number of rows.
   */
  doubt(
    platform: PlatformName,
    earlier: { id: string; from: Date; to: Date },
    failure: string,
    at: Date,
  ): Promise<number>;
  /** A part of the message is out, and `note` says so in the platform's words. Does nothing to a row that is settled. */
  partOut(id: string, note: string): Promise<void>;
  /** The next part is under way: an interruption from now on leaves its fate unknown. */
  partLeaving(id: string): Promise<void>;
  /** After a fault: once more at `dueAt`. The attempt counts. */
  later(id: string, dueAt: Date, failure: string): Promise<void>;
  /** As `later`, where nothing was wrong and only the moment had not come: the attempt does not count. */
  waits(id: string, dueAt: Date, reason: string): Promise<void>;
  /** What was waited for: goes along with the message, which is due now. False when the message did not wait any more. */
  attach(id: string, attachments: readonly Attachment[], at: Date): Promise<boolean>;
  /** The 200 did not carry the answer: it is due now. Does nothing to a row that is no longer waiting. */
  release(id: string, at: Date): Promise<void>;
  gaveUp(id: string, state: 'refused' | 'unknown', failure: string, at: Date): Promise<void>;
  /** When the next waiting row becomes due; undefined when none waits. */
  nextDueAt(): Promise<Date | undefined>;
  /** Not delivered (refused, unknown) since `from`: for the office's morning line. */
  undelivered(from: Date, to: Date): Promise<OutboxRow[]>;
  /** One-to-one messages that are out, or may be, since `from`: whom they went to and when. Parts of one message count once. */
  toPersons(platform: PlatformName, from: Date): Promise<{ personId: string; at: Date }[]>;
  /** Pushes to a group on a day `2026-11-22`, all sources together (§13.3). */
  pushesOn(conversation: string, day: string): Promise<number>;
  /** What was said in [from, to), counted by kind and conversation: for the monthly self-report (§13). */
  counts(from: Date, to: Date): Promise<{ kind: OutboxKind; conversation: string; count: number }[]>;
}

/** 一人一天一次 (§13.4): who was tagged on which day. */
export interface MentionStore {
  /** Takes one of the person's tags of that day; false when they are used up. */
  take(person: string, day: string, most: number): Promise<boolean>;
  /** Tags per person on the days from `from` to `to`, both inclusive; the most first. */
  totals(from: string, to: string): Promise<{ person: string; count: number }[]>;
}

/** 绑定: which conversation of a platform is which group of the directory. */
export interface BindingStore {
  groupOf(platform: PlatformName, chatId: string): Promise<string | undefined>;
  chatOf(platform: PlatformName, groupId: string): Promise<string | undefined>;
  offer(code: string, groupId: string, platform: PlatformName, by: string, expiresAt: Date): Promise<void>;
  /** Uses the code up and pairs; undefined when it is unknown, used or expired. */
  redeem(code: string, platform: PlatformName, chatId: string, by: string, at: Date): Promise<string | undefined>;
}

export interface JobRunStore {
  /** Inserts (job, moment); false where the row exists: someone was first. */
  begin(job: string, moment: Date, at: Date): Promise<boolean>;
  /** The latest one up to `at`: what a clock that ran ahead has left behind counts for nothing until its time. */
  lastMoment(job: string, at: Date): Promise<Date | undefined>;
  /** Those of the names that have run at any moment, in one question however many they are. */
  known(jobs: readonly string[]): Promise<ReadonlySet<string>>;
}

/** 通报 as published: the text, T, and the numbers it was computed from, so that it can be reproduced (§5 Freeze). */
export interface Bulletin {
  readonly id: string;
  readonly kind: 'daily' | 'weekly' | 'special';
  readonly groupId: string | null;
  readonly asOf: Date;
  readonly text: string;
  readonly issueNos: readonly number[];
  readonly figures: Readonly<Record<string, unknown>>;
}

export interface BulletinStore {
  add(bulletin: Omit<Bulletin, 'id'>): Promise<string>;
  /** As it went out, to answer whoever disputes a figure; no sentence asks for it. */
  latest(kind: Bulletin['kind'], groupId: string | null): Promise<Bulletin | undefined>;
}

/** What was said in the simulator's conversations: the simulator is a platform like the others, this is its vendor's memory. */
export interface SimulatorMessage {
  readonly id: string;
  readonly at: Date;
  readonly chatKind: ChatKind;
  /** Group id; null in one-to-one. */
  readonly group: string | null;
  /** The person of a one-to-one conversation. */
  readonly person: string | null;
  /** Name, or `bot`. */
  readonly from: string;
  readonly text: string;
  readonly mentions: readonly string[];
  /** Content hashes of pictures. */
  readonly images: readonly string[];
  readonly quote: string | null;
  readonly buttons: readonly Button[];
}

export interface SimulatorStore {
  /** Adds the message; the same id again changes nothing and gives false. */
  add(message: SimulatorMessage): Promise<boolean>;
  find(id: string): Promise<SimulatorMessage | undefined>;
  /** In order; `after` is a message id. */
  list(conversation: { group: string } | { person: string }, after?: string): Promise<SimulatorMessage[]>;
  /** All messages from the bot added after the given one, in any conversation. */
  fromBotAfter(id: string | null): Promise<SimulatorMessage[]>;
}
