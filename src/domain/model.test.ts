/**
 * The life of problems against a plain model of domain §4: thousands of random sequences of all steps by all roles; after every step
 * states, who may, clocks, requests and figures are the same on both sides. `MODEL_SEED=… npx vitest run src/domain/model.test.ts`
 * repeats a run, `MODEL_RUNS` makes it longer.
 */
import { deepStrictEqual } from 'node:assert';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNITS } from '../testing/model/cast.ts';
import { KINDS, moves } from '../testing/model/moves.ts';
import type { Move } from '../testing/model/moves.ts';
import { MINUTE } from '../testing/model/plain.ts';
import type { Plain } from '../testing/model/plain.ts';
import { play } from '../testing/model/play.ts';
import { emptyReal, playReal } from '../testing/model/real.ts';
import type { Real } from '../testing/model/real.ts';
import { sceneOf } from '../testing/model/scene.ts';
import { shownAsk, shownPlain, shownReal, shownRequest, tallyPlain, tallyReal } from '../testing/model/tally.ts';
import { someSettings } from './testing/sample.ts';

/** The calendar clock everywhere: working time has tests of its own. */
const settings = someSettings({ inspectionPeriod: { from: '2026-01-01', to: '2027-12-31' } });
const START = Date.parse('2026-11-16T09:00:00+08:00');
const seed = Number(process.env['MODEL_SEED'] ?? 20_261_122);
const numRuns = Number(process.env['MODEL_RUNS'] ?? 3000);

/** Plays the moves on both sides; gives each move's kind with its outcome. Fails at the first difference. */
function playBoth(moves: readonly Move[]): string[] {
  const problems: Plain[] = [];
  const real = emptyReal();
  const outcomes: string[] = [];
  let at = START;
  for (const each of moves) {
    at += each.wait * MINUTE;
    const scene = sceneOf(each, problems, at);
    const expected = play(problems, scene);
    const outcome = playReal(real, scene, settings);
    if (outcome !== expected) {
      throw new Error(
        `${scene.kind} of #${scene.no ?? '-'} by ${scene.by.name}: ${outcome}, the model says ${expected}`,
      );
    }
    // The plain assertion: a matcher of vitest would take most of the time.
    deepStrictEqual(holding(real, at), holdingOf(problems, at));
    outcomes.push(`${scene.kind} ${outcome}`);
    if (scene.standsInFor !== null) outcomes.push(`${scene.kind} ${outcome} by a deputy`);
  }
  return outcomes;
}

/** The city and each unit: since the beginning, and for the first week. */
const WEEKS = [null, { from: '2026-11-16', to: '2026-11-22' }];
const SCOPES = [null, ...UNITS].flatMap((unit) => WEEKS.map((week) => ({ unit, week })));

const holdingOf = (problems: readonly Plain[], at: number) => ({
  problems: problems.map((problem) => shownPlain(problem, at)),
  requests: problems.map(({ asks }) => asks.map(shownAsk)),
  figures: SCOPES.map((scope) => tallyPlain(problems, scope, at)),
});

const holding = ({ issues, requests, suspendedAt }: Real, at: number) => ({
  problems: [...issues.values()].map((issue) => shownReal(issue, at, suspendedAt.get(issue.no))),
  requests: [...requests.values()].map((own) => own.map(shownRequest)),
  figures: SCOPES.map((scope) => tallyReal([...issues.values()], scope, { at, settings })),
});

test('all steps by all roles: the domain and the plain model agree after every one of them', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(moves, (sequence) => {
      for (const outcome of playBoth(sequence)) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }),
    { seed, numRuns },
  );
  // A model test that never gets anywhere proves nothing: every step was done, and refused for both reasons.
  const wanted = KINDS.flatMap((kind) => [`${kind} ok`, `${kind} right`]);
  const byDeputies = ['claim', 'report', 'close', 'confirm', 'appeal'].map((kind) => `${kind} ok by a deputy`);
  const never = [...wanted.filter((key) => (seen.get(key) ?? 0) < 5), ...byDeputies.filter((key) => !seen.has(key))];
  expect(never).toEqual([]);
});
