/** 老大难: the office marks a long-standing problem, or takes the mark off. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { isOfLongDate } from '../../src/domain/long-standing.ts';
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
    const { args, by, store, at } = context;
    const { chronic } = args;
    const steps = await stepEach(store, args.issueNos, (issue) => markChronic(issue, { by, chronic }));
    const note = chronic ? '列为老大难' : '不再列为老大难';
    for (const { issue, done } of steps) await store.issues.save(issue, done, recordOf(context, 'chronic', note));
    const nos = nosText(steps.map(({ issue }) => issue));
    const after = chronic
      ? flagged(steps.map(({ issue }) => issue))
      : unflagged(
          steps.map(({ done }) => done),
          at,
        );
    return { text: `${nos}已${note}，${after}。` };
  },
});

/** What is closed stands in no list of what is to be done. */
const flagged = (issues: readonly Issue[]): string =>
  issues.every(({ state }) => state === 'closed')
    ? '逐件回头看；回复“回头看清单”看全部'
    : '销号后逐件回头看，在专报中单列；回复“老大难清单”看全部';

function unflagged(issues: readonly Issue[], at: Date): string {
  const old = issues.filter((issue) => isOfLongDate(issue, at));
  return old.length === 0 ? '以后按一般问题办理' : `其中${nosText(old)}登记已久、尚未销号，仍在老大难清单里`;
}
