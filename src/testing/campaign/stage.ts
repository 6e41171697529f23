/** Where the campaign is played: the room, the city, what has happened so far, and the talk to look through in the evening. */
import type { DirectoryData, Person } from '../../domain/directory.ts';
import type { Heard, Room, SaysOptions } from '../room.ts';
import { noBeside } from './beside-book.ts';
import type { Beside } from './beside-book.ts';
import type { Case } from './case.ts';
import { now } from './case.ts';
import { clockAt, dayAt } from './limits.ts';
import type { Change } from './people.ts';
import type { Random } from './random.ts';

/** A task of a unit, and from when until when it was open. */
export interface TaskOf {
  readonly no: number;
  readonly unit: string;
  readonly from: number;
  readonly due: number;
  to: number;
}

export interface Stage {
  /** Another one after a restart, and another city where people have changed. */
  room: Room;
  readonly random: Random;
  city: DirectoryData;
  readonly cases: Case[];
  readonly tasks: TaskOf[];
  readonly beside: Beside;
  /** Who speaks for a unit in these days in its liaison's stead. */
  readonly standIns: Map<string, string>;
  /** What was settled about a place, oldest first. */
  readonly rulings: { readonly place: string; readonly category: string; readonly unit: string }[];
  /** Papers of the ladder that were issued. */
  readonly signed: { readonly word: string; readonly unit: string; readonly at: number }[];
  /** A liaison who has gone, and who has come. */
  changed: Change | null;
  /** When the day before ended. */
  lastSeen: number;
  /** What the bot said last in answer. */
  answer: string;
  /** What was not answered as the trade wants it; empty at the end of a good campaign. */
  readonly complaints: string[];
  /** Messages of the bot that answer somebody in his own conversation, and those that this somebody caused elsewhere. */
  readonly answers: Set<string>;
  readonly caused: Set<string>;
  /** Answers to messages that came with a picture. */
  readonly withPhoto: Set<string>;
  /** The group's end date. */
  readonly lastDay: string;
  /** `2026-09-13 city`: somebody worked there on that day. */
  readonly workedAt: Set<string>;
  /** How often each kind of thing was done. */
  readonly done: Map<string, number>;
  now(): number;
  /** The clock goes on to that moment; a moment that has passed is none. */
  until(at: number): Promise<void>;
  /** Some seconds later somebody says something. */
  says(name: string, text: string, options?: SaysOptions): Promise<Heard>;
  /** As `says`; true when the answer is as wanted, else it is a complaint. */
  gets(name: string, text: string, wanted: RegExp, options?: SaysOptions): Promise<boolean>;
  count(what: string): void;
}

export function createStage({
  room,
  random,
  city,
  lastDay,
}: Pick<Stage, 'room' | 'random' | 'city' | 'lastDay'>): Stage {
  const complaints: string[] = [];
  const answers = new Set<string>();
  const caused = new Set<string>();
  const workedAt = new Set<string>();
  const withPhoto = new Set<string>();
  const done = new Map<string, number>();
  const stage: Stage = {
    room,
    random,
    city,
    cases: [],
    tasks: [],
    beside: noBeside(),
    standIns: new Map(),
    rulings: [],
    signed: [],
    changed: null,
    lastSeen: 0,
    answer: '',
    complaints,
    answers,
    caused,
    workedAt,
    withPhoto,
    lastDay,
    done,
    now: () => stage.room.now().getTime(),
    async until(at) {
      if (at > stage.now()) await stage.room.house.advance(new Date(at));
    },
    async says(name, text, options = {}) {
      await stage.until(stage.now() + random.int(15, 45) * 1000);
      const heard = await stage.room.says(name, text, options);
      stage.answer = heard.text;
      for (const { id } of heard.replies) {
        answers.add(id);
        if ((options.images ?? 0) > 0) withPhoto.add(id);
      }
      for (const { id } of heard.pushes) caused.add(id);
      const group = options.group === undefined ? 'city' : options.group;
      workedAt.add(`${dayAt(stage.now())} ${group ?? name}`);
      return heard;
    },
    async gets(name, text, wanted, options = {}) {
      const heard = await stage.says(name, text, options);
      if (wanted.test(heard.text)) return true;
      complaints.push(
        `${dayAt(stage.now())} ${clockAt(stage.now())} ${name}：${text}\n  → ${heard.text}\n  ≠ ${wanted.source}`,
      );
      return false;
    },
    count(what) {
      done.set(what, (done.get(what) ?? 0) + 1);
    },
  };
  return stage;
}

/** Throws when the unit has nobody who speaks for it. */
export function speakerOf({ city, standIns }: Pick<Stage, 'city' | 'standIns'>, unit: string): Person {
  const found =
    city.people.find(({ name }) => name === standIns.get(unit)) ??
    city.people.find((person) => person.unit === unit && person.roles.includes('unitLiaison')) ??
    city.people.find((person) => person.unit === unit && person.roles.includes('communityHead'));
  if (found === undefined) throw new Error(`${unit} has no liaison`);
  return found;
}

export const withRole = (
  { city }: Pick<Stage, 'city'>,
  ...roles: readonly Person['roles'][number][]
): readonly Person[] => city.people.filter((person) => person.roles.some((role) => roles.includes(role)));

export function caseOf({ cases }: Pick<Stage, 'cases'>, no: number): Case {
  const found = cases[no - 1];
  if (found === undefined) throw new Error(`no problem ${no}`);
  return found;
}

/** Problems of a unit in one of the states. */
export const ofUnit = ({ cases }: Pick<Stage, 'cases'>, unit: string, ...states: readonly string[]): Case[] =>
  cases.filter((problem) => {
    const { state, units } = now(problem);
    return states.includes(state) && units.includes(unit);
  });
