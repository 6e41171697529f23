/** 报整改: the unit says it is done and shows a picture. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { closeOvertaken, hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { endDispute } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { isOpen } from '../../src/domain/issue.ts';
import { mayReport } from '../../src/domain/rights.ts';
import { report } from '../../src/domain/steps/report.ts';
import { shortened } from '../../src/domain/wording.ts';
import { attachPictures } from '../attach.ts';
import { reportedAnswer } from './reported-answer.ts';
import { written } from '../../src/reading/fold.ts';
import { held, isFromList } from '../held.ts';

export interface RectifyArgs {
  readonly issueNos: readonly number[];
  readonly text: string;
  readonly photos: number;
  readonly doneOn?: string;
}

export default defineCommand<RectifyArgs>({
  id: 'issue.rectify',
  summary: '报整改完成（附整改后照片）',
  examples: ['327已整改到位，请核查', 'WT-2026-0327 整改情况：已于11月21日下午完成清理', '301、302已整改完毕'],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'owner', 'communityHead', 'gridHead', 'gridMember'],
  instead: '报整改由责任单位的联络员或责任人办理。核查通过请回复“{no}核查通过”。',

  takesPictures: true,

  read(said) {
    if (said.act !== 'issue.rectify') return undefined;
    return {
      issueNos: said.issueNos,
      text: written(said.text),
      photos: said.images,
      ...(said.doneOn === null ? {} : { doneOn: said.doneOn }),
      ...held(said.images === 0 ? ['photos'] : [], isFromList(said)),
    };
  },

  async run(context) {
    const { args, by, at, store, quotedPictureIds } = context;
    // A picture in the quoted message is what was found, not what was put right.
    const pictureIds = context.pictureIds.filter((id) => !quotedPictureIds.includes(id));
    const issueNos = args.needsConfirm === true ? await ownOf(args.issueNos, context) : args.issueNos;
    const photos = Math.max(1, pictureIds.length);
    const steps = await stepEach(store, issueNos, (issue) => report(issue, { by, at, photos }));
    const issues = steps.map(({ issue }) => issue);
    const onward = { command: 'issue.rectify', args: { ...args, issueNos }, pictureIds };
    if (args.needsConfirm === true && !context.confirmed && issues.length > 1) {
      return askList(context, { ...onward, verb: '报整改完成', issues });
    }
    if (pictureIds.length === 0) {
      const text = `还差照片：请把${nosText(issues)}整改后的照片发来，引用本条即可，收到后转核查。`;
      return hold(context, { ...onward, kind: 'fill', missing: ['photos'], text });
    }
    await closeOvertaken(context, 'issue.rectify', issueNos);
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done, recordOf(context, 'report', shortened(args.text, 500)));
      await attachPictures({ store, pictureIds }, done, 'after');
    }
    const reported = steps.map(({ done }) => done);
    const ended = await endDispute(
      context,
      reported.map(({ no }) => no),
    );
    const answer = await reportedAnswer(reported, context);
    return ended === null ? answer : { ...answer, text: `${answer.text}\n${ended}` };
  },
});

/** A card may list several units' problems: who reports from it means his own. All of them where none is. */
async function ownOf(
  nos: readonly number[],
  { by, store }: Pick<RunContext<RectifyArgs>, 'by' | 'store'>,
): Promise<readonly number[]> {
  const own = (await store.issues.list({ nos })).filter((issue) => isOpen(issue) && mayReport(by, issue));
  return own.length === 0 ? nos : own.map(({ no }) => no);
}
