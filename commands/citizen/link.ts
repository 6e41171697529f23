/** 转办留言: the office says which problem a message is about, which unit handles it, or which earlier message says the same. */
import { defineCommand } from '../../src/bot/command.ts';
import { linkMessages } from './link-run.ts';
import type { CitizenLinkArgs } from './link-run.ts';

export default defineCommand<CitizenLinkArgs>({
  id: 'citizen.link',
  summary: '转办、合并市民留言',
  examples: ['留言12转城管局办理', '留言12对应#327', '留言12和留言11是同一件事'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'citizen.link') return undefined;
    const [issueNo] = said.issueNos;
    return {
      messageNos: said.messageNos,
      ...(issueNo === undefined ? {} : { issueNo }),
      units: said.units,
    };
  },

  run: linkMessages,
});
