/** 转办留言: the office says which problem a message is about, which unit handles it, or which earlier message says the same. */
import { defineCommand } from '../../src/bot/command.ts';
import { deadlineArgs, held } from '../held.ts';
import { linkMessages } from './link-run.ts';
import type { CitizenLinkArgs } from './link-run.ts';

export default defineCommand<CitizenLinkArgs>({
  id: 'citizen.link',
  summary: '转办、合并市民留言',
  examples: ['留言12转城管局，三天内办结', '留言12转城管局办理', '留言12对应#327', '留言12和留言11是同一件事'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'citizen.link') return undefined;
    // Under its card only the message is meant, not the problem that the card names beside it.
    const [issueNo] = said.hasOwnNumbers ? said.issueNos : [];
    const units = said.units.length > 0 ? said.units : said.personUnits;
    const isToNobody = issueNo === undefined && units.length === 0 && said.messageNos.length === 1;
    return {
      messageNos: said.messageNos,
      ...(issueNo === undefined ? {} : { issueNo }),
      units,
      ...deadlineArgs(said.deadline),
      ...held(isToNobody ? ['units'] : [], false),
    };
  },

  run: linkMessages,
});
