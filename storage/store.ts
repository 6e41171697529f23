/**
 * What the rest of the house may ask of the database. Each member lives in a file of its own beside this one; they hold the only
 * SQL in the project. A `Store` is bound to one connection or one transaction; `Storage` opens transactions.
 */
import type { Button, Attachment, Mention, PlatformName, ReplyRoute, Address, ChatKind } from '../src/chat.ts';
import type { Absence } from '../src/domain/absence.ts';
import type { Issue, IssuePhoto, IssueRecord, IssueState } from '../src/domain/issue.ts';
import type { Task, TaskRecord } from '../src/domain/task.ts';

export type { Task, TaskRecord } from '../src/domain/task.ts';
export type { Work } from './store-publishing.ts';
import type { IssueRequest } from '../src/domain/request.ts';
import type { BesideStore } from './store-beside.ts';
import type { PressureStore } from './store-pressure.ts';
import type { PublishingStore } from './store-publishing.ts';

/** One transaction: `begin immediate`, commits when `work` resolves, undone when it throws. Never await the network inside. */
export interface Storage {
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Outside any transaction: for questions and single statements. */
  readonly store: Store;
  /** Throws when the database cannot be written (for /healthz). */
  checkWritable(): Promise<void>;
  /** An online, consistent copy of the database to a file (SQLite; refuses in words elsewhere). */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface Store extends BesideStore, PressureStore, PublishingStore {
  readonly issues: IssueStore;
  readonly records: RecordStore;
  readonly pictures: PictureStore;
  readonly drafts: DraftStore;
  readonly requests: RequestStore;
  readonly absences: AbsenceStore;
  readonly tasks: TaskStore;
  readonly inbox: InboxStore;
  readonly outbox: OutboxStore;
  readonly mentions: MentionStore;
  readonly bindings: BindingStore;
  readonly jobRuns: JobRunStore;
  readonly bulletins: BulletinStore;
  readonly simulator: SimulatorStore;
  readonly counters: CounterStore;
  readonly leases: LeaseStore;
  readonly tokens: TokenStore;
  readonly quota: QuotaStore;
}

/** All given conditions hold together; an absent one does not filter. Sorted by number. */
export interface IssueFilter {
  readonly nos?: readonly number[];
  readonly states?: readonly IssueState[];
  /** Responsible for it: any of these. */
  readonly units?: readonly string[];
  readonly coUnits?: readonly string[];
  readonly categories?: readonly string[];
  readonly source?: string;
  readonly team?: string;
  readonly loggedBy?: string;
  readonly owner?: string;
  /** Part of location, site or description. */
  readonly text?: string;
  readonly sites?: readonly string[];
  /** Dispatched in [from, to). */
  readonly dispatchedFrom?: Date;
  readonly dispatchedTo?: Date;
  readonly deadlineFrom?: Date;
  readonly deadlineTo?: Date;
  readonly limit?: number;
}

export interface IssueStore {
  /** The issue, or undefined. */
  find(no: number): Promise<Issue | undefined>;
  list(filter: IssueFilter): Promise<Issue[]>;
  /** Takes the next number and writes the first record in the same breath. */
  create(issue: Omit<Issue, 'no'>, record: StepOf): Promise<Issue>;
  /** Writes the issue and the record of the step; `before` must be what stands there, else it throws (somebody was faster). */
  save(before: Issue, after: Issue, record: StepOf): Promise<void>;
  /** All issues as they stood at `at`: rows unchanged since then, and the record's picture of the others. */
  listAsOf(at: Date, filter: Pick<IssueFilter, 'units' | 'nos'>): Promise<Issue[]>;
}

export type StepOf = Omit<IssueRecord, 'issueNo' | 'before' | 'after'>;

export interface RecordStore {
  /** Oldest first. */
  ofIssue(no: number): Promise<IssueRecord[]>;
  /** A step that changes nothing on the issue (progress, urge). */
  add(issue: Issue, record: StepOf): Promise<void>;
  /** Of all issues, in [from, to), oldest first; `steps` filters. */
  between(from: Date, to: Date, steps?: readonly string[]): Promise<IssueRecord[]>;
}

/** A row with its key. */
export type Kept<T> = T & { readonly id: string };

/** 申请 on problems: rows of their own, kept when they are decided (domain §4). */
export interface RequestStore {
  /** Gives the id. */
  add(request: IssueRequest): Promise<string>;
  /** All of a problem, oldest first. */
  ofIssue(no: number): Promise<Kept<IssueRequest>[]>;
  /** All that wait for a decision, oldest first. */
  pending(filter?: { kind?: IssueRequest['kind']; issueNos?: readonly number[] }): Promise<Kept<IssueRequest>[]>;
  /** Writes a confirmation or a decision. Throws when it was decided before: somebody was faster. */
  save(id: string, request: IssueRequest): Promise<void>;
}

/** 代班: who stands in for whom. */
export interface AbsenceStore {
  add(absence: Absence & { announcedBy: string; announcedAt: Date; messageId: string | null }): Promise<void>;
  /** In force on the day `2026-11-22`, oldest first. */
  on(day: string): Promise<Absence[]>;
  /** Ends what a person has announced and is not over on `day`, with `begunOnly` not what is still to come; gives what was ended. */
  end(
    person: string,
    ending: { readonly day: string; readonly at: Date; readonly begunOnly: boolean },
  ): Promise<Absence[]>;
}

/** A picture somebody sent: known at once, fetched later by a job, kept by content hash. */
export interface Picture {
  readonly id: string;
  readonly platform: PlatformName;
  readonly ref: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly state: 'waiting' | 'kept' | 'failed';
  readonly hash: string | null;
  readonly type: string | null;
  readonly bytes: number | null;
  readonly failure: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
}

export interface PictureStore {
  add(picture: Pick<Picture, 'platform' | 'ref' | 'sentBy' | 'sentAt'>): Promise<string>;
  /** Waiting and due at `at`, oldest first. */
  due(at: Date, limit: number): Promise<Picture[]>;
  kept(id: string, file: { hash: string; type: string; bytes: number }): Promise<void>;
  failed(id: string, failure: string, retryAt: Date | null): Promise<void>;
  get(id: string): Promise<Picture | undefined>;
  attach(photo: Omit<IssuePhoto, 'hash'>): Promise<void>;
  ofIssue(no: number): Promise<IssuePhoto[]>;
}

/** 待补充/待确认: a question the bot asked one person in one conversation, with what was understood so far. */
export interface Draft {
  readonly id: string;
  readonly kind: 'fill' | 'confirm';
  readonly person: string;
  readonly conversation: string;
  /** Command that goes on when it is answered, and its arguments (JSON). */
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  /** The question as it was put. */
  readonly question: string;
  readonly pictureIds: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface DraftStore {
  add(draft: Omit<Draft, 'id'>): Promise<string>;
  /** The newest that has not expired at `at` and was not closed. */
  open(person: string, conversation: string, at: Date): Promise<Draft | undefined>;
  /** All that are open at `at`, newest first. */
  allOpen(person: string, conversation: string, at: Date): Promise<Draft[]>;
  /** Answered, discarded or replaced: false when somebody else closed it first. */
  close(id: string, outcome: 'done' | 'discarded' | 'replaced', at: Date): Promise<boolean>;
}

export interface TaskStore {
  find(no: number): Promise<Task | undefined>;
  list(filter: {
    nos?: readonly number[];
    units?: readonly string[];
    states?: readonly Task['state'][];
    origin?: string;
  }): Promise<Task[]>;
  create(task: Omit<Task, 'no'>, record: Omit<TaskRecord, 'taskNo'>): Promise<Task>;
  save(task: Task, record: Omit<TaskRecord, 'taskNo'>): Promise<void>;
  recordsOf(no: number): Promise<TaskRecord[]>;
}

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
  /** Text of a message by its platform id, from people or from the bot, for quotes that come without content. */
  textOf(platform: PlatformName, id: string): Promise<string | undefined>;
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
  readonly attempts: number;
  /** A process took the row and its lease ran out without an outcome: nobody knows whether it was sent. */
  readonly interrupted: boolean;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}

export interface OutboxStore {
  add(row: Omit<OutboxRow, 'id' | 'state' | 'attempts' | 'interrupted' | 'sentAt' | 'failure'>): Promise<OutboxRow>;
  /** The oldest waiting row of each conversation whose time has come: at most one per conversation, so order holds. */
  due(at: Date, limit: number): Promise<OutboxRow[]>;
  /** Marks the row as being sent by `owner` until `until`; false when someone else has it or it is no longer waiting. */
  claim(id: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** True when no earlier row of its conversation waits any more: only then may it go out by another way than the loop. */
  isNext(id: string): Promise<boolean>;
  sent(id: string, at: Date): Promise<void>;
  later(id: string, dueAt: Date, failure: string): Promise<void>;
  /** What was waited for: goes along with the message, which is due now. False when the message did not wait any more. */
  attach(id: string, attachments: readonly Attachment[], at: Date): Promise<boolean>;
  /** The 200 did not carry the answer: it is due now. Does nothing to a row that is no longer waiting. */
  release(id: string, at: Date): Promise<void>;
  gaveUp(id: string, state: 'refused' | 'unknown', failure: string, at: Date): Promise<void>;
  /** When the next waiting row becomes due; undefined when none waits. */
  nextDueAt(): Promise<Date | undefined>;
  /** Not delivered (refused, unknown) since `from`: for the office's morning line. */
  undelivered(from: Date, to: Date): Promise<OutboxRow[]>;
  /** Pushes to a group on a day `2026-11-22`, all sources together (§13.3). */
  pushesOn(conversation: string, day: string): Promise<number>;
  /** What was said in [from, to), counted by kind and conversation: for the monthly self-report (§13). */
  counts(from: Date, to: Date): Promise<{ kind: OutboxKind; conversation: string; count: number }[]>;
}

/** 一人一天一次 (§13.4): who was tagged on which day. */
export interface MentionStore {
  /** Takes one of the person's tags of that day; false when they are used up. */
  take(person: string, day: string, most: number): Promise<boolean>;
  countOn(person: string, day: string): Promise<number>;
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
  lastMoment(job: string): Promise<Date | undefined>;
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

/** Series of numbers (`issue`, `task`, and what later papers need). */
export interface CounterStore {
  /** The next number, from 1. */
  next(name: string): Promise<number>;
  /** The series goes on after `to`; never back. */
  raise(name: string, to: number): Promise<void>;
}

/** One of several processes does what only one may do (a long connection, the clock) until its lease runs out. */
export interface LeaseStore {
  /** True when nobody else holds it at `at`: then `owner` holds it until `until`. Who holds it already prolongs it so. */
  take(name: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** Prolongs it; false when it ran out or is somebody else's: stop at once what it stood for. */
  renew(name: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** Gives it back early; nothing happens when it is not the owner's. */
  release(name: string, owner: string): Promise<void>;
}

/** Access tokens of platforms: fetched once for all processes. Secrets: never logged. */
export interface TokenStore {
  /** The value as long as it holds at `at`. */
  get(name: string, at: Date): Promise<string | undefined>;
  set(name: string, value: string, expiresAt: Date): Promise<void>;
  /** The platform said it is no good. */
  drop(name: string): Promise<void>;
}

/** How much of an allowance is used in a period (`2026-11-22`, `2026-11-22T10:05`), over all processes. */
export interface QuotaStore {
  /** Adds and gives the new total. */
  add(name: string, period: string, count: number): Promise<number>;
  total(name: string, period: string): Promise<number>;
}
