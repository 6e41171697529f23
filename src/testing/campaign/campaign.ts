/**
 * A whole campaign through the simulator's door: so many days, so many problems, always the same for the same seed. The city works,
 * the clock runs, the bot does what it does by itself; in the evening everything is held against what ought to be.
 */
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bulletin } from '../../../storage/store.ts';
import type { Person } from '../../domain/directory.ts';
import type { KeptMessage } from '../../platforms/simulator/index.ts';
import { openRoom } from '../room.ts';
import type { Room } from '../room.ts';
import { citizenMessage, idleTalk, taskWeek } from './beside.ts';
import { buildCity } from './city.ts';
import { caseDifferences } from './compare.ts';
import { MINUTE, dayAfter, isWorked, moment, weekday } from './limits.ts';
import { rectifiers } from './finding.ts';
import { round } from './logging.ts';
import { breachesOf } from './manners.ts';
import { morning, officeSession } from './office.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { createStage, ofUnit, withRole } from './stage.ts';
import type { Stage } from './stage.ts';
import { unitSession } from './units.ts';
import { verifiers, verifySession } from './verifying.ts';

export interface CampaignOptions {
  readonly days: number;
  readonly problems: number;
  readonly seed: number;
  /** Called in the evening of each day, after the 通报. */
  readonly onEvening?: ((day: string, stage: Stage) => Promise<void>) | undefined;
}

export interface Campaign {
  readonly room: Room;
  readonly stage: Stage;
  readonly configDir: string;
  /** Breaches of domain §13. */
  readonly breaches: readonly string[];
  /** Where the product's problems were not what had been done to them. */
  readonly differences: readonly string[];
  /** How often somebody was tagged. */
  readonly mentions: number;
  /** All 日通报 that went out. */
  readonly bulletins: readonly Bulletin[];
  /** Closes the room and removes what it has written. */
  close(): Promise<void>;
}

/** A Monday; the sixty days have both autumn holidays in them. */
export const FIRST_DAY = '2026-09-07';

