/** 出日报、周报、专报. */
import { defineCommand } from '../../src/bot/command.ts';
import { reportKind } from './report-kind.ts';

export default defineCommand({
  id: 'report.make',
  summary: '出日报、周报、督查专报',
  examples: ['出一期本周的督查专报，先发我看看再推送', '生成今天的日报', '做一份上周的周报'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'report.make') return undefined;
    return {
      kind: reportKind(said.text),
      ...(said.period === null ? {} : { period: said.period }),
      ...(/先发我|先给我|先看|预览|草稿|看看再|审一?下|过目|把关|先不[发推]|别发/.test(said.text)
        ? { preview: true }
        : {}),
    };
  },
});
