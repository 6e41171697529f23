/** 登记满意度: the figure of a grid, as the office has it from the survey. Never single answers. */
import { defineCommand } from '../../src/bot/command.ts';
import { scoreText } from '../../src/domain/outreach.ts';
import { scoreAfter } from '../../src/reading/acts/beside.ts';
import { gridIn } from './visits.ts';

export interface ScoreArgs {
  readonly grid: string;
  readonly score: number;
}

export default defineCommand<ScoreArgs>({
  id: 'outreach.score',
  summary: '登记满意度',
  examples: ['满意度 翠竹社区 83.5', '文昌社区满意度 79.2', '登记满意度：文昌社区 79'],
  allow: ['officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== 'outreach.score') return undefined;
    const [grid, score] = [gridIn(said), scoreAfter(said.text)];
    return grid === null || score === null ? undefined : { grid, score };
  },

  async run({ args, by, at, store, messageId, settings }) {
    const { grid, score } = args;
    await store.satisfaction.add({ grid, score }, { at, by: by.name, messageId });
    return { text: `已登记满意度：${scoreText({ grid, score }, settings.outreach.satisfactionLine)}。` };
  },
});