/** Plays it; the room is left open for questions. */
export async function runCampaign({ days, problems, seed, onEvening }: CampaignOptions): Promise<Campaign> {
  const folder = await mkdtemp(path.join(await scratchDir(), 'duban-campaign-'));
  const { data, configDir } = await buildCity(path.join(folder, 'config'));
  const room = await openRoom({
    at: new Date(moment(FIRST_DAY, '08:00')).toISOString(),
    dataDir: path.join(folder, 'data'),
    configDir,
  });
  const random = createRandom(seed);
  const stage = createStage({ room, random, city: data });
  const breaches: string[] = [];
  const differences: string[] = [];
  const bulletins: Bulletin[] = [];
  let [last, mentions]: [string | null, number] = [null, 0];
  for (const [nth, count] of plan(days, problems, random).entries()) {
    const day = dayAfter(FIRST_DAY, nth);
    await playDay(stage, day, count);
    const said: readonly KeptMessage[] | undefined =
      await room.house.connections.simulator?.parts.memory.fromBotAfter(last);
    last = said?.at(-1)?.id ?? last;
    mentions += (said ?? []).reduce((sum, message) => sum + message.mentions.length, 0);
    breaches.push(...breachesOf(stage, said ?? []));
    differences.push(...caseDifferences(stage.cases, await room.issues(), stage.now()));
    bulletins.push(...(await bulletinsOf(stage, day)));
    await onEvening?.(day, stage);
  }
  return {
    room,
    stage,
    configDir,
    breaches,
    differences,
    mentions,
    bulletins,
    async close() {
      await room.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A file system in memory where there is one: every message is several commits, and a disc takes its time for each. */
async function scratchDir(): Promise<string> {
  return access('/dev/shm', constants.W_OK).then(
    () => '/dev/shm',
    () => tmpdir(),
  );
}

/** Problems of each day: working days alike, some on Saturdays, none on other rest days. */
function plan(days: number, problems: number, random: Random): number[] {
  const weights = Array.from({ length: days }, (_, nth) => {
    const day = dayAfter(FIRST_DAY, nth);
    if (isWorked(day)) return 0.7 + random.next() * 0.6;
    return weekday(day) === 6 && random.isLucky(0.4) ? 0.3 : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [sofar, given] = [0, 0];
  return weights.map((weight, nth) => {
    sofar += weight;
    const upTo = nth === days - 1 ? problems : Math.round((problems * sofar) / total);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}

interface Session {
  readonly at: number;
  readonly run: () => Promise<void>;
}

async function playDay(stage: Stage, day: string, count: number): Promise<void> {
  const { random } = stage;
  await stage.until(moment(day, '08:40'));
  morning(stage, day);
  const target = stage.cases.length + count;
  const sessions = count === 0 ? [] : sessionsOf(stage, day, count);
  for (const { at, run } of sessions.toSorted((a, b) => a.at - b.at)) {
    await stage.until(at);
    await run();
  }
  // What was split or asked back on the way is made up for at the end of the day.
  const [closer] = withRole(stage, 'inspectorLead');
  if (closer !== undefined) await makeUp(stage, closer, target);
  if (count > 0 && random.isLucky(0.2)) {
    await stage.until(moment(day, '20:30'));
    await unitSession(stage, random.pick(rectifiers(stage)));
  }
  await stage.until(moment(day, '22:00'));
}

/** Some tries only: a sentence that is not understood must not hold up the day. */
async function makeUp(stage: Stage, by: Person, target: number): Promise<void> {
  for (let tries = 0; tries < 5 && stage.cases.length < target; tries += 1) {
    await round(stage, by, target - stage.cases.length);
  }
}

function sessionsOf(stage: Stage, day: string, count: number): Session[] {
  const { random } = stage;
  const isFull = isWorked(day);
  const sometime = (from = '08:50', to = '17:30'): number =>
    random.int(moment(day, from) / MINUTE, moment(day, to) / MINUTE) * MINUTE;
  const sessions: Session[] = [];
  const add = (at: number, run: () => Promise<void>): void => void sessions.push({ at, run });
  let left = count;
  if (isFull && random.isLucky(0.5) && left > 0) {
    left -= 1;
    add(sometime(), () => citizenMessage(stage));
  }
  while (left > 0) {
    const size = Math.min(left, random.int(1, 6));
    left -= size;
    add(sometime(), () => round(stage, someLogger(stage), size));
  }
  for (const unit of rectifiers(stage)) {
    const times = isFull ? random.int(1, 2) : Number(random.isLucky(0.2));
    for (let nth = 0; nth < times; nth += 1) {
      add(sometime(), async () => {
        if (ofUnit(stage, unit, 'dispatched', 'claimed').length > 0) await unitSession(stage, unit);
      });
    }
  }
  for (const by of verifiers(stage)) if (isFull || random.isLucky(0.4)) add(sometime(), () => verifySession(stage, by));
  if (!isFull) return sessions;
  for (const time of ['09:30', '11:20', '15:00', '17:10']) add(moment(day, time), () => officeSession(stage));
  for (let nth = 0; nth < 3; nth += 1) add(sometime(), () => idleTalk(stage));
  add(moment(day, '10:00'), () => taskWeek(stage));
  return sessions;
}

function someLogger(stage: Stage) {
  const { random } = stage;
  if (random.isLucky(0.08)) return random.pick(withRole(stage, 'officeStaff'));
  if (random.isLucky(0.1)) return random.pick(withRole(stage, 'gridMember'));
  return random.pick(withRole(stage, 'inspectorLead', 'inspector'));
}

async function bulletinsOf({ room }: Stage, day: string): Promise<Bulletin[]> {
  const { bulletins } = room.house.storage.store;
  const latest = await Promise.all(['city', 'departments', 'towns'].map((group) => bulletins.latest('daily', group)));
  const today = moment(day, '00:00');
  return latest.flatMap((each) => (each !== undefined && each.asOf.getTime() >= today ? [each] : []));
}
