/** Who may, by domain §3 and §4, in the plain model's own words. */
import type { Person, Role } from '../../domain/directory.ts';
import { castOf } from './cast.ts';
import type { Kind } from './moves.ts';
import { MINUTE } from './plain.ts';
import type { Plain } from './plain.ts';

const is = (person: Person, ...roles: readonly Role[]): boolean => roles.some((role) => person.roles.includes(role));

export const inOffice = (person: Person): boolean => is(person, 'officeLead', 'officeStaff');
const leadsOffice = (person: Person): boolean => is(person, 'officeLead');
export const inspects = (person: Person): boolean => is(person, 'inspectorLead', 'inspector');
const looksAtIt = (person: Person): boolean => inOffice(person) || inspects(person);
const isOurs = (person: Person, units: readonly string[]): boolean =>
  person.unit !== null && units.includes(person.unit);
const speaks = (person: Person): boolean => is(person, 'unitLiaison', 'communityHead', 'unitPrincipal', 'unitDeputy');
const walksAbout = (person: Person): boolean =>
  is(person, 'gridHead', 'gridMember', 'communityHead', 'roadChief', 'sponsor', 'commander');

export const mayLogIt = (person: Person): boolean => looksAtIt(person) || walksAbout(person);

function mayReportIt(person: Person, problem: Plain): boolean {
  const names = [person.name, ...(person.standsInFor ?? [])];
  return (isOurs(person, problem.units) && speaks(person)) || names.some((name) => name === problem.owner);
}

function mayVerifyIt(person: Person, problem: Plain): boolean {
  if (isOurs(person, problem.units) || problem.reportedBy === person.name || !looksAtIt(person)) return false;
  const reporterUnit = problem.reportedBy === null ? null : castOf(problem.reportedBy).unit;
  return reporterUnit === null || reporterUnit !== person.unit;
}

function mayWithdrawIt(person: Person, problem: Plain, at: number): boolean {
  if (inOffice(person)) return true;
  if (is(person, 'inspectorLead') && problem.team !== null && problem.team === person.unit) return true;
  // Who logged it as somebody's deputy has lost the right with his stand-in.
  return problem.loggedBy === person.name && mayLogIt(person) && at - problem.loggedAt <= 30 * MINUTE;
}

type Right = (person: Person, problem: Plain, at: number) => boolean;

const byUnit: Right = (person, problem) => isOurs(person, problem.units) && speaks(person);
const byLead: Right = leadsOffice;
const independently: Right = (person, problem) => looksAtIt(person) && !isOurs(person, problem.units);

/** For moves on a problem that exists. */
export const RIGHTS: Readonly<Record<Exclude<Kind, 'log' | 'fix'>, Right>> = {
  dispatch: (person, problem) =>
    inOffice(person) ||
    (inspects(person) &&
      ([person.name, ...(person.standsInFor ?? [])].includes(problem.loggedBy) ||
        (problem.team !== null && problem.team === person.unit))),
  claim: byUnit,
  assign: byUnit,
  progress: (person, problem) =>
    mayReportIt(person, problem) ||
    (isOurs(person, problem.co) && speaks(person)) ||
    (isOurs(person, problem.units) && is(person, 'gridHead', 'gridMember', 'owner')),
  report: mayReportIt,
  close: mayVerifyIt,
  return: mayVerifyIt,
  withdraw: mayWithdrawIt,
  appeal: byUnit,
  uphold: byLead,
  rejectAppeal: byLead,
  reassign: inOffice,
  designate: byLead,
  addCo: inOffice,
  extend: byUnit,
  confirm: (person, problem) => is(person, 'unitPrincipal') && isOurs(person, problem.units),
  approveExtension: (person, problem) => (problem.extensions === 0 ? inOffice(person) : leadsOffice(person)),
  rejectExtension: (person, problem) => (problem.extensions === 0 ? inOffice(person) : leadsOffice(person)),
  suspend: byUnit,
  approveSuspension: byLead,
  rejectSuspension: byLead,
  resume: byLead,
  merge: inOffice,
  recheck: independently,
  reopen: independently,
  urge: (person) => looksAtIt(person) || is(person, 'commander'),
};
