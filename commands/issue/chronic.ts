/** 老大难: the office marks a long-standing problem, or takes the mark off. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { markChronic } from '../../src/domain/steps/chronic.ts';

export interface ChronicArgs {
  readonly issueNos: readonly number[];
  readonly chronic: boolean;
}

export default defineCommand<ChronicArgs>({
  id: 'issue.chronic',
  summary: '标注老大难问题',
  examples: ['327列为老大难', '把433标为老大难问题', '取消327老大难'],
  allow: ['officeLead', 'officeStaff'],
  instead: '老大难由创城办标注。',

  read(said) {
    if (said.act !== 'issue.chronic') return undefined;
    return { issueNos: said.issueNos, chronic: !/撤销|取消|移出|去掉|解除|不再/.test(said.text) };
  },

  async run(context) {
    const { args, by, store } = context;
    const { chronic } = args;
    const steps = await stepEach(store, args.issueNos, (issue) => markChronic(issue, { by, chronic }));
    const note = chronic ? '列为老大难' : '不再列为老大难';
    for (const { issue, done } of steps) await store.issues.save(issue, done, recordOf(context, 'chronic', note));
    const nos = nosText(steps.map(({ issue }) => issue));
    const after = chronic ? '销号后逐件回头看，在专报中单列；回复“老大难清单”看全部' : '以后按一般问题办理';
    return { text: `${nos}已${note}，${after}。` };
  },
});
