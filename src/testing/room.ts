/**
 * A group to talk in: the whole house in demo mode on a scratch database, with a clock that stands still until it is moved. Tests read
 * as conversations: `await room.says('王磊', '认领1')` gives what the bot said to it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnv } from '../../config/env.ts';
import type { Issue } from '../domain/issue.ts';
import { assemble } from '../assemble.ts';
import type { House } from '../house.ts';
import type { KeptMessage, Simulator } from '../platforms/simulator/index.ts';
import { samplePicture } from './sample-picture.ts';

export interface SaysOptions {
  /** Directory id of the group; null: one-to-one. Default `city`. */
  readonly group?: string | null;
  /** How many pictures go along, each another one. */
  readonly images?: number;
  /** Pictures as data URLs, for tests that look at what they show. */
  readonly photos?: readonly string[];
  /** Id of the message that is quoted. */
  readonly quote?: string;
  readonly mentionsBot?: boolean;
}

export interface Heard {
  /** Id of what the person said. */
  readonly id: string;
  /** What the bot said to it in the same conversation, one text a message. */
  readonly replies: readonly KeptMessage[];
  /** The replies as one text; empty when the bot kept silent. */
  readonly text: string;
  /** What it said elsewhere because of it. */
  readonly pushes: readonly KeptMessage[];
}

export interface Room {
  readonly house: House;
  /** Faults that were logged; a conversation that works leaves it empty. */
  readonly faults: readonly unknown[];
  now(): Date;
  says(name: string, text: string, options?: SaysOptions): Promise<Heard>;
  /** Moves the clock, running what falls due; gives what the bot said meanwhile, anywhere. `to` is ISO with offset. */
  clock(to: string): Promise<readonly KeptMessage[]>;
  /** Throws when there is none. */
  issue(no: number): Promise<Issue>;
  issues(): Promise<Issue[]>;
  close(): Promise<void>;
}

/** The corpus' moment: a Sunday morning. */
export const SUNDAY_10 = '2026-11-22T10:00:00+08:00';
/** An ordinary working morning. */
export const WEDNESDAY_10 = '2026-11-18T10:00:00+08:00';

export interface RoomOptions {
  readonly at?: string;
  /** A folder that is kept, for tests of restarts; default: a scratch one, removed at the end. */
  readonly dataDir?: string;
  readonly configDir?: string;
  /** Further keys of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function openRoom({ at = SUNDAY_10, dataDir, configDir, env = {} }: RoomOptions = {}): Promise<Room> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'duban-room-')));
  const standing = new Date(at);
  const faults: unknown[] = [];
  const house = await assemble({
    env: readEnv({
      DATA_DIR: folder,
      SIMULATOR: 'on',
      ...(configDir ? { CONFIG_DIR: configDir } : {}),
      SIM_CLOCK: at,
      ...env,
    }),
    realNow: () => standing,
    log: (line, fields = {}) => {
      if ('error' in fields) faults.push({ line, ...fields });
    },
  });
  const simulator = simulatorOf(house);
  let shots = 0;

  const botSince = (id: string | null): Promise<KeptMessage[]> => simulator.parts.memory.fromBotAfter(id);

  return {
    house,
    faults,
    now: house.now,
    async says(name, text, { group = 'city', images = 0, photos = [], quote, mentionsBot } = {}) {
      const pictures: string[] = [...photos];
      for (let n = 0; n < images; n += 1) pictures.push(samplePicture((shots += 1)));
      const post = { group, sender: name, text, images: pictures, quote: quote ?? null };
      const said = await simulator.post(mentionsBot === undefined ? post : { ...post, mentionsBot }, house.deliver);
      await house.settle();
      const caused = await botSince(said.id);
      const replies = caused.filter((message) => message.group === said.group && message.person === said.person);
      const pushes = caused.filter((message) => !replies.includes(message));
      return { id: said.id, replies, pushes, text: replies.map((reply) => reply.text).join('\n\n') };
    },
    async clock(to) {
      const last = (await botSince(null)).at(-1)?.id ?? null;
      await house.advance(new Date(to));
      return botSince(last);
    },
    async issue(no) {
      const issue = await house.storage.store.issues.find(no);
      if (!issue) throw new Error(`no issue ${no}`);
      return issue;
    },
    issues: () => house.storage.store.issues.list({}),
    async close() {
      await house.stop();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function simulatorOf(house: House): Simulator {
  const { simulator } = house.connections;
  if (!simulator) throw new Error('demo mode has a simulator');
  return simulator;
}
