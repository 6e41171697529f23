/** 我的待办: what waits for this very person, by role and relation. */
import { hasRole, isInspector, isOffice } from './city.ts';
import type { Person } from './directory.ts';
import { isOpen } from './issue.ts';
import type { Issue } from './issue.ts';
import { isOfResponsibleUnit, isOrStandsFor, speaksForUnit } from './rights.ts';
import { stampText } from './shanghai.ts';
import { byPressure, issueLine } from './wording.ts';

export interface Todo {
  /** To be rectified: of the unit one speaks for, or one's own. */
  readonly rectify: readonly Issue[];
  /** To be verified: the office all, a lead his team's, an inspector what he logged. */
  readonly verify: readonly Issue[];
  /** To be dispatched: drafts, for the office. */
  readonly confirm: readonly Issue[];
}

export function todoOf(person: Person, issues: readonly Issue[]): Todo {
  return {
    rectify: issues.filter((issue) => isOpen(issue) && isRectifier(person, issue)),
    verify: issues.filter((issue) => issue.state === 'reported' && isVerifierOf(person, issue)),
    confirm: isOffice(person) ? issues.filter((issue) => issue.state === 'draft') : [],
  };
}

const isRectifier = (person: Person, issue: Issue): boolean =>
  isOrStandsFor(person, issue.owner) || (speaksForUnit(person) && isOfResponsibleUnit(person, issue));

function isVerifierOf(person: Person, issue: Issue): boolean {
  if (isOfResponsibleUnit(person, issue)) return false;
  if (isOffice(person)) return true;
  if (!isInspector(person)) return false;
  return isOrStandsFor(person, issue.loggedBy) || (hasRole(person, 'inspectorLead') && issue.team === person.unit);
}

/** The answer to 我的待办: sections that are empty are left out. `most`: lines a section. */
export function todoText(person: Person, issues: readonly Issue[], { at, most }: { at: Date; most: number }): string {
  const todo = todoOf(person, issues);
  const sections = [
    ...section('待整改', todo.rectify, false),
    ...section('待核查', todo.verify, true),
    ...section('待确认交办', todo.confirm, true),
  ];
  const head = `${person.name}的待办（截至${stampText(at)}）`;
  return sections.length === 0 ? `${head}：没有。` : [head, ...sections].join('\n');

  function section(title: string, own: readonly Issue[], withUnit: boolean): readonly string[] {
    if (own.length === 0) return [];
    const lines = byPressure(own, at)
      .slice(0, most)
      .map((issue) => issueLine(issue, at, { withUnit }));
    return [`${title}${own.length}件：`, ...lines, ...(own.length > most ? [`另有${own.length - most}件`] : [])];
  }
}
