/** A move with its numbers turned into who, what and when, for the model and the domain alike. */
import type { Person } from '../../domain/directory.ts';
import { CAST, castOf, CATEGORIES, UNITS } from './cast.ts';
import type { Kind, Move } from './moves.ts';
import { HOUR } from './plain.ts';
import type { Plain } from './plain.ts';

export interface Scene {
  readonly kind: Kind;
  readonly at: number;
  readonly by: Person;
  /** Whose rights he has today besides his own. */
  readonly standsInFor: string | null;
  /** The problem's number; null: there is none yet. */
  readonly no: number | null;
  readonly otherNo: number | null;
  readonly owner: Person | null;
  readonly units: readonly string[];
  readonly category: string;
  readonly stated: number | null;
  readonly isComplete: boolean;
  readonly isOther: boolean;
}

const nth = <T>(list: readonly T[], index: number): T | undefined =>
  index < 0 ? list.at(-1) : list[index % Math.max(1, list.length)];

export function sceneOf(move: Move, problems: readonly Plain[], at: number): Scene {
  const problem = nth(problems, move.pick);
  const named = move.unit === null ? [] : [UNITS[move.unit] ?? UNITS[0]];
  const usual = (move.who === null ? undefined : CAST[move.who]) ?? naturalFor(move.kind, problem);
  const deputy = move.deputy === null ? undefined : nth(colleaguesOf(usual), move.deputy);
  const second = move.otherUnit === null ? [] : [UNITS[move.otherUnit] ?? UNITS[0]];
  return {
    kind: move.kind,
    at,
    by: deputy === undefined ? usual : standingIn(deputy, usual),
    standsInFor: deputy === undefined ? null : usual.name,
    no: problem?.no ?? null,
    otherNo: nth(problems, move.otherPick)?.no ?? null,
    owner: move.names === null ? null : (CAST[move.names] ?? null),
    units: [...new Set([...named, ...second])],
    category: CATEGORIES[move.category] ?? CATEGORIES[0],
    stated: move.hours === null ? null : at + move.hours * HOUR,
    isComplete: move.isComplete,
    isOther: move.isOther,
  };
}

const colleaguesOf = ({ unit, name }: Person): readonly Person[] =>
  CAST.filter((each) => unit !== null && each.unit === unit && each.name !== name);

/** What is overseen or kept going is nobody's to hand on. */
const KEPT = ['commander', 'observer', 'admin', 'citizen'];

/** 代班: his own rights and those of who is away. */
const standingIn = (deputy: Person, away: Person): Person => ({
  ...deputy,
  roles: [...new Set([...deputy.roles, ...away.roles.filter((role) => !KEPT.includes(role))])],
  standsInFor: [away.name],
});

const LIAISONS: Readonly<Record<string, string>> = {
  市城管局: '城管联络员',
  市住建局: '住建联络员',
  文昌社区: '社区书记',
};
const PRINCIPALS: Readonly<Record<string, string>> = { 市城管局: '城管一把手', 市住建局: '住建一把手' };

const BY_UNIT: readonly Kind[] = ['claim', 'assign', 'progress', 'report', 'appeal', 'extend', 'suspend'];
const BY_INSPECTOR: readonly Kind[] = ['log', 'fix', 'close', 'return', 'recheck', 'reopen', 'urge'];

/** Who does it on an ordinary day. */
function naturalFor(kind: Kind, problem: Plain | undefined): Person {
  const unit = problem?.units[0] ?? '';
  if (kind === 'withdraw' && problem) return castOf(problem.loggedBy);
  if (BY_UNIT.includes(kind)) return castOf(LIAISONS[unit] ?? '城管联络员');
  if (kind === 'confirm') return castOf(PRINCIPALS[unit] ?? '城管一把手');
  return castOf(BY_INSPECTOR.includes(kind) ? '一组员' : '办主任');
}
