/** 考核分 (domain §8): per unit and month, from records, papers and what people noted. Pure; every point has its event. */
import type { Issue, IssueRecord } from './issue.ts';
import type { MaterialRecord } from './material.ts';
import { paperNumber } from './paper.ts';
import type { Paper } from './paper.ts';
import type { IssueRequest } from './request.ts';
import type { ScoreNote } from './score-note.ts';
import type { ScoreSettings } from './pressure-settings.ts';
import type { TwiceListed } from './twice-listed.ts';

/** Note of the record that the ladder writes when a deadline has passed. */
export const RED_LIGHT = '红灯：超过时限未报整改';

export type ScoreKind =
  | 'superior'
  | 'found'
  | 'fixedOnSpot'
  | 'overdue'
  | 'returned'
  | 'rebound'
  | 'paper'
  | 'bulletins'
  | 'rejectedAppeal'
  | 'material'
  | 'note';

/** One event behind a score. */
export interface ScoreEvent {
  readonly at: Date;
  readonly unit: string;
  readonly kind: ScoreKind;
  /** Signed. */
  readonly points: number;
  readonly issueNos: readonly number[];
  /** What it is called, where the kind does not say it all: a paper's number, the words of a note. */
  readonly what: string | null;
}

export interface ScoreInput {
  /** As they stand: what was withdrawn, merged or moved away by then counts for nobody, or for the new unit. */
  readonly issues: readonly Issue[];
  /** All of the month, oldest first. */
  readonly records: readonly IssueRecord[];
  /** Red lights and reports before the month: what was late then is not late once more. */
  readonly earlier: readonly IssueRecord[];
  /** Issued in the month. */
  readonly papers: readonly Paper[];
  /** Listed by two papers running, the second in the month. */
  readonly listed: readonly TwiceListed[];
  readonly notes: readonly ScoreNote[];
  readonly materials: readonly MaterialRecord[];
  /** Appeals that ended unfavourably in the month; the record of a rejection does not say whose it was. */
  readonly rejected: readonly IssueRequest[];
  readonly points: ScoreSettings;
}

/** Events of all units, oldest first. */
export function scoreEvents(input: ScoreInput): readonly ScoreEvent[] {
  const { issues, records, earlier, papers, listed, notes, materials, rejected, points } = input;
  const standing = new Map(issues.filter(isStanding).map((issue) => [issue.no, issue]));
  const ledger = createLedger(standing, rejected, points);
  for (const record of earlier) ledger(record);
  const events = [
    ...records.flatMap((record) => ledger(record)),
    ...papers.flatMap((paper): ScoreEvent[] => {
      const { unit, issueNo, signedAt, points: worth } = paper;
      if (signedAt === null || worth === 0 || standing.get(issueNo)?.units.includes(unit) !== true) return [];
      return [{ at: signedAt, unit, kind: 'paper', points: worth, issueNos: [issueNo], what: paperNumber(paper) }];
    }),
    ...listed
      .filter(({ no, unit }) => points.inTwoBulletins !== 0 && standing.get(no)?.units.includes(unit) === true)
      .map(({ at, unit, no, what }): ScoreEvent => ({
        at,
        unit,
        kind: 'bulletins',
        points: points.inTwoBulletins,
        issueNos: [no],
        what,
      })),
    ...notes.map(({ at, unit, points: worth, reason, issueNos }): ScoreEvent => ({
      at,
      unit,
      kind: 'note',
      points: worth,
      issueNos,
      what: reason,
    })),
    ...materials
      .filter((record) => record.points !== 0)
      .map(({ at, unit, points: worth, indicator }): ScoreEvent => ({
        at,
        unit,
        kind: 'material',
        points: worth,
        issueNos: [],
        what: `指标${indicator}`,
      })),
  ];
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const isStanding = ({ state }: Issue): boolean => state !== 'withdrawn' && state !== 'merged' && state !== 'draft';

/** Reads the record line by line; remembers what counts once a round or only from the second time. */
function createLedger(
  standing: ReadonlyMap<number, Issue>,
  appeals: readonly IssueRequest[],
  points: ScoreSettings,
): (record: IssueRecord) => ScoreEvent[] {
  const late = new Set<string>();
  const rejected = new Map<string, number>();

  return (record) => {
    const { issueNo, at, step, before, after, note } = record;
    const issue = standing.get(issueNo);
    if (!issue) return [];
    // Whoever has it now answers for what happened while he had it.
    const answering = after.units.filter((unit) => issue.units.includes(unit));
    const each = (kind: ScoreKind, worth: number, units: readonly string[] = answering): ScoreEvent[] =>
      worth === 0
        ? []
        : units.map((unit) => ({ at, unit, kind, points: round(worth), issueNos: [issueNo], what: null }));
    const found = (units: readonly string[]): ScoreEvent[] => {
      if (after.source === 'superior') return each('superior', points.foundBySuperior, units);
      const isOwn = after.source === 'inspection' || after.source === 'mock';
      return isOwn ? each('found', points.foundByOffice, units) : [];
    };
    const overdue = (): ScoreEvent[] => {
      const fresh = answering.filter((unit) => !late.has(`${issueNo}:${after.round}:${unit}`));
      for (const unit of fresh) late.add(`${issueNo}:${after.round}:${unit}`);
      return each('overdue', points.overdue, fresh);
    };
    switch (step) {
      case 'dispatch':
        return found(answering);
      case 'appeal.approve':
      case 'reassign':
        return found(answering.filter((unit) => before?.units.includes(unit) !== true));
      case 'close':
        if (!after.fixedOnSpot) return [];
        return each('fixedOnSpot', onSpot(after, points));
      case 'escalate':
        return note === RED_LIGHT ? overdue() : [];
      case 'report':
        return after.deadline !== null && at > after.deadline ? overdue() : [];
      case 'return':
        return each('returned', points.returned);
      case 'reopen':
        return each('rebound', points.rebound);
      case 'appeal.reject': {
        const appeal = appeals.find((each) => each.issueNo === issueNo && each.decidedAt?.getTime() === at.getTime());
        if (appeal === undefined) return [];
        const { unit } = appeal;
        const times = (rejected.get(unit) ?? 0) + 1;
        rejected.set(unit, times);
        return times < 2 ? [] : each('rejectedAppeal', points.rejectedAppeal, [unit]);
      }
      default:
        return [];
    }
  };
}

function onSpot({ source }: Issue, points: ScoreSettings): number {
  const worth = source === 'superior' ? points.foundBySuperior : points.foundByOffice;
  return source === 'citizen' || source === '12345' ? 0 : worth * points.fixedOnSpotShare;
}

/** Hundredths: sums of tenths are not exact otherwise. */
export const round = (points: number): number => Math.round(points * 100) / 100;

/** Base and events; never below 0. */
export const scoreOf = (unit: string, events: readonly ScoreEvent[], { base }: ScoreSettings): number =>
  Math.max(0, round(events.filter((event) => event.unit === unit).reduce((sum, { points }) => sum + points, base)));
