/** 退回: the verifier is not content; the unit has to do it again. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import { hold } from '../../src/bot/hold.ts';
import { reaching } from '../../src/bot/reach.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import type { Card } from '../../src/domain/cards.ts';
import { returnCard } from '../../src/domain/return-card.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { returnIssue } from '../../src/domain/steps/verify.ts';
import { isSeenUndone } from '../../src/reading/acts/seen.ts';
import { withoutTails } from '../../src/reading/acts/tails.ts';
import type { Said } from '../../src/reading/said.ts';
import { attachPictures } from '../attach.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

/** 8那边还拉着线呢: told, no verdict. */
const isSeen = ({ text, speaker }: Said): boolean => isSeenUndone({ text: withoutTails(text), speaker });

export interface ReturnArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
  /** ISO; null: words that give no day. */
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  readonly photos: number;
}

export default defineCommand<ReturnArgs>({
  id: 'issue.return',
  summary: '核查不通过，退回重改',
  examples: ['327不通过，现场还有3辆车', '412整改不彻底，退回重改，明天上午10点前', '退回330，照片看不出是同一个位置'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],
  instead: '退回重改由督查组和创城办办理。不属于本单位的，请回复“申诉{no}，原因：…”。',

  read(said) {
    if (said.act !== 'issue.return') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...deadlineArgs(said.deadline),
      photos: said.images,
      ...held(
        said.reason === null ? ['reason'] : [],
        said.deadline?.doubtful === true || isFromList(said) || isSeen(said),
      ),
    };
  },

  async run(context) {
    const { args, by, at, store, directory, settings } = context;
    const reason = args.reason ?? null;
    const stated = statedTime(args);
    const steps = await stepEach(store, args.issueNos, (issue) => {
      const reporterUnit = directory.person(issue.reportedBy ?? '')?.unit ?? null;
      // Right and state are looked at before anything is asked.
      return returnIssue(issue, { by, at, reporterUnit, settings, reason: reason ?? '待补', stated });
    });
    const issues = steps.map(({ issue }) => issue);
    if (reason === null) {
      const text = `还差退回的原因：${nosText(issues)}哪里不合格？引用本条回复即可，如“现场还有3辆车”。`;
      return hold(context, { kind: 'fill', command: 'issue.return', args, missing: ['reason'], text });
    }
    const passed = askPassedTime(context, 'issue.return');
    if (passed !== null) return passed;
    if (args.needsConfirm === true && !context.confirmed) {
      const until = stated === null ? '' : `，${momentText(stated, at)}前重改`;
      return askList(context, { command: 'issue.return', args, verb: `退回重改（${reason}）${until}`, issues });
    }
    const cards: Card[] = [];
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done, recordOf(context, 'return', reason));
      await attachPictures(context, done, 'verify');
      cards.push(returnCard(done, by.name, reason, { directory, settings, at }));
    }
    const names = [...new Set(cards.flatMap(({ mentions }) => mentions))];
    return reaching(context, cards.map(({ text }) => text).join('\n\n'), names);
  },
});
