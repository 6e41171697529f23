/** Who can be reached in a group only: a reminder that found no room there is none, and comes when there is room. */
import { expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { Platform } from '../chat.ts';
import { createDirectory } from '../domain/city.ts';
import { on } from '../domain/testing/sample.ts';
import { createPostbox } from '../postbox.ts';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';
import { createScheduler } from './job.ts';
import { unclaimedReminderJob } from './unclaimed-reminder.ts';

const here = inRoom({ at: WEDNESDAY_10 });

/** The clock over a platform that knows groups only, as a city has it with the WeCom robot alone. */
function groupsOnly() {
  const { directory, settings } = loadConfig({ dir: 'config', demo: true, env: {} });
  const city = { directory: createDirectory(directory), settings };
  const { storage, connections } = here.room.house;
  const [name, door] = [...connections.platforms][0] ?? [];
  if (name === undefined || door === undefined) throw new Error('the room has no platform');
  const canReach: Platform['canReach'] = (to, needsMention) => to.kind === 'group' && door.canReach(to, needsMention);
  const platforms = new Map([[name, { ...door, canReach }]]);
  const postbox = createPostbox({ platforms, city: () => city });
  const faults: unknown[] = [];
  const log = (line: string, fields: object): void => void faults.push([line, fields]);
  const scheduler = createScheduler({ jobs: [unclaimedReminderJob], storage, city: () => city, postbox, log });
  return { scheduler, postbox, storage, faults };
}

test('the group has had its pushes: told the next day', async () => {
  await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:30'), deadline: on('11-25 18:00') }]);
  const { scheduler, postbox, storage, faults } = groupsOnly();
  await storage.transaction(async (store) => {
    for (let count = 0; count < 3; count += 1)
      await postbox.push(store, { groupId: 'city', text: '通知', notify: [], at: on('11-18 10:00') });
  });
  const pushed = async (day: string): Promise<number> => storage.store.outbox.pushesOn('simulator:group:city', day);
  await scheduler.runDue(on('11-18 14:00'));
  await scheduler.runDue(on('11-18 16:00'));
  expect(await pushed('2026-11-18')).toBe(3);
  await scheduler.runDue(on('11-19 10:00'));
  await scheduler.runDue(on('11-19 14:00'));
  expect(await pushed('2026-11-19')).toBe(1);
  expect(faults).toEqual([]);
});
