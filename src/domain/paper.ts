/**
 * 文书: those of the ladder (提醒函, 督办单, 问责建议) are drafted by the bot and issued by the office's lead (domain §7); a 交办单 is made when the
 * office asks for one (§2 dispatchNotice). An issued one is frozen.
 */
import { hasRole } from './city.ts';
import type { Directory } from './city.ts';
import type { Person } from './directory.ts';
import type { LadderStep, PaperKind, PaperRecipient } from './pressure-settings.ts';
import { Refusal } from './refusal.ts';
import { isOfficeLead } from './rights.ts';
import { stampText } from './shanghai.ts';

/** 草稿, 已签发, 作废. */
export type PaperState = 'draft' | 'signed' | 'discarded';

export interface Paper {
  readonly id: string;
  /** Id of the ladder's step; of a 交办单 which problems it lists. */
  readonly step: string;
  readonly kind: PaperKind | 'dispatch';
  /** 提醒函, and the word of its number. */
  readonly title: string;
  readonly word: string;
  readonly year: number;
  readonly no: number;
  readonly state: PaperState;
  /** A 交办单 may list several: its first. */
  readonly issueNo: number;
  readonly round: number;
  readonly unit: string;
  readonly to: PaperRecipient | 'liaison';
  /** Points in the score from the day it is issued. */
  readonly points: number;
  /** What stands on it, plain JSON, made by papers/ladder-paper.ts; frozen when it is issued. */
  readonly model: Readonly<Record<string, unknown>>;
  /** Who had it drafted; null where the clock did. */
  readonly draftedBy: string | null;
  readonly draftedAt: Date;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly discardedBy: string | null;
  readonly discardedAt: Date | null;
  /** Why a draft was dropped; on an issued 问责建议 what headquarters says (paper-decision.ts). */
  readonly note: string | null;
}

/** 送达: to whom it was sent one-to-one, what became of it, and when it was read where that is known. */
export interface PaperService {
  readonly person: string;
  readonly sentAt: Date;
  readonly deliveredAt: Date | null;
  readonly failure: string | null;
  readonly readAt: Date | null;
}

/** `督办〔2026〕18号`. */
export const paperNumber = ({ word, year, no }: Pick<Paper, 'word' | 'year' | 'no'>): string =>
  `${word}〔${year}〕${no}号`;

/** `督办18号`, as people say it. */
export const spokenNumber = ({ word, no }: Pick<Paper, 'word' | 'no'>): string => `${word}${no}号`;

/** Series of numbers: one a word and year. */
export const paperSeries = (word: string, year: number): string => `paper:${word}:${year}`;

/** Whom a paper goes to; where the unit has nobody of that rank, whoever answers for the unit. */
export function recipientsOf(unit: string, to: Paper['to'], directory: Directory): readonly Person[] {
  if (to === 'headquarters') return directory.people.filter((person) => hasRole(person, 'commander'));
  if (to === 'liaison') return firstOf(directory.liaisonsOf(unit), directory.responsibleOfficials(unit));
  const wanted = to === 'deputy' ? directory.deputiesOf(unit) : directory.principalsOf(unit);
  return firstOf(wanted, directory.responsibleOfficials(unit));
}

const firstOf = (wanted: readonly Person[], others: readonly Person[]): readonly Person[] =>
  wanted.length > 0 ? wanted : others;

/** Whom a paper goes to, as it is said without names. */
export const RANKS: Readonly<Record<Paper['to'], string>> = {
  liaison: '联络员',
  deputy: '分管负责同志',
  principal: '主要负责同志',
  headquarters: '指挥部领导',
};

/** 提醒函, 督办单, 问责建议: a step against a unit. A 交办单 is none. */
export const isOfLadder = ({ kind }: Pick<Paper, 'kind'>): boolean => kind !== 'dispatch';

/** Whom papers name for questions. */
export const contactName = (directory: Directory): string => directory.officePeople().at(-1)?.name ?? '创城办';

/** 签发. Throws Refusal: `right`, `paper.state`. */
export function signPaper(paper: Paper, { by, at }: { by: Person; at: Date }): Paper {
  requireLead(by);
  requireDraft(paper);
  return { ...paper, state: 'signed', signedBy: by.name, signedAt: at };
}

/** 作废 of a draft; its number is not given again. Throws Refusal: `right`, `paper.state`. */
export function discardPaper(paper: Paper, { by, at, note }: { by: Person; at: Date; note: string | null }): Paper {
  requireLead(by);
  requireDraft(paper);
  return { ...paper, state: 'discarded', discardedBy: by.name, discardedAt: at, note };
}

function requireLead(by: Person): void {
  if (isOfficeLead(by)) return;
  throw new Refusal('right', '文书由创城办负责人签发或作废，您可以回复“查看督办18号”看内容。没有作任何改动。');
}

function requireDraft(paper: Paper): void {
  if (paper.state === 'draft') return;
  const done =
    paper.state === 'signed'
      ? `已由${paper.signedBy ?? ''}于${paper.signedAt === null ? '' : stampText(paper.signedAt)}签发`
      : `已经作废${paper.note === null ? '' : `（${paper.note}）`}`;
  throw new Refusal('paper.state', `${paperNumber(paper)}${done}，不能再改。`);
}

/** Who reads all papers, drafts among them: the office, headquarters, observers. */
export const readsAllPapers = (person: Person): boolean =>
  hasRole(person, 'officeLead', 'officeStaff', 'commander', 'observer');

/** Read: who reads all; a unit its own, once it is issued. */
export const mayReadPaper = (person: Person, paper: Paper): boolean =>
  readsAllPapers(person) ||
  (paper.state === 'signed' &&
    paper.to !== 'headquarters' &&
    person.unit === paper.unit &&
    hasRole(person, 'unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'));

/** The step a spoken word means: its word, name or title. */
export const stepNamed = (word: string, steps: readonly LadderStep[]): LadderStep | undefined =>
  steps.find((step) => step.word === word || step.name === word || step.title.startsWith(word));
