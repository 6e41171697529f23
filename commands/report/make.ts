/** 出日报、周报、专报、情况通报. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Period } from '../../src/domain/figures.ts';
import { kindIn } from '../../src/reading/publications.ts';
import { dailyAnswer } from './daily.ts';
import { draftAnswer } from './draft.ts';
import { reportKind } from './report-kind.ts';

export interface ReportArgs {
  readonly kind: 'daily' | 'weekly' | 'special';
  readonly period?: Period;
  /** What a 专报 is to be about, where that is said. */
  readonly categories?: readonly string[];
  readonly preview?: boolean;
}

export default defineCommand<ReportArgs>({
  id: 'report.make',
  summary: '出日报；起草周报、督查专报、督查情况通报',
  examples: ['生成今天的日报', '出一期本周的督查专报，先发我看看再推送', '做一份上周的周报'],
  allow: ['officeLead', 'officeStaff'],
  instead: '通报由创城办出。各单位可回复“整改率”“超期清单”查看数据。',

  read(said) {
    if (said.act !== 'report.make') return undefined;
    const kind = reportKind(said.text);
    return {
      kind,
      ...(kind === 'special' && said.categories.length > 0 ? { categories: said.categories } : {}),
      ...(said.period === null ? {} : { period: said.period }),
      ...(/先发我|先给我|先看|预览|草稿|看看再|审一?下|过目|过一遍|把关|先不[发推]|别发/.test(said.text)
        ? { preview: true }
        : {}),
    };
  },

  async run(context) {
    const { args, said } = context;
    if (args.kind === 'daily') return dailyAnswer(context);
    const isCircular = args.kind === 'special' && kindIn(said.text) === 'circular';
    const answer = await draftAnswer(isCircular ? 'circular' : args.kind, args.period ?? null, context);
    if (args.categories === undefined) return answer;
    return { ...answer, text: `${answer.text}\n草稿写的是全部类别的问题，请在草稿里留下需要的部分。` };
  },
});
