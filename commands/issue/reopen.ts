/** 反弹重开: the same defect is back after closing. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import type { Answer } from '../../src/bot/command.ts';
import { closeOvertaken, hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { reopen } from '../../src/domain/steps/recheck.ts';
import { attachPictures } from '../attach.ts';
import { handedOver } from '../handed-over.ts';
import { deadlineArgs, held, isFromList } from '../held.ts';

export interface ReopenArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
  readonly deadline?: string | null;
  readonly deadlineText?: string;
  readonly photos: number;
}

export default defineCommand<ReopenArgs>({
  id: 'issue.reopen',
  summary: '反弹重开',
  examples: ['288又反弹了，今早又堆满了', '288反弹，请城管局明天中午前整改', '301回潮，重新打开'],
  allow: ['officeLead', 'officeStaff', 'inspectorLead', 'inspector'],
  instead: '反弹重开由督查组和创城办办理。',

  takesPictures: true,

  read(said) {
    if (said.act !== 'issue.reopen') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: said.reason }),
      ...deadlineArgs(said.deadline),
      photos: said.images,
      ...held([], said.deadline?.doubtful === true || isFromList(said)),
    };
  },

  async run(context) {
    const { args, by, at, store, settings, pictureIds } = context;
    const stated = statedTime(args);
    const steps = await stepEach(store, args.issueNos, (issue) => reopen(issue, { by, at, stated, settings }));
    const issues = steps.map(({ done }) => done);
    const passed = askPassedTime(context, 'issue.reopen');
    if (passed !== null) return passed;
    if (pictureIds.length === 0) {
      const text = `还差现场照片：${nosText(issues)}反弹重办需要一张照片。请引用本条把照片发来。`;
      return hold(context, { kind: 'fill', command: 'issue.reopen', args, missing: ['photos'], text });
    }
    if (args.needsConfirm === true && !context.confirmed) {
      if (issues.length > 1) return askList(context, { command: 'issue.reopen', args, verb: '反弹重办', issues });
      const until = stated === null ? '' : `，时限${momentText(stated, at)}`;
      const text = `请确认：${nosText(issues)}反弹重办${until}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'issue.reopen', args, text });
    }
    await closeOvertaken(context, 'issue.reopen', args.issueNos);
    const answers: Answer[] = [];
    for (const { issue, done } of steps) {
      await store.issues.save(issue, done, recordOf(context, 'reopen', args.reason ?? null));
      await attachPictures(context, done, 'before');
      answers.push(await handedOver(issue, done, context));
    }
    return {
      text: [headText(issues, stated), ...answers.map(({ text }) => text)].join('\n'),
      notify: answers.flatMap(({ notify }) => notify ?? []),
      notices: answers.flatMap(({ notices }) => notices ?? []),
    };
  },
});

/** `#288记为反弹，第2轮，时限减半。`: each with its own round; half the time only where none was stated. */
function headText(issues: readonly Issue[], stated: Date | null): string {
  const rounds = [...Map.groupBy(issues, ({ round }) => round)].toSorted(([one], [other]) => one - other);
  const told = rounds.map(([round, own]) => `${nosText(own)}记为反弹，第${round}轮`).join('；');
  return `${told}${stated === null ? '，时限减半' : ''}。`;
}
