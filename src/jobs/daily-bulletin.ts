/** 日通报: one a day to each group that receives it, tagging the leaders whose units have something open (domain §12, §13). */
import { dailyBulletin } from '../domain/bulletin.ts';
import type { Group } from '../domain/directory.ts';
import { isQuiet } from '../domain/manners.ts';
import { dayOf, startOfDay } from '../domain/shanghai.ts';
import { gatherDaily } from '../papers/daily-ground.ts';
import type { Job, JobContext } from './job.ts';

export const dailyBulletinJob: Job = {
  name: 'daily-bulletin',
  schedule: ({ jobs }) => (jobs.dailyBulletin === null ? null : { dailyAt: jobs.dailyBulletin }),

  async run(context) {
    const { moment, store, directory } = context;
    const { issues, reminded } = await gatherDaily({ store, directory, at: moment });
    const records = await store.records.between(startOfDay(dayOf(moment)), moment);
    for (const group of directory.groups.filter(({ receivesBulletin }) => receivesBulletin)) {
      const workedToday = records.some(({ groupId, messageId }) => groupId === group.id && messageId !== null);
      await publish(group, { issues, reminded, workedToday, context });
    }
  },
};

interface Publishing {
  readonly issues: Parameters<typeof dailyBulletin>[0];
  /** Of what is due tomorrow: those whose units have heard of it today. */
  readonly reminded: ReadonlySet<number>;
  readonly workedToday: boolean;
  readonly context: JobContext;
}

/** A bulletin that may not go out now is left out: tomorrow's says the same and more. */
async function publish(group: Group, { issues, reminded, workedToday, context }: Publishing): Promise<void> {
  const { moment, at, store, directory, settings, postbox } = context;
  if (isQuiet(at, settings, workedToday)) return;
  const bulletin = dailyBulletin(issues, { at: moment, directory, settings, group, reminded });
  const { text, mentions, figures, issueNos } = bulletin;
  const withPicture = settings.pictures.ranking
    ? async (rowIds: readonly string[]): Promise<void> => {
        const args = { groupId: group.id, asOf: moment.toISOString(), rowIds };
        await store.works.add({ kind: 'ranking-picture', args, told: null, dueAt: at, createdAt: at });
      }
    : undefined;
  const letter = { groupId: group.id, text, notify: mentions, at, withPicture };
  if ((await postbox.push(store, letter)) !== 'posted') return;
  await store.bulletins.add({
    kind: 'daily',
    groupId: group.id,
    asOf: moment,
    text,
    issueNos,
    figures: { ...figures },
  });
}
