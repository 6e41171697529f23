/** 问题: one defect at one place, and the shape of everything that hangs on it (domain §2, §4). Pure data; the steps are in their own files. */

/** 待确认, 已交办, 整改中, 待核查, 已销号, 挂账, 撤销, 合并 (§4). 超期 is not a state. */
export type IssueState =
  | 'draft'
  | 'dispatched'
  | 'claimed'
  | 'reported'
  | 'closed'
  | 'suspended'
  | 'withdrawn'
  | 'merged';

/** 来源: own inspection, superior (市级/省级) inspection, a citizen, the 12345 line, a mock examination. */
export type IssueSource = 'inspection' | 'superior' | 'citizen' | '12345' | 'mock';

/** 四查: 领导督导, 行业联查, 网格巡查, 属地排查 (§1). */
export type IssueOrigin = 'leaders' | 'sector' | 'grid' | 'territory';

export interface Issue {
  /** The number people speak: 327. */
  readonly no: number;
  readonly state: IssueState;
  /** 1, and one more with each rebound (反弹). */
  readonly round: number;

  readonly location: string;
  /** Canonical name of the directory's site, where the place is one. */
  readonly site: string | null;
  readonly category: string;
  readonly description: string;
  readonly source: IssueSource;
  readonly origin: IssueOrigin | null;
  readonly urgent: boolean;
  /** 老大难. */
  readonly chronic: boolean;

  /** 责任单位, canonical names; the lead only where one was named. Several: counted once for each (§5). */
  readonly units: readonly string[];
  /** 协办单位. */
  readonly coUnits: readonly string[];
  /** 责任人, canonical name of a person. */
  readonly owner: string | null;

  readonly loggedBy: string;
  /** 督查组 of the logger, where he is in one. */
  readonly team: string | null;
  /** Directory id of the group it was logged in; null in a one-to-one chat. */
  readonly groupId: string | null;

  readonly loggedAt: Date;
  /** Of the present round (a rebound is dispatched again). Null while a draft. */
  readonly dispatchedAt: Date | null;
  /** 时限 in force: approved extensions count, a return does not move it (§5). */
  readonly deadline: Date | null;
  /** New time given with the last return; asked for in reminders, never in figures. */
  readonly returnDeadline: Date | null;
  /** How long the clock has stood still since the dispatch, all finished 挂账 together: no used time (§4). */
  readonly stoodStillMs: number;
  readonly claimedAt: Date | null;
  /** The last report (报整改) of this round, and who made it. */
  readonly reportedAt: Date | null;
  readonly reportedBy: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  /** 现场已整改: found and put right in the same moment. */
  readonly fixedOnSpot: boolean;

  /** How often returned (退回) in this round. */
  readonly returnCount: number;
  /** How often it came back after closing, over all rounds. */
  readonly reboundCount: number;
  /** Approved extensions of this round: never more than two. */
  readonly extensionCount: number;
  /** 指定: no further appeal. */
  readonly designated: boolean;
  /** Units that have used their one appeal. */
  readonly appealedBy: readonly string[];
  /** 挂账: the plan and the day of review, `2026-11-22`. */
  readonly suspension: {
    readonly reason: string;
    readonly plan: string | null;
    readonly reviewOn: string | null;
  } | null;
  readonly mergedInto: number | null;
}

/** The steps that are recorded; one word for one thing (GLOSSARY). */
export type IssueStep =
  | 'log'
  | 'dispatch'
  | 'claim'
  | 'progress'
  | 'report'
  | 'close'
  | 'return'
  | 'withdraw'
  | 'assignOwner'
  | 'appeal'
  | 'appeal.approve'
  | 'appeal.reject'
  | 'extend'
  | 'extend.approve'
  | 'extend.reject'
  | 'suspend'
  | 'suspend.approve'
  | 'suspend.reject'
  | 'takeBack'
  | 'resume'
  | 'reassign'
  | 'merge'
  | 'recheck'
  | 'chronic'
  | 'reopen'
  | 'urge'
  | 'handover'
  | 'notice'
  | 'escalate';

/** 办理记录: one line of the append-only record. `before` is null for the first. */
export interface IssueRecord {
  readonly issueNo: number;
  readonly at: Date;
  readonly step: IssueStep;
  /** Canonical name, or `督办机器人` for what the clock did. */
  readonly by: string;
  readonly groupId: string | null;
  /** Platform and id of the message that caused it; null for what the clock did. */
  readonly messageId: string | null;
  readonly before: Issue | null;
  readonly after: Issue;
  /** What was said: reason, progress text, result. */
  readonly note: string | null;
}

/** 图片 of a problem: found (before), put right (after), seen at verification, shown with an appeal (evidence), sent with word of progress. */
export interface IssuePhoto {
  readonly issueNo: number;
  readonly round: number;
  readonly kind: 'before' | 'after' | 'verify' | 'evidence' | 'progress';
  /** Null until the bytes have been fetched. */
  readonly hash: string | null;
  /** Id of the photo row in the store of pictures. */
  readonly pictureId: string;
  /** When the message with it was sent; absent where nobody asks. */
  readonly sentAt?: Date;
}

/** What a problem is before anything has happened to it. */
export const UNTOUCHED = {
  round: 1,
  chronic: false,
  owner: null,
  returnDeadline: null,
  stoodStillMs: 0,
  claimedAt: null,
  reportedAt: null,
  reportedBy: null,
  closedAt: null,
  closedBy: null,
  fixedOnSpot: false,
  returnCount: 0,
  reboundCount: 0,
  extensionCount: 0,
  designated: false,
  appealedBy: [],
  suspension: null,
  mergedInto: null,
} as const;

/** Open: still to be put right by the unit. */
export const OPEN_STATES: readonly IssueState[] = ['dispatched', 'claimed'];

/** Counted in figures (§5, set N). */
export const COUNTED_STATES: readonly IssueState[] = ['dispatched', 'claimed', 'reported', 'closed'];

export const isOpen = (issue: Issue): boolean => OPEN_STATES.includes(issue.state);

/** 超期: open and the deadline before `at` (§4). */
export function isOverdue(issue: Issue, at: Date): boolean {
  return isOpen(issue) && issue.deadline !== null && issue.deadline < at;
}
