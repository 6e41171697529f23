/**
 * What the rest of the house may ask of the database. Each member lives in a file of its own beside this one; they hold the only
 * SQL in the project. A `Store` is bound to one connection or one transaction; `Storage` opens transactions.
 */
import type { Absence } from '../src/domain/absence.ts';
import type { PictureStore } from './store-pictures.ts';
import type { Issue, IssueRecord, IssueState } from '../src/domain/issue.ts';
import type { Task, TaskRecord } from '../src/domain/task.ts';

export type { Task, TaskRecord } from '../src/domain/task.ts';
export type * from './store-messages.ts';
export type * from './store-operation.ts';
export type { LooseSender, Picture, PictureStore } from './store-pictures.ts';
export type { Work } from './store-publishing.ts';
import type { IssueRequest } from '../src/domain/request.ts';
import type { BesideStore } from './store-beside.ts';
import type {
  BindingStore,
  BulletinStore,
  InboxStore,
  JobRunStore,
  MentionStore,
  OutboxStore,
  SimulatorStore,
} from './store-messages.ts';
import type { CounterStore, LeaseStore, QuotaStore } from './store-operation.ts';
import type { ImportsStore } from './store-imports.ts';
import type { PressureStore } from './store-pressure.ts';
import type { PublishingStore } from './store-publishing.ts';

/** One transaction: `begin immediate`, commits when `work` resolves, undone when it throws. Never await the network inside. */
export interface Storage {
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Outside any transaction: for questions and single statements. */
  readonly store: Store;
  /** Throws when the database cannot be written (for /healthz). */
  checkWritable(): Promise<void>;
  close(): Promise<void>;
}

export interface Store extends BesideStore, ImportsStore, PressureStore, PublishingStore {
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
  /** Decided from `from` to before `to`, oldest first; lapsed ones among the rejected. */
  decided(
    from: Date,
    to: Date,
    filter: { kind: IssueRequest['kind']; state: 'approved' | 'rejected' },
  ): Promise<Kept<IssueRequest>[]>;
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
  /** More pictures for what it waits for. */
  addPictures(id: string, pictureIds: readonly string[]): Promise<void>;
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
