/**
 * A whole campaign through the simulator's door: so many days, so many problems, always the same for the same seed. The city works,
 * the clock runs, the bot does what it does by itself; in the evening everything is held against what ought to be.
 */
import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bulletin } from '../../../storage/store.ts';
import type { KeptMessage } from '../../platforms/simulator/index.ts';
import { openRoom } from '../room.ts';
import type { Room } from '../room.ts';
import { buildCity, switchPicturesOn } from './city.ts';
import { caseDifferences } from './compare.ts';
import { dayPlan, playDay } from './day.ts';
import { CHANGE_DAY, FIRST_DAY, dayAfter, moment } from './limits.ts';
import { breachesOf } from './manners.ts';
import { changeLiaison } from './people.ts';
import { createRandom } from './random.ts';
import { createStage } from './stage.ts';
import type { Stage } from './stage.ts';

export interface CampaignOptions {
  readonly days: number;
  readonly problems: number;
  readonly seed: number;
  /** Called in the evening of each day, after the 通报. */
  readonly onEvening?: ((day: string, stage: Stage) => Promise<void>) | undefined;
  /** An empty folder that keeps the database (`data`) and the settings (`config`) afterwards; default: a scratch one, removed at the end. */
  readonly keepIn?: string | undefined;
}

export interface Campaign {
  readonly room: Room;
  readonly stage: Stage;
  /** Breaches of domain §13. */
  readonly breaches: readonly string[];
  /** Where the product's problems were not what had been done to them. */
  readonly differences: readonly string[];
  /** Everything that the bot has said. */
  readonly said: readonly KeptMessage[];
  /** All 日通报 that went out. */
  readonly bulletins: readonly Bulletin[];
  /** Closes the room and removes what it has written. */
  close(): Promise<void>;
}

/** Plays it; the room is left open for questions. Throws where the folder to keep it in holds a database already. */
export async function runCampaign({ days, problems, seed, onEvening, keepIn }: CampaignOptions): Promise<Campaign> {
  const folder = keepIn ?? (await mkdtemp(path.join(await scratchDir(), 'duban-campaign-')));
  await mkdir(folder, { recursive: true });
  const [dataDir, configDir] = [path.join(folder, 'data'), path.join(folder, 'config')];
  if (existsSync(dataDir)) throw new Error(`${folder} holds a campaign already: name an empty folder`);
  const lastDay = dayAfter(FIRST_DAY, days - 1);
  const city = await buildCity(configDir, lastDay);
  const openAt = (at: number): Promise<Room> => openRoom({ at: new Date(at).toISOString(), dataDir, configDir });
  const random = createRandom(seed);
  const stage = createStage({ room: await openAt(moment(FIRST_DAY, '08:00')), random, city, lastDay });
  const [breaches, differences, bulletins]: [string[], string[], Bulletin[]] = [[], [], []];
  const said: KeptMessage[] = [];
  for (const [nth, target] of dayPlan(days, problems, random).entries()) {
    const day = dayAfter(FIRST_DAY, nth);
    if (day === CHANGE_DAY) {
      await stage.room.close();
      stage.changed = await changeLiaison(stage, configDir);
      await switchPicturesOn(configDir);
      stage.room = await openAt(stage.lastSeen);
    }
    await playDay(stage, { day, target, isLast: nth === days - 1 });
    const fresh = await newMessages(stage.room, said.at(-1)?.id ?? null);
    said.push(...fresh);
    breaches.push(...breachesOf(stage, fresh));
    differences.push(...caseDifferences(stage.cases, await stage.room.issues(), stage.now()));
    bulletins.push(...(await bulletinsOf(stage, day)));
    await onEvening?.(day, stage);
    stage.lastSeen = stage.now();
  }
  return {
    get room() {
      return stage.room;
    },
    stage,
    breaches,
    differences,
    said,
    bulletins,
    async close() {
      await stage.room.close();
      if (keepIn === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the bot has said since, anywhere. */
export async function newMessages({ house }: Room, since: string | null): Promise<readonly KeptMessage[]> {
  return (await house.connections.simulator?.parts.memory.fromBotAfter(since)) ?? [];
}

/** A file system in memory where there is one: every message is several commits, and a disc takes its time for each. */
async function scratchDir(): Promise<string> {
  return access('/dev/shm', constants.W_OK).then(
    () => '/dev/shm',
    () => tmpdir(),
  );
}

async function bulletinsOf({ room }: Stage, day: string): Promise<Bulletin[]> {
  const { bulletins } = room.house.storage.store;
  const latest = await Promise.all(['city', 'departments', 'towns'].map((group) => bulletins.latest('daily', group)));
  const today = moment(day, '00:00');
  return latest.flatMap((each) => (each !== undefined && each.asOf.getTime() >= today ? [each] : []));
}
