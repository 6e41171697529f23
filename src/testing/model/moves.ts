/** One thing that somebody tries, as numbers that fast-check can shrink; what they stand for is worked out against the model's state. */
import * as fc from 'fast-check';

export const KINDS = [
  'log',
  'fix',
  'dispatch',
  'claim',
  'assign',
  'progress',
  'report',
  'close',
  'return',
  'withdraw',
  'appeal',
  'uphold',
  'rejectAppeal',
  'reassign',
  'designate',
  'addCo',
  'extend',
  'confirm',
  'approveExtension',
  'rejectExtension',
  'suspend',
  'approveSuspension',
  'rejectSuspension',
  'resume',
  'merge',
  'recheck',
  'reopen',
  'urge',
] as const;

export type Kind = (typeof KINDS)[number];

export interface Move {
  readonly kind: Kind;
  /** Which problem, modulo those there are; -1: the newest. */
  readonly pick: number;
  readonly otherPick: number;
  /** Index into the cast; null: who is the natural one to do it. */
  readonly who: number | null;
  /** The natural one is away, and this colleague of his unit stands in for him; null: nobody is away. */
  readonly deputy: number | null;
  /** Whom it names: an owner. Null: nobody. */
  readonly names: number | null;
  /** Index into the units; null: none named. */
  readonly unit: number | null;
  readonly otherUnit: number | null;
  readonly category: number;
  /** Stated time, hours from now; null: none stated. */
  readonly hours: number | null;
  /** A reason or a picture comes with it. */
  readonly isComplete: boolean;
  /** A second answer to a question of the step: the other ground, 时限不变, the clock in a person's stead. */
  readonly isOther: boolean;
  /** Minutes that pass before it. */
  readonly wait: number;
}

/** The life of a problem is mostly reached by those who may: two of three try what is theirs. */
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat({ max: 3 }),
  otherPick: fc.nat({ max: 3 }),
  who: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 19 }) }),
  deputy: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
  names: fc.option(fc.nat({ max: 19 }), { freq: 1 }),
  unit: fc.option(fc.nat({ max: 2 }), { freq: 4 }),
  otherUnit: fc.option(fc.nat({ max: 2 }), { freq: 1 }),
  category: fc.nat({ max: 2 }),
  hours: fc.option(fc.constantFrom(-3, 1, 5, 30, 80, 200, 300), { freq: 2 }),
  isComplete: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  isOther: fc.boolean(),
  // The limits of §4 to the minute, and a minute more: half an hour, two hours, a day, thirty days.
  wait: fc.constantFrom(0, 0, 0, 0, 1, 5, 10, 30, 31, 60, 120, 121, 600, 1440, 1441, 4000, 11_000, 43_200, 43_201),
});

/** What follows one another in life: played on one problem, each step still by whom and with what chance gives. */
const CHAINS: readonly (readonly Kind[])[] = [
  ['log', 'claim', 'report', 'close', 'recheck', 'reopen'],
  ['log', 'report', 'return', 'report', 'close'],
  ['extend', 'approveExtension', 'extend', 'confirm', 'approveExtension', 'extend'],
  ['log', 'extend', 'approveExtension', 'extend', 'approveExtension', 'rejectExtension'],
  ['log', 'extend', 'rejectExtension', 'rejectExtension', 'extend'],
  ['log', 'withdraw', 'withdraw'],
  ['log', 'appeal', 'uphold', 'claim'],
  ['log', 'appeal', 'rejectAppeal', 'appeal'],
  ['extend', 'reassign', 'approveExtension'],
  ['suspend', 'approveSuspension', 'progress', 'resume'],
  ['suspend', 'rejectSuspension', 'report'],
  ['log', 'report', 'return', 'suspend', 'approveSuspension', 'resume'],
  ['fix', 'reopen', 'assign', 'report', 'close', 'reopen'],
  ['log', 'designate', 'appeal', 'addCo', 'merge'],
];

const chain: fc.Arbitrary<readonly Move[]> = fc
  .tuple(fc.constantFrom(...CHAINS), fc.nat({ max: 3 }), fc.array(move, { minLength: 6, maxLength: 6 }))
  .map(([kinds, pick, rest]) =>
    rest.slice(0, kinds.length).map((each, index) => ({
      ...each,
      kind: kinds[index] ?? each.kind,
      pick: kinds[0] === 'log' || kinds[0] === 'fix' ? -1 : pick,
      // Days pass now and then only, or every chain would end in expiry.
      wait: each.wait <= 60 || each.isOther ? each.wait : 0,
    })),
  );

/** A working week of a few problems. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .array(fc.oneof({ weight: 2, arbitrary: chain }, { weight: 1, arbitrary: move.map((each) => [each]) }), {
    minLength: 3,
    maxLength: 14,
    size: 'max',
  })
  .map((parts) => parts.flat());
