/** 所说: what a message says, worked out once, for all commands to look at. Facts only; what to do about them is the commands' affair. */
import type { Role } from '../domain/directory.ts';
import type { IssueOrigin } from '../domain/issue.ts';
import type { Deadline } from './deadlines.ts';
import type { Difficulty } from './difficulty.ts';
import type { Metric, Source } from './metrics.ts';
import type { PaperName } from './paper-names.ts';
import type { Period } from './periods.ts';

/** What the reader is given: a message and what is known about it. */
export interface Heard {
  /** As typed. */
  readonly text: string;
  readonly chatKind: 'group' | 'single';
  readonly mentionsBot: boolean;
  /** By the directory; null for a stranger. */
  readonly sender: { readonly name: string; readonly roles: readonly Role[]; readonly unit: string | null } | null;
  readonly images: number;
  /** Text of the message replied to. */
  readonly quote: string | null;
  readonly sentAt: Date;
  /** This person's open draft in this conversation; null where there is none or it is not known. */
  readonly pending: {
    readonly kind: 'fill' | 'confirm';
    readonly command: string;
    readonly missing: readonly string[];
    /** Problems that it is about, and the categories of those that are not logged yet. */
    readonly issueNos?: readonly number[];
    readonly categories?: readonly string[];
  } | null;
}

/** For whom a person speaks, by the first role that tells. */
export type Speaker = 'office' | 'inspector' | 'unit' | 'grid' | 'citizen' | 'other';

/** 言语行为: the one thing a clause does. The words are the commands' ids, so that each act has one reader. */
export type Act = string;

/** One problem in a message (登记). Keys as in the corpus README. */
export interface IssueEntry {
  readonly location: string | null;
  readonly category: string | null;
  readonly description: string;
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  readonly persons: readonly string[];
  readonly deadline: string | null;
  readonly deadlineText: string | null;
  readonly urgent: boolean;
  readonly repeated: boolean;
  readonly count: number | null;
  /** Canonical name of the directory's site, where the place is one. */
  readonly site: string | null;
}

/** The answer to a question of the bot. */
export interface DraftAnswer {
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Said {
  readonly heard: Heard;
  /** Folded, the bot's mention taken out, misspelt words of the trade put right. */
  readonly text: string;
  readonly speaker: Speaker;
  /** Decided for this clause; null: nothing the reader knows. */
  readonly act: Act | null;
  readonly issueNos: readonly number[];
  readonly taskNos: readonly number[];
  readonly messageNos: readonly number[];
  /** 文书 named by their numbers, and those of the quoted card that waits for a signature. */
  readonly papers: readonly PaperName[];
  readonly quotedPapers: readonly PaperName[];
  /** The issued paper that is quoted. */
  readonly issuedPapers: readonly PaperName[];
  /** Id of the ladder's step that is spoken of: 督办单, 二令. */
  readonly ladderStep: string | null;
  /** 责任单位, 协办, and whom it is taken from. */
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  /** The sender's, where the text says 我们, 咱街道, 本局; null where it does not. */
  readonly ownUnit: string | null;
  readonly fromUnits: readonly string[];
  readonly persons: readonly string[];
  /** Units of the persons named. */
  readonly personUnits: readonly string[];
  readonly deadline: Deadline | null;
  readonly extendDays: number | null;
  readonly period: Period | null;
  readonly rates: readonly Metric[];
  /** Numbers of things that are asked for. */
  readonly counts: readonly Metric[];
  /** 三大运营商, 各街道: a word for several units was used. */
  readonly hasUnitGroup: boolean;
  /** The numbers stand in the message itself, not only on the quoted card. */
  readonly hasOwnNumbers: boolean;
  readonly source: Source | undefined;
  /** 四查. */
  readonly origin: IssueOrigin | undefined;
  readonly categories: readonly string[];
  readonly sites: readonly string[];
  readonly siteTypes: readonly string[];
  readonly team: string | null;
  readonly location: string | null;
  /** What is left when numbers, verbs, times and courtesies are taken out; null: nothing. */
  readonly reason: string | null;
  readonly isUrgent: boolean;
  readonly images: number;
  /** 现场已整改. */
  readonly fixedOnSpot: boolean;
  readonly doneOn: string | null;
  /** 计划 and 复查 of a 挂账. */
  readonly plan: string | null;
  readonly reviewOn: string | null;
  readonly expectedDone: string | null;
  readonly percent: number | null;
  /** 存在困难 of a task. */
  readonly difficulty: Difficulty | null;
  /** Worked out where the act is a 登记. */
  readonly issues: readonly IssueEntry[];
  /** Worked out where the act answers the bot. */
  readonly answer: DraftAnswer | null;
  readonly topic: string | null;
  /** What on a problem is to be taken back; null: nothing. */
  readonly undone: Undone | null;
  /** 改口: `corrected`, the message has put itself right and this is its last word; `unclear`, what holds is not sure and nothing may be done. */
  readonly takenBack: 'corrected' | 'unclear' | null;
  /** Typed and meant, where a word was put right. */
  readonly fuzzy: readonly (readonly [string, string])[];
  /** The items of a list of tasks, each read by itself; empty where the act sets out none or one. */
  readonly tasks: readonly Said[];
  /** The independent orders of the message, in its order; a message of one order has itself alone. */
  readonly parts: readonly Said[];
  /** Numbers of problems beside those orders, of which nothing was understood: 66 in 34好了，66那家. */
  readonly leftNos: readonly number[];
  has(...words: readonly string[]): boolean;
}

/** What can stand on a problem, by the word for it. `request`: 申请 alone; `unit`: one unit of several. */
export type Undone =
  | 'appeal'
  | 'extension'
  | 'suspension'
  | 'request'
  | 'reassign'
  | 'coUnits'
  | 'return'
  | 'claim'
  | 'owner'
  | 'report'
  | 'close'
  | 'rebound'
  | 'merge'
  | 'urge'
  | 'progress'
  | 'deadline'
  | 'photo'
  | 'recheck'
  | 'unit';
