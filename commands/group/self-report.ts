/** 机器人月报 on demand: what the bot itself costs people, for the office (domain §13). */
import { defineCommand } from '../../src/bot/command.ts';
import { groupIdIn } from '../../src/conversation-key.ts';
import { selfFigures, selfReport } from '../../src/domain/self-report.ts';
import { addDays, dayOf, monthOf, startOfDay } from '../../src/domain/shanghai.ts';

export default defineCommand({
  id: 'group.selfReport',
  summary: '看机器人推送、点名了多少',
  examples: ['机器人月报', '机器人这个月发了多少消息', '上个月机器人点名了谁'],
  allow: ['officeLead', 'officeStaff', 'commander', 'observer', 'admin'],
  instead: '机器人推送和点名的统计由创城办查看。',

  read(said) {
    return said.act === 'group.selfReport' ? { period: said.period } : undefined;
  },

  async run({ args, at, store, directory, settings }) {
    const { from, to } = monthOf(args.period?.from ?? dayOf(at));
    const counts = await store.outbox.counts(startOfDay(from), startOfDay(addDays(to, 1)));
    const sent = counts.map((count) => ({ ...count, groupId: groupIdIn(count.conversation) }));
    const figures = selfFigures(sent, await store.mentions.totals(from, to), directory.groups);
    return { text: selfReport(figures, { month: from, settings }) };
  },
});
