/** 权限 by relation (domain §3, §4): the fine right. The coarse one, by role, stands in each command. Only the directory is believed. */
import { hasRole, isInspector, isOffice, isUnitLeader } from './city.ts';
import type { Person, Role } from './directory.ts';
import type { Issue } from './issue.ts';
import type { IssueRequest } from './request.ts';
import type { Settings } from './settings.ts';
import { MINUTE_MS } from './shanghai.ts';

/** 责任单位的人. */
export const isOfResponsibleUnit = (person: Person, issue: Issue): boolean =>
  person.unit !== null && issue.units.includes(person.unit);

/** The person himself, or whom he stands in for today (domain/absence.ts). */
export const isOrStandsFor = (person: Person, name: string | null): boolean =>
  name !== null && (person.name === name || (person.standsInFor?.includes(name) ?? false));

/** 协办单位的人. */
const isOfCoUnit = (person: Person, issue: Issue): boolean =>
  person.unit !== null && issue.coUnits.includes(person.unit);

/** Speaks for its unit in the group: 联络员, 社区书记, 分管领导, 一把手. */
export const speaksForUnit = (person: Person): boolean =>
  hasRole(person, 'unitLiaison', 'communityHead') || isUnitLeader(person);

/** 登记: inspectors, the office, headquarters, grids, road chiefs and sponsors on their rounds. */
export const LOGGERS: readonly Role[] = [
  'officeLead',
  'officeStaff',
  'inspectorLead',
  'inspector',
  'commander',
  'communityHead',
  'gridHead',
  'gridMember',
  'roadChief',
  'sponsor',
];

/** 登记, and within the half hour taking it back. */
export const mayLog = (person: Person): boolean => hasRole(person, ...LOGGERS);

/** Whose complete entries are dispatched at once; those of others wait for the office (§4 log). */
export const mayDispatch = (person: Person): boolean => isOffice(person) || isInspector(person);

/** 确认交办: the office what waits for it; an inspector what he or his team has logged (§3, §4 log). */
export const mayDispatchDraft = (person: Person, issue: Pick<Issue, 'loggedBy' | 'team'>): boolean =>
  isOffice(person) ||
  (isInspector(person) &&
    (isOrStandsFor(person, issue.loggedBy) || (issue.team !== null && issue.team === person.unit)));

/** 认领: the responsible unit. */
export const mayClaim = (person: Person, issue: Issue): boolean =>
  isOfResponsibleUnit(person, issue) && speaksForUnit(person);

/** 报整改: who speaks for the responsible unit, and the owner of the problem. */
export const mayReport = (person: Person, issue: Issue): boolean =>
  mayClaim(person, issue) || isOrStandsFor(person, issue.owner);

/** 进展: as reporting, and the co-units and grid people of the place's own unit. */
export const mayProgress = (person: Person, issue: Issue): boolean =>
  mayReport(person, issue) ||
  (isOfCoUnit(person, issue) && speaksForUnit(person)) ||
  (isOfResponsibleUnit(person, issue) && hasRole(person, 'gridHead', 'gridMember', 'owner'));

/** 派人: who speaks for the responsible unit names the owner. */
export const mayAssignOwner = (person: Person, issue: Issue): boolean => mayClaim(person, issue);

/** May verify at all, by role. */
export const isVerifier = (person: Person, settings: Pick<Settings, 'verify'>): boolean =>
  isOffice(person) ||
  hasRole(person, 'inspectorLead') ||
  (settings.verify.inspectorsMayVerify && hasRole(person, 'inspector'));

/** Why a person may not verify: not a verifier; of the responsible unit; made the report, or is of the reporter's unit. Null: may. */
export type VerifyBar = 'role' | 'ownUnit' | 'ownReport' | null;

/** 核查: an independent look. `reporterUnit` is the unit of who reported the rectification; null where nobody did. */
export function verifyBar(
  person: Person,
  issue: Issue,
  reporterUnit: string | null,
  settings: Pick<Settings, 'verify'>,
): VerifyBar {
  if (isOfResponsibleUnit(person, issue)) return 'ownUnit';
  if (issue.reportedBy === person.name) return 'ownReport';
  if (!isVerifier(person, settings)) return 'role';
  return reporterUnit !== null && reporterUnit === person.unit ? 'ownReport' : null;
}

/** 撤销: the office; a team's lead what his team logged; who logged it for 30 minutes (§3, §4). */
export function mayWithdraw(person: Person, issue: Issue, at: Date, settings: Pick<Settings, 'withdraw'>): boolean {
  if (isOffice(person)) return true;
  if (hasRole(person, 'inspectorLead') && issue.team !== null && issue.team === person.unit) return true;
  const limit = issue.loggedAt.getTime() + settings.withdraw.inspectorMinutes * MINUTE_MS;
  return issue.loggedBy === person.name && mayLog(person) && at.getTime() <= limit;
}

/** 申诉, 申请延期, 申请挂账: who speaks for the responsible unit. */
export const mayRequest = (person: Person, issue: Issue): boolean => mayClaim(person, issue);

/** 撤回申请: who speaks for the unit that asked, and the office. */
export const mayTakeBack = (person: Person, request: Pick<IssueRequest, 'unit' | 'requestedBy'>): boolean =>
  isOffice(person) ||
  isOrStandsFor(person, request.requestedBy) ||
  (speaksForUnit(person) && person.unit === request.unit);

/** 裁定申诉, 批准挂账, 指定单位. */
export const isOfficeLead = (person: Person): boolean => hasRole(person, 'officeLead');

/** 批准延期: the first one the office, the second its lead (§4 extension). */
export const mayDecideExtension = (person: Person, issue: Issue): boolean =>
  issue.extensionCount === 0 ? isOffice(person) : isOfficeLead(person);

/** 转办, 加协办, 合并: the office. */
export const mayReassign = (person: Person): boolean => isOffice(person);

/** 回头看, 反弹重开: inspectors where the setting lets them, and the office. */
export const mayRecheck = (person: Person, settings: Pick<Settings, 'verify'>): boolean => isVerifier(person, settings);

/** 催办: the office, the inspectors, and whoever leads the headquarters. */
export const mayUrge = (person: Person): boolean =>
  isOffice(person) || isInspector(person) || hasRole(person, 'commander');

/** 看市民留言: what citizens say is not for everybody: the office, inspectors, who reads all, and the unit that handles it. */
export const mayReadMessage = (person: Person, message: { readonly units: readonly string[] }): boolean =>
  isOffice(person) ||
  isInspector(person) ||
  hasRole(person, 'commander', 'observer', 'admin') ||
  (person.unit !== null && message.units.includes(person.unit));
