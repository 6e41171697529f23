/** 进展: what has been done so far; the problem stays open. */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach, typedNos } from '../../src/bot/several.ts';
import { mayClaim } from '../../src/domain/rights.ts';
import { checkProgress } from '../../src/domain/steps/progress.ts';
import { shortened, standingText } from '../../src/domain/wording.ts';
import { written } from '../../src/reading/fold.ts';
import { attachPictures } from '../attach.ts';

export interface ProgressArgs {
  readonly issueNos: readonly number[];
  readonly text: string;
  readonly percent?: number;
  readonly expectedDone?: string;
  readonly photos: number;
}

export default defineCommand<ProgressArgs>({
  id: 'issue.progress',
  summary: '报整改进展',
  examples: ['327还在协调，预计周五完成', '412已联系拖车公司，正在处理', '330进度60%，等材料到货'],
  allow: [
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'owner',
    'communityHead',
    'gridHead',
    'gridMember',
    'roadChief',
    'sponsor',
  ],
  takesPictures: true,

  instead: '进展由责任单位报送，督查组和创城办可回复“查{no}”看进展。',

  read(said) {
    if (said.act !== 'issue.progress') return undefined;
    return {
      issueNos: said.issueNos,
      text: written(said.text),
      ...(said.percent === null ? {} : { percent: said.percent }),
      ...(said.expectedDone === null ? {} : { expectedDone: said.expectedDone }),
      photos: said.images,
    };
  },

  async run(context) {
    const { args, by, at, store } = context;
    const own = picturesOf(context);
    const steps = await stepEach(store, args.issueNos, (issue) => checkProgress(issue, { by }));
    const percent = args.percent === undefined || args.text.includes('%') ? '' : `（完成${args.percent}%）`;
    const pictures = own.length === 0 ? '' : `（附图${own.length}张）`;
    const note = `${shortened(args.text, 500)}${percent}${pictures}`;
    const issues = steps.map(({ issue }) => issue);
    for (const issue of issues) {
      await store.records.add(issue, recordOf(context, 'progress', note));
      await attachPictures({ store, pictureIds: own }, issue, 'progress');
    }
    const standing = issues.map((issue) => `#${issue.no} ${standingText(issue, at)}`).join('；');
    const unclaimed = issues.filter((issue) => issue.state === 'dispatched' && mayClaim(by, issue));
    const claim = unclaimed.length === 0 ? '' : `回复“认领${typedNos(unclaimed)}”即受理；`;
    return {
      text: `已记下${nosText(issues)}的进展。${standing}。${claim}整改后回复“${typedNos(issues)}已整改”并附照片。`,
    };
  },
});

/** Beside a report in the same message the pictures are the report's; what stands in the quoted message has been shown before. */
function picturesOf({ pictureIds, quotedPictureIds, said }: RunContext<ProgressArgs>): readonly string[] {
  const isAlone = said.parts.every(
    ({ act }) => act === null || act.startsWith('issue.progress') || act.startsWith('draft.'),
  );
  return isAlone ? pictureIds.filter((id) => !quotedPictureIds.includes(id)) : [];
}
