/** The process is killed, as by a power cut, at any moment of the walk: after the next start nothing is lost and nothing is there twice. */
import { expect, it } from 'vitest';
import { judge } from './cli/endurance/judge.ts';
import { DOOR_NAMES } from './testing/doors/door.ts';
import type { Delivery, Door } from './testing/doors/door.ts';
import { seeded } from './testing/doors/faults.ts';
import { openMortalHouse } from './testing/doors/mortal-house.ts';
import type { MortalHouse } from './testing/doors/mortal-house.ts';
import { outboxRows } from './testing/doors/outbox-file.ts';
import { PROBLEM } from './testing/doors/walk.ts';
import { samplePng } from './testing/sample-picture.ts';

/** By button where its card came through. */
const orders = (door: Door, name: string, text: string): Delivery =>
  door.buttons('city').some(({ says }) => says === text) ? door.presses(name, text, 'city') : door.says(name, { text });

const STEPS: readonly ((door: Door) => Delivery)[] = [
  (door) => door.says('刘志强', { text: PROBLEM, pictures: [samplePng(1)] }),
  (door) => orders(door, '王磊', '认领1'),
  (door) => door.says('王磊', { text: '1已整改', quote: { pictures: [samplePng(2)] } }),
  (door) => orders(door, '刘志强', '1核查通过'),
  (door) => door.says('周敏', { text: '城管局整改率' }),
];
/** From receiving to having answered takes some tens of milliseconds. */
const WITHIN_MS = 60;

/** Chooses the moment of the kill; nothing is waited for that could be late. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Delivers, kills somewhere on the way, starts again, and lets the vendor (or, where it does not, the person) deliver again. */
async function stepOver(at: MortalHouse, delivery: Delivery, afterMs: number): Promise<void> {
  const first = delivery.send().catch(() => false);
  await pause(afterMs);
  await at.kill();
  const wasTaken = await first;
  await at.start();
  const isRetried = at.door.name !== 'wecom-socket';
  if ((isRetried && !wasTaken) || !(await at.has(delivery))) await delivery.send();
  at.door.redeliver();
  await at.settled(delivery);
}

it.concurrent.each(DOOR_NAMES)(
  'through %s',
  async (name) => {
    const random = seeded(DOOR_NAMES.indexOf(name) + 11);
    const at = await openMortalHouse(name);
    await at.start();
    for (const step of STEPS) await stepOver(at, step(at.door), random() * WITHIN_MS);

    const [issue, ...more] = await at.storage.store.issues.list({});
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ no: 1, state: 'closed', owner: '王磊', closedBy: '刘志强' });
    const records = await at.storage.store.records.ofIssue(1);
    expect(records.map(({ step }) => step)).toEqual(['log', 'dispatch', 'claim', 'report', 'close']);
    const photos = await at.storage.store.pictures.ofIssue(1);
    expect(photos).toMatchObject([
      { kind: 'before', hash: expect.any(String) },
      { kind: 'after', hash: expect.any(String) },
    ]);
    const rows = (await outboxRows(at.scene.dataDir)).filter(({ conversation }) =>
      conversation.includes(':group:city'),
    );
    expect(rows.filter(({ kind }) => kind === 'answer')).toHaveLength(STEPS.length);
    const shown = at.door.shown({ group: 'city' }).map(({ text }) => text);
    expect(judge(rows, shown)).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, unexpected: 0, refused: 0 });
    await at.close();
  },
  240_000,
);
