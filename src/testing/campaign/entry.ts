/** A problem that was logged just now, taken down in the campaign's own memory. */
import type { Person } from '../../domain/directory.ts';
import { newCase } from './case.ts';
import type { Case, Stand } from './case.ts';
import { limitOf } from './limits.ts';
import type { Stage } from './stage.ts';
import type { Finding } from './words.ts';

export interface Entry {
  readonly by: Person;
  readonly finding: Finding;
  readonly units: readonly string[];
  /** What it begins with besides. */
  readonly stand?: Partial<Stand>;
  readonly twin?: number;
  readonly source?: string;
  readonly origin?: string | null;
  /** Where another one has said it. */
  readonly loggedBy?: string;
}

export function enter(stage: Stage, { by, finding, units, stand = {}, ...facts }: Entry): void {
  const at = stage.now();
  const entry = newCase({
    ...factsOf(finding, by, stage),
    twin: null,
    ...facts,
    no: stage.cases.length + 1,
    state: 'dispatched',
    units,
    dispatchedAt: at,
    due: finding.until?.at ?? limitOf(finding.what.tier, at),
  });
  const [first] = entry.stands;
  if (first !== undefined) entry.stands[0] = { ...first, ...stand };
  stage.cases.push(entry);
  stage.count('logged');
}

type Facts = Pick<Case, 'place' | 'source' | 'origin' | 'category' | 'tier' | 'loggedBy' | 'loggedAt'>;

export const factsOf = ({ place, what }: Finding, by: Person, stage: Stage): Facts => ({
  place,
  source: 'inspection',
  origin: null,
  category: what.category,
  tier: what.tier,
  loggedBy: by.name,
  loggedAt: stage.now(),
});

type DraftFacts = Omit<Facts, 'origin' | 'loggedAt'> & Partial<Pick<Facts, 'origin'>>;

/** Waits for the office to say whose it is. */
export function enterDraft(stage: Stage, facts: DraftFacts): void {
  const draft = { state: 'draft', units: [], dispatchedAt: null, due: null };
  const rest = { origin: null, loggedAt: stage.now(), twin: null, no: stage.cases.length + 1 };
  stage.cases.push(newCase({ ...rest, ...facts, ...draft }));
}
