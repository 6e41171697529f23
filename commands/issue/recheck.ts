/** 回头看: a later look at what was closed. */
import { defineCommand } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { checkRecheck } from '../../src/domain/steps/recheck.ts';
import { attachPictures } from '../attach.ts';

export interface RecheckArgs {
  readonly issueNos: readonly number[];
  readonly result: 'ok';
  readonly photos: number;
}

export default defineCommand<RecheckArgs>({
  id: 'issue.recheck',
  summary: '回头看，记录没有反弹',
  examples: ['回头看：288没有反弹', '288回头看，保持良好', '301、302回头看没有反弹'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],
  instead: '回头看由督查组和创城办办理。',

  read(said) {
    if (said.act !== 'issue.recheck') return undefined;
    return { issueNos: said.issueNos, result: 'ok', photos: said.images };
  },

  async run(context) {
    const { args, by, store, settings } = context;
    const steps = await stepEach(store, args.issueNos, (issue) => checkRecheck(issue, { by, settings }));
    for (const { issue } of steps) {
      await store.records.add(issue, recordOf(context, 'recheck', '没有反弹'));
      await attachPictures(context, issue, 'verify');
    }
    const nos = nosText(steps.map(({ issue }) => issue));
    return { text: `已记下${nos}回头看：没有反弹。如再出现，可回复“${steps[0]?.issue.no ?? ''}反弹了”并附照片。` };
  },
});
