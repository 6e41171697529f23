/** What people say in a long run: in every conversation something else, so that each answer can be told from all others. */
import { samplePng } from '../../testing/sample-picture.ts';
import type { Delivery, Door } from '../../testing/doors/door.ts';
import { eventually } from '../../testing/doors/wait.ts';
import { GROUPS } from './town.ts';
import type { Town } from './town.ts';

/** People who speak to the bot alone. */
const ALONE = ['王磊', '胡斌', '刘志强', '周敏', '顾立新', '贺文斌'];
/** Conversations of one door. */
export const CONVERSATIONS = GROUPS.length + ALONE.length;

const PAUSE_MS = 20_000;
const HEARD_MS = 3_000;

export interface Said {
  messages: number;
  /** The vendor delivered it more than once. */
  repeated: number;
  /** The vendor lost it on a connection that broke, and the person said it again. */
  saidAgain: number;
}

/** One message in each conversation of each door. `limit` bounds the number of messages. */
export async function round(
  town: Town,
  no: number,
  given: { readonly limit: number; readonly random: () => number; readonly said: ReadonlyMap<Door, Said> },
): Promise<void> {
  const all = town.scene.doors.flatMap((door) => deliveriesOf(door, no).map((delivery) => ({ door, delivery })));
  await Promise.all(
    all.slice(0, given.limit).map(async ({ door, delivery }) => {
      const tally = given.said.get(door);
      if (tally) await bring({ town, door, delivery, random: given.random, tally });
    }),
  );
  for (const door of town.scene.doors) {
    const tally = given.said.get(door);
    if (tally && no % 10 === 9) tally.repeated += door.redeliver();
  }
  town.pass(PAUSE_MS);
}

function deliveriesOf(door: Door, no: number): Delivery[] {
  const inGroups = GROUPS.map((group, at) => {
    switch (no % 3) {
      case 0: {
        const place = `建设路${no * GROUPS.length + at + 1}号`;
        const text = `${place}门口垃圾桶满溢，请环卫中心明天下午6点前清运`;
        return door.says('刘志强', { group, text, ...(at === no % 10 && { pictures: [samplePng(no)] }) });
      }
      case 1:
        return pressed(door, `认领${no}`, group);
      default:
        return door.says('周敏', { group, text: `查${no}` });
    }
  });
  return [...inGroups, ...ALONE.map((name) => door.says(name, { group: null, text: `查${no + 1}` }))];
}

/** By button where its card came through. */
function pressed(door: Door, says: string, group: string): Delivery {
  const hasCard = door.buttons(group).some((button) => button.says === says);
  return hasCard ? door.presses('胡斌', says, group) : door.says('胡斌', { group, text: says });
}

/** Delivers until the house has it, as the vendor does and, where the vendor gives up, the person. */
async function bring(given: {
  readonly town: Town;
  readonly door: Door;
  readonly delivery: Delivery;
  readonly random: () => number;
  readonly tally: Said;
}): Promise<void> {
  const { town, door, delivery, tally } = given;
  const { inbox } = town.house.storage.store;
  const isHeard = async (): Promise<boolean> => (await inbox.textOf(door.platform, delivery.id)) !== undefined;
  tally.messages += 1;
  const isTwice = given.random() < 0.05;
  for (let tries = 0; tries < 50; tries += 1) {
    await eventually(() => door.isUp(), 120_000);
    const sends = await Promise.all(isTwice ? [delivery.send(), delivery.send()] : [delivery.send()]);
    tally.repeated += sends.length - 1;
    tally.saidAgain += tries > 0 ? 1 : 0;
    const wasHeard = await eventually(isHeard, HEARD_MS).then(
      () => true,
      () => false,
    );
    if (wasHeard) return;
  }
  throw new Error(`the house never took ${delivery.id}`);
}
