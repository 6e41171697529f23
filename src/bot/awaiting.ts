/**
 * 等谁办: the problems and requests that wait for a person, each with the card he might have quoted. People on phones forget the number
 * and the quote; what waits for them tells which one they may mean.
 */
import { isOffice } from '../domain/city.ts';
import type { Directory } from '../domain/city.ts';
import type { Person } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { REQUEST_NAMES } from '../domain/request.ts';
import type { IssueRequest } from '../domain/request.ts';
import { decidersOf, isLive } from '../domain/request-cards.ts';
import { mayLog, mayReport, mayWithdraw, verifyBar } from '../domain/rights.ts';
import type { Settings } from '../domain/settings.ts';
import { MINUTE_MS } from '../domain/shanghai.ts';
import type { Store } from '../../storage/store.ts';

/** A problem that waits, and the head of the card about it as the bot writes it. */
export interface Awaiting {
  readonly issue: Issue;
  readonly card: string;
  /** Commands by which this person can answer such a card. */
  readonly commands: readonly string[];
}

interface Around {
  readonly store: Store;
  readonly directory: Directory;
  readonly settings: Settings;
  readonly at: Date;
}

const BY_UNIT = ['issue.rectify', 'issue.progress', 'issue.appeal', 'issue.extend', 'issue.suspend'];
const BY_VERIFIER = ['issue.verify', 'issue.return'];
const DECISIONS: Readonly<Record<IssueRequest['kind'], readonly string[]>> = {
  appeal: ['appeal.approve', 'appeal.reject'],
  extension: ['extend.approve', 'extend.reject'],
  suspension: ['suspend.approve', 'suspend.reject'],
};

/** All that waits for him, by number. Empty for who has nothing to answer. */
export async function awaiting(person: Person, around: Around): Promise<readonly Awaiting[]> {
  const found = await Promise.all([
    ofUnit(person, around),
    toVerify(person, around),
    toDecide(person, around),
    justLogged(person, around),
  ]);
  return found.flat().toSorted((one, other) => one.issue.no - other.issue.no);
}

async function ofUnit(person: Person, { store }: Around): Promise<Awaiting[]> {
  if (person.unit === null) return [];
  const issues = await store.issues.list({ units: [person.unit], states: ['dispatched', 'claimed'] });
  return issues
    .filter((issue) => mayReport(person, issue))
    .map((issue) => ({
      issue,
      card: `【交办】#${issue.no}|${issue.units.join('、')}`,
      commands: issue.state === 'dispatched' ? ['issue.claim', ...BY_UNIT] : BY_UNIT,
    }));
}

/** What an inspector or his team logged; the office looks after all of them. */
async function toVerify(person: Person, { store, directory, settings }: Around): Promise<Awaiting[]> {
  if (!mayLog(person)) return [];
  const issues = await store.issues.list({ states: ['reported'] });
  const isOwn = (issue: Issue): boolean =>
    issue.loggedBy === person.name || (issue.team !== null && issue.team === person.unit) || isOffice(person);
  const reporterUnit = (issue: Issue): string | null => directory.person(issue.reportedBy ?? '')?.unit ?? null;
  return issues
    .filter((issue) => isOwn(issue) && verifyBar(person, issue, reporterUnit(issue), settings) === null)
    .map((issue) => ({ issue, card: `【待核查】#${issue.no}|${issue.units.join('、')}`, commands: BY_VERIFIER }));
}

async function toDecide(person: Person, { store, directory }: Around): Promise<Awaiting[]> {
  const requests = await store.requests.pending();
  if (requests.length === 0) return [];
  const issues = await store.issues.list({ nos: requests.map(({ issueNo }) => issueNo) });
  return requests.flatMap((request) => {
    const issue = issues.find(({ no }) => no === request.issueNo);
    if (
      !issue ||
      !isLive(issue, request) ||
      !decidersOf(issue, request.kind, directory).some(({ name }) => name === person.name)
    )
      return [];
    const card = `【${REQUEST_NAMES[request.kind]}】#${issue.no}|${request.unit}`;
    return [{ issue, card, commands: DECISIONS[request.kind] }];
  });
}

/** 登记错了: what he logged himself and may still take back. */
async function justLogged(person: Person, { store, settings, at }: Around): Promise<Awaiting[]> {
  if (!mayLog(person)) return [];
  const since = new Date(at.getTime() - settings.withdraw.inspectorMinutes * MINUTE_MS);
  const issues = await store.issues.list({
    loggedBy: person.name,
    states: ['dispatched', 'claimed'],
    dispatchedFrom: since,
  });
  return issues
    .filter((issue) => mayWithdraw(person, issue, at, settings))
    .map((issue) => ({ issue, card: `【交办】#${issue.no}|${issue.units.join('、')}`, commands: ['issue.withdraw'] }));
}
