/** The house behind one door, in this process, with a clock that stands still until it is moved: conversations as a test writes them. */
import { readEnv } from '../../../config/env.ts';
import { assemble } from '../../assemble.ts';
import type { House } from '../../house.ts';
import type { Delivery, Door, DoorName, Shown, Spoken } from './door.ts';
import { openScene } from './scene.ts';
import type { Scene, SceneOptions } from './scene.ts';
import { eventually } from './wait.ts';

export interface DoorHouse {
  readonly scene: Scene;
  /** The first of the scene's doors. */
  readonly door: Door;
  readonly house: House;
  readonly url: string;
  readonly lines: readonly string[];
  readonly now: () => Date;
  /** What the bot said in the same conversation because of it. */
  says(name: string, spoken: Spoken | string): Promise<Shown[]>;
  presses(name: string, says: string, group?: string | null): Promise<Shown[]>;
  /** Waits until this delivery has been handled and what it caused has gone out. */
  handled(delivery: Delivery): Promise<void>;
  /** Waits until nothing is under way. */
  quiet(): Promise<void>;
  /** Moves the clock, running what falls due at that moment. */
  clock(to: string): Promise<void>;
  /** Ends the house and starts another on the same data; `afterMs` later by the clock. */
  restart(afterMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** Longer than an answer is held for the response that may carry it. */
const HELD_MS = 10_000;

/** A working morning. */
export const WEDNESDAY = '2026-11-18T10:00:00+08:00';

export type DoorHouseOptions = Omit<SceneOptions, 'doors' | 'now'> & { readonly at?: string };

export async function openDoorHouse(
  names: DoorName | readonly DoorName[],
  options: DoorHouseOptions = {},
): Promise<DoorHouse> {
  const clock = { now: new Date(options.at ?? WEDNESDAY) };
  const now = (): Date => clock.now;
  const scene = await openScene({ ...options, doors: typeof names === 'string' ? [names] : names, now });
  const [door] = scene.doors;
  if (!door) throw new Error('a scene has the doors it was asked for');
  const lines: string[] = [];
  const env = readEnv(scene.env);
  const log = (line: string, fields = {}): void => void lines.push(`${line} ${JSON.stringify(fields, errorText)}`);

  async function open(): Promise<{ house: House; url: string }> {
    const house = await assemble({ env, realNow: now, log });
    const url = await house.start();
    for (const each of scene.doors) each.open(url);
    await eventually(() => scene.doors.every((each) => each.isUp()));
    return { house, url };
  }
  let at = await open();

  /** An answer that travels in a response is marked just after it: until then a row waits for a moment yet to come. */
  async function quiet(): Promise<void> {
    await at.house.settle();
    const soon = new Date(now().getTime() + HELD_MS);
    await eventually(async () => {
      const heads = await at.house.storage.store.outbox.due(soon, 100);
      return heads.every(({ attempts, failure }) => attempts > 0 || failure !== null);
    });
    await at.house.settle();
  }

  async function isMarked({ id }: Delivery): Promise<boolean> {
    const { inbox } = at.house.storage.store;
    const found = await Promise.all(scene.doors.map(({ platform }) => inbox.textOf(platform, id)));
    return found.some((text) => text !== undefined);
  }

  async function handled(delivery: Delivery): Promise<void> {
    await eventually(() => isMarked(delivery));
    await quiet();
  }

  async function answersTo(delivery: Delivery, where: Parameters<Door['shown']>[0]): Promise<Shown[]> {
    const shown = (): readonly Shown[] => door?.shown(where) ?? [];
    const before = shown().length;
    // A second press may have the mark of the first: then only its answer tells that it has been handled.
    const wasMarked = await isMarked(delivery);
    await delivery.send();
    await eventually(async () => shown().length > before || (!wasMarked && (await isMarked(delivery))));
    await quiet();
    return shown().slice(before);
  }

  const whereOf = (person: string, group: string | null = 'city') => (group === null ? { person } : { group });

  return {
    scene,
    door,
    lines,
    now,
    get house() {
      return at.house;
    },
    get url() {
      return at.url;
    },
    says(person, given) {
      const spoken = typeof given === 'string' ? { text: given } : given;
      return answersTo(door.says(person, spoken), whereOf(person, spoken.group));
    },
    presses: (person, says, group = 'city') => answersTo(door.presses(person, says, group), whereOf(person, group)),
    handled,
    quiet,
    async clock(to) {
      clock.now = new Date(to);
      await at.house.runDue();
      await quiet();
    },
    async restart(afterMs = 0) {
      await at.house.stop();
      clock.now = new Date(clock.now.getTime() + afterMs);
      at = await open();
    },
    async close() {
      await at.house.stop();
      await scene.close();
    },
  };
}

const errorText = (_key: string, value: unknown): unknown => (value instanceof Error ? value.stack : value);
