/** An issue as a row, and as the JSON picture that the record keeps. The one place where columns become our names. */
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Issue, IssueOrigin, IssueSource, IssueState } from '../src/domain/issue.ts';
import { SEPARATOR, splitNames, toDate, toDateOrNull, toFlag, toText, toTextOrNull } from './columns.ts';
import type { IssueColumns, IssueUnitColumns, Schema } from './schema.ts';

type IssueRow = Selectable<IssueColumns> & { readonly units: string | null; readonly co_units: string | null };
export type IssueValues = Omit<IssueColumns, 'no' | 'version' | 'changed_at'>;

const unitsOf = (role: IssueUnitColumns['role']) =>
  sql<
    string | null
  >`(select string_agg(unit, ${SEPARATOR} order by position) from issue_units where issue_no = issues.no and role = ${role})`;

/** Rows of issues with their units, in one statement on both databases. */
export const selectIssues = (db: Kysely<Schema>) =>
  db
    .selectFrom('issues')
    .selectAll()
    .select([unitsOf('lead').as('units'), unitsOf('co').as('co_units')]);

export function toIssue(row: IssueRow): Issue {
  return {
    no: row.no,
    // Only this file writes these columns, from values of these types.
    state: row.state as IssueState,
    round: row.round,
    location: row.location,
    site: row.site,
    category: row.category,
    description: row.description,
    source: row.source as IssueSource,
    origin: row.origin as IssueOrigin | null,
    urgent: row.urgent === 1,
    chronic: row.chronic === 1,
    units: splitNames(row.units),
    coUnits: splitNames(row.co_units),
    owner: row.owner,
    loggedBy: row.logged_by,
    team: row.team,
    groupId: row.group_id,
    loggedAt: toDate(row.logged_at),
    dispatchedAt: toDateOrNull(row.dispatched_at),
    deadline: toDateOrNull(row.deadline),
    returnDeadline: toDateOrNull(row.return_deadline),
    stoodStillMs: row.stood_still_ms,
    claimedAt: toDateOrNull(row.claimed_at),
    reportedAt: toDateOrNull(row.reported_at),
    reportedBy: row.reported_by,
    closedAt: toDateOrNull(row.closed_at),
    closedBy: row.closed_by,
    fixedOnSpot: row.fixed_on_spot === 1,
    returnCount: row.return_count,
    reboundCount: row.rebound_count,
    extensionCount: row.extension_count,
    designated: row.designated === 1,
    appealedBy: JSON.parse(row.appealed_by) as string[],
    suspension: row.suspension === null ? null : (JSON.parse(row.suspension) as NonNullable<Issue['suspension']>),
    mergedInto: row.merged_into,
  };
}

export function toIssueValues(issue: Omit<Issue, 'no'>): IssueValues {
  const { suspension } = issue;
  return {
    state: issue.state,
    round: issue.round,
    location: issue.location,
    site: issue.site,
    category: issue.category,
    description: issue.description,
    source: issue.source,
    origin: issue.origin,
    urgent: toFlag(issue.urgent),
    chronic: toFlag(issue.chronic),
    owner: issue.owner,
    logged_by: issue.loggedBy,
    team: issue.team,
    group_id: issue.groupId,
    logged_at: toText(issue.loggedAt),
    dispatched_at: toTextOrNull(issue.dispatchedAt),
    deadline: toTextOrNull(issue.deadline),
    return_deadline: toTextOrNull(issue.returnDeadline),
    stood_still_ms: issue.stoodStillMs,
    claimed_at: toTextOrNull(issue.claimedAt),
    reported_at: toTextOrNull(issue.reportedAt),
    reported_by: issue.reportedBy,
    closed_at: toTextOrNull(issue.closedAt),
    closed_by: issue.closedBy,
    fixed_on_spot: toFlag(issue.fixedOnSpot),
    return_count: issue.returnCount,
    rebound_count: issue.reboundCount,
    extension_count: issue.extensionCount,
    designated: toFlag(issue.designated),
    appealed_by: JSON.stringify(issue.appealedBy),
    // Key by key, so that two equal suspensions are equal as text.
    suspension:
      suspension && JSON.stringify({ reason: suspension.reason, plan: suspension.plan, reviewOn: suspension.reviewOn }),
    merged_into: issue.mergedInto,
  };
}

export const toUnitRows = (issue: Pick<Issue, 'no' | 'units' | 'coUnits'>): IssueUnitColumns[] => [
  ...issue.units.map((unit, position) => ({ issue_no: issue.no, role: 'lead' as const, unit, position })),
  ...issue.coUnits.map((unit, position) => ({ issue_no: issue.no, role: 'co' as const, unit, position })),
];

export const isSameIssue = (one: Issue, other: Issue): boolean => one.no === other.no && asText(one) === asText(other);

const asText = (issue: Issue): string => JSON.stringify([toIssueValues(issue), issue.units, issue.coUnits]);

/** Every instant of an issue by name: the compiler complains when one is missing here. */
const INSTANTS: Record<InstantsOf<Issue>, true> = {
  loggedAt: true,
  dispatchedAt: true,
  deadline: true,
  returnDeadline: true,
  claimedAt: true,
  reportedAt: true,
  closedAt: true,
};
const INSTANT_NAMES = Object.keys(INSTANTS);
type InstantsOf<T> = { [Key in keyof T]: Date extends T[Key] ? Key : never }[keyof T];

/** The picture of an issue in the record. */
export const toPicture = (issue: Issue): string => JSON.stringify(issue);

/** Throughout a campaign thousands of them are read for one paper: a reviver called for every key takes most of the time. */
export function fromPicture(text: string): Issue {
  const kept = JSON.parse(text) as Record<string, unknown>;
  for (const name of INSTANT_NAMES) {
    const value = kept[name];
    if (typeof value === 'string') kept[name] = new Date(value);
  }
  // Pictures taken before the column was there.
  kept['stoodStillMs'] ??= 0;
  // Written by toPicture alone.
  return kept as unknown as Issue;
}
