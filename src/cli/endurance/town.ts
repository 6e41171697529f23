/** One house with a WeCom door and a DingTalk door, a clock that is moved by hand, and vendors whose calls fail by a seed. */
import { readEnv } from '../../../config/env.ts';
import { assemble } from '../../assemble.ts';
import type { House } from '../../house.ts';
import type { Door, DoorName } from '../../testing/doors/door.ts';
import { mixedFaults } from '../../testing/doors/faults.ts';
import { openScene } from '../../testing/doors/scene.ts';
import type { Scene } from '../../testing/doors/scene.ts';
import { eventually } from '../../testing/doors/wait.ts';

/** Groups that people talk in; the first four are the invented city's own. */
export const GROUPS = ['city', 'departments', 'towns', 'office', ...Array.from({ length: 6 }, (_none, at) => `g${at}`)];

/** A Wednesday morning on which nothing else falls due. */
const BEGIN = '2026-11-18T10:00:00+08:00';

/** WeCom's own: an answer that is in its response later than this is seen by nobody. */
const VENDOR_WAITS_MS = 5_000;

export interface Tally {
  calls: number;
  /** By kind of fault. */
  readonly failed: Record<string, number>;
}

export interface Town {
  readonly scene: Scene;
  readonly house: House;
  readonly tallies: ReadonlyMap<Door, Tally>;
  readonly now: () => Date;
  /** From now on this share of all calls fails; 0: none. */
  fail(share: number): void;
  pass(ms: number): void;
  /** Moves the clock as often as it takes until nothing waits any more. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export async function openTown(names: readonly DoorName[], random: () => number): Promise<Town> {
  // The clock runs, so that a vendor's retry after five seconds is five seconds later; rounds move it on.
  const clock = { aheadMs: Date.parse(BEGIN) };
  const now = (): Date => new Date(clock.aheadMs + performance.now());
  const scene = await openScene({
    doors: names,
    now,
    groups: GROUPS,
    patienceMs: VENDOR_WAITS_MS,
    // Tags go by other ways than plain answers: here every answer may tag, so that both are tried.
    settings: { 'manners.mentionsPerPersonAndDay': 1_000_000 },
  });
  const house = await assemble({ env: readEnv(scene.env), realNow: now, log: () => undefined });
  const url = await house.start();
  for (const door of scene.doors) door.open(url);
  await eventually(() => scene.doors.every((door) => door.isUp()));
  const tallies = new Map(scene.doors.map((door) => [door, { calls: 0, failed: {} } satisfies Tally] as const));

  return {
    scene,
    house,
    tallies,
    now,
    fail(share) {
      for (const [door, tally] of tallies) door.setChance(share > 0 ? countedChance(tally, random, share) : undefined);
    },
    pass(ms) {
      clock.aheadMs += ms;
    },
    async drain() {
      for (;;) {
        await house.settle();
        const next = await house.storage.store.outbox.nextDueAt();
        if (next === undefined) return;
        clock.aheadMs += Math.max(1_000, next.getTime() - now().getTime());
        await new Promise((resolve) => void setTimeout(resolve, 5));
      }
    },
    async close() {
      await house.stop();
      await scene.close();
    },
  };
}

function countedChance(tally: Tally, random: () => number, share: number): ReturnType<typeof mixedFaults> {
  const draw = mixedFaults(random, share, (fault) => {
    tally.failed[fault] = (tally.failed[fault] ?? 0) + 1;
  });
  return () => {
    tally.calls += 1;
    return draw();
  };
}
