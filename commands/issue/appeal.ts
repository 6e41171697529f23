/** 申诉: the unit says it is not its own, or not a fact. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { tellDeciders } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { decidersOf } from '../../src/domain/request-cards.ts';
import { APPEAL_ANSWER_HOURS } from '../../src/domain/request.ts';
import { requestAppeal } from '../../src/domain/steps/appeal.ts';
import { appealKind } from '../../src/reading/appeal-kind.ts';
import { attachPictures } from '../attach.ts';
import { clocksText } from '../clocks.ts';
import { held, isFromList } from '../held.ts';

export interface AppealArgs {
  readonly issueNos: readonly number[];
  readonly kind?: 'notOurs' | 'notExist';
  readonly suggestUnits: readonly string[];
  readonly reason?: string;
  readonly photos: number;
}

export default defineCommand<AppealArgs>({
  id: 'issue.appeal',
  summary: '申诉（不属于本单位、问题不存在）',
  examples: [
    '申诉327，此处为小区内部道路，应由住建局负责',
    '327不属于我单位职责，申请调整',
    '330这家店已停业，问题不存在，请核实撤销',
  ],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],
  instead: '申诉由责任单位的联络员或负责人提出。',

  read(said) {
    if (said.act !== 'issue.appeal') return undefined;
    const suggestUnits = said.units.filter((unit) => unit !== said.heard.sender?.unit);
    return {
      issueNos: said.issueNos,
      ...appealKind(said.text, suggestUnits.length > 0),
      suggestUnits,
      ...(said.reason === null ? {} : { reason: said.reason }),
      photos: said.images,
      ...held(said.reason === null ? ['reason'] : [], isFromList(said)),
    };
  },

  async run(context) {
    const { args, by, at, store, directory, settings } = context;
    const { reason, kind: ground = 'notOurs', suggestUnits: suggestedUnits } = args;
    const steps = await stepEach(store, args.issueNos, (issue) =>
      // Right, state and time are looked at before anything is asked.
      requestAppeal(issue, { by, at, reason: reason ?? '待补', ground, suggestedUnits, settings }),
    );
    const issues = steps.map(({ issue }) => issue);
    if (reason === undefined) {
      const text = `还差申诉的理由：${nosText(issues)}为什么不由贵单位整改？引用本条回复即可，如“该路段已移交北门街道管养”。`;
      return hold(context, { kind: 'fill', command: 'issue.appeal', args, missing: ['reason'], text });
    }
    if (args.needsConfirm === true && !context.confirmed && issues.length > 1) {
      return askList(context, { command: 'issue.appeal', args, verb: '提出申诉', issues });
    }
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done.issue, recordOf(context, 'appeal', reason));
      await store.requests.add(done.request);
      await attachPictures(context, done.issue, 'evidence');
    }
    return {
      text: `${nosText(issues)}的申诉已报创城办，${APPEAL_ANSWER_HOURS}小时内答复。答复前时限照常计算（${clocksText(issues, at)}）。`,
      notices: steps.flatMap(({ done }) =>
        tellDeciders(context, { ...done, to: decidersOf(done.issue, 'appeal', directory) }),
      ),
    };
  },
});
