/** A long run over the four doors while a share of all calls to the vendors fails; its figures by door. */
import { addDays, atTime, dayOf } from '../../domain/shanghai.ts';
import type { Door, DoorName } from '../../testing/doors/door.ts';
import { seeded } from '../../testing/doors/faults.ts';
import { outboxRows } from '../../testing/doors/outbox-file.ts';
import type { KeptRow } from '../../testing/doors/outbox-file.ts';
import { added, isGood, judge, wrongRows } from './judge.ts';
import type { Verdict } from './judge.ts';
import { CONVERSATIONS, round } from './talk.ts';
import type { Said } from './talk.ts';
import { openTown } from './town.ts';
import type { Town } from './town.ts';

export interface DoorFigures extends Verdict, Said {
  readonly door: DoorName;
  readonly calls: number;
  readonly failedCalls: Readonly<Record<string, number>>;
  /** Messages that have no answer of their own. */
  readonly unanswered: number;
  /** The lost and the doubled, row by row. */
  readonly wrong: readonly KeptRow[];
}

export interface Figures {
  readonly doors: readonly DoorFigures[];
  /** What could not be delivered was told in the office's morning line, to the number. */
  readonly isToldToOffice: boolean;
  readonly isGood: boolean;
}

/** A city has one door of each vendor. */
const TOWNS: readonly (readonly DoorName[])[] = [
  ['wecom-url', 'dingtalk-http'],
  ['wecom-socket', 'dingtalk-stream'],
];

export async function endure(given: {
  readonly messages: number;
  readonly share: number;
  readonly seed: number;
  /** Told now and then: messages so far. */
  readonly onProgress?: (messages: number) => void;
}): Promise<Figures> {
  const parts = [];
  for (const [at, names] of TOWNS.entries()) {
    const random = seeded(given.seed + at);
    const town = await openTown(names, random);
    try {
      const half = at === 0 ? Math.ceil(given.messages / 2) : Math.floor(given.messages / 2);
      const before = given.messages - half;
      const onProgress = (messages: number): void => given.onProgress?.(messages + (at === 0 ? 0 : before));
      parts.push(await endureIn(town, { ...given, messages: half, random, onProgress }));
    } finally {
      await town.close();
    }
  }
  const doors = parts.flatMap((part) => part.doors);
  const isToldToOffice = parts.every((part) => part.isTold);
  return { doors, isToldToOffice, isGood: isToldToOffice && doors.every(isGoodDoor) };
}

const isGoodDoor = (figures: DoorFigures): boolean => isGood(figures) && figures.unanswered === 0;

async function endureIn(
  town: Town,
  given: { messages: number; share: number; random: () => number; onProgress: (messages: number) => void },
): Promise<{ doors: DoorFigures[]; isTold: boolean }> {
  const { doors } = town.scene;
  const said = new Map(doors.map((door) => [door, { messages: 0, repeated: 0, saidAgain: 0 }]));
  const perRound = CONVERSATIONS * doors.length;
  town.fail(given.share);
  for (let no = 0; no * perRound < given.messages; no += 1) {
    await round(town, no, { limit: given.messages - no * perRound, random: given.random, said });
    given.onProgress(Math.min((no + 1) * perRound, given.messages));
  }
  await town.drain();
  town.fail(0);
  const rows = await outboxRows(town.scene.dataDir);
  const figures = doors.map((door) => figuresOf(town, door, { rows, said: said.get(door) }));
  return { doors: figures, isTold: await isTold(town, rows) };
}

function figuresOf(
  town: Town,
  door: Door,
  { rows, said }: { rows: readonly KeptRow[]; said?: Said | undefined },
): DoorFigures {
  const own = rows.filter(({ conversation }) => conversation.startsWith(`${door.platform}:`));
  const conversations = Map.groupBy(own, ({ conversation }) => conversation);
  const talks = [...conversations].map(([name, its]) => ({
    its,
    shown: door.shown(whereOf(name, town, door)).map(({ text }) => text),
  }));
  const { calls, failed } = town.tallies.get(door) ?? { calls: 0, failed: {} };
  const heard = said ?? { messages: 0, repeated: 0, saidAgain: 0 };
  const answers = own.filter(({ kind }) => kind === 'answer').length;
  return {
    door: door.name,
    ...heard,
    calls,
    failedCalls: failed,
    unanswered: heard.messages - answers,
    ...added(talks.map(({ its, shown }) => judge(its, shown))),
    wrong: talks.flatMap(({ its, shown }) => wrongRows(its, shown)),
  };
}

/** `wecom:group:city`, `wecom:single:wanglei`. */
function whereOf(conversation: string, { scene }: Town, { platform }: Door): { group: string } | { person: string } {
  const [, kind, id = ''] = conversation.split(':');
  return kind === 'group' ? { group: id } : { person: scene.people.nameOf(platform, id) };
}

/** The next morning's line to the office names every message whose fate is not good. */
async function isTold(town: Town, rows: readonly KeptRow[]): Promise<boolean> {
  const count = rows.filter(({ state }) => state === 'unknown' || state === 'refused').length;
  if (count === 0) return true;
  const morning = atTime(addDays(dayOf(town.now()), 1), '08:40');
  town.pass(morning.getTime() - town.now().getTime());
  await town.house.runDue();
  await town.drain();
  const told = town.scene.doors.flatMap((door) => door.shown({ person: '周敏' }).map(({ text }) => text));
  return told.some((text) => text.includes(`消息未送达${count}条`));
}
