/** 结束: the day after the group's end date the bot says so in each of its groups, once, and stops (domain §13.7). */
import { isOver, isQuiet } from '../domain/manners.ts';
import { dayOf, dayText, endOfDay } from '../domain/shanghai.ts';
import type { Job } from './job.ts';

const EVERY_MINUTES = 10;

export const campaignEndJob: Job = {
  name: 'campaign-end',
  afterEnd: true,
  schedule: ({ campaign }) => (campaign.to === null ? null : { everyMinutes: EVERY_MINUTES }),

  async run({ moment, at, store, directory, settings, postbox }) {
    const { to } = settings.campaign;
    if (to === null || !isOver(moment, settings) || isQuiet(at, settings)) return;
    for (const group of directory.groups) {
      const mark = `campaign-end:${to}:${group.id}`;
      if (!(await store.jobRuns.begin(mark, endOfDay(to), at))) continue;
      const text = [
        `【创城督办】本群的创城督办工作已于${dayText(to, dayOf(at))}结束。`,
        '机器人从今天起不再推送和提醒，也不再登记和办理；已有数据仍可查询，如“整改率”“327”。',
        '工作群不再使用的，请群主及时解散。',
      ].join('\n');
      await postbox.push(store, { groupId: group.id, text, notify: [], at });
    }
  },
};
