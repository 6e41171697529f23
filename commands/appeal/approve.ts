/** 同意申诉: the office decides. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { lapseRequests, requestsOn } from '../../src/bot/requested.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { askPassedTime, statedTime } from '../../src/bot/stated-time.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { Appeal } from '../../src/domain/request.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { upholdAppeal } from '../../src/domain/steps/appeal.ts';
import { isDispatchedAgain } from '../../src/domain/steps/reassign.ts';
import { handedOver, ownerUnitOf, stayingText } from '../handed-over.ts';
import { deadlineArgs, held } from '../held.ts';
import { tellUnit, tellUnits } from '../tell-unit.ts';

export interface AppealApproveArgs {
  readonly issueNos: readonly number[];
  /** Who answers for it from now on. */
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  readonly deadline?: string | null;
  readonly deadlineText?: string;
}

export default defineCommand<AppealApproveArgs>({
  id: 'appeal.approve',
  summary: '同意申诉',
  examples: ['同意418申诉，转给城关镇，2日内整改', '418申诉成立', '同意#412申诉，由住建局负责'],
  allow: ['officeLead', 'officeStaff'],
  instead: '申诉由创城办负责人裁定。',

  read(said) {
    if (said.act !== 'appeal.approve') return undefined;
    return {
      issueNos: said.issueNos,
      units: said.units,
      coUnits: said.coUnits,
      ...deadlineArgs(said.deadline),
      ...held([], said.deadline?.doubtful === true),
    };
  },

  async run(context) {
    const { args, by, at, store, directory, settings } = context;
    const stated = statedTime(args);
    const requestOn = await requestsOn(store, args.issueNos, 'appeal');
    const steps = await stepEach(store, args.issueNos, (issue) => {
      const request = requestOn(issue);
      const ownerUnit = ownerUnitOf(issue, directory);
      const upholding = { by, at, units: args.units, stated, note: null, ownerUnit, settings };
      const upheld = upholdAppeal(issue, request, upholding);
      const coUnits = [...upheld.issue.coUnits, ...args.coUnits.filter((unit) => !upheld.issue.units.includes(unit))];
      return { id: request.id, request: upheld.request, issue: { ...upheld.issue, coUnits: [...new Set(coUnits)] } };
    });
    const passed = askPassedTime(context, 'appeal.approve');
    if (passed !== null) return passed;
    if (args.needsConfirm === true && !context.confirmed) {
      const until = stated === null ? '' : `，时限${momentText(stated, at)}`;
      const text = `请确认：同意${nosText(steps.map(({ issue }) => issue))}申诉${until}。回复“对”办理，回复“取消”不办。`;
      return hold(context, { kind: 'confirm', command: 'appeal.approve', args, text });
    }
    const answers: Answer[] = [];
    for (const { issue, done } of steps) {
      const isDropped = done.issue.state === 'withdrawn';
      const note = isDropped ? '问题不属实，撤销' : `由${issue.units.join('、')}转${done.issue.units.join('、')}`;
      await store.issues.save(issue, done.issue, recordOf(context, 'appeal.approve', note));
      await store.requests.save(done.id, done.request);
      await lapseRequests(context, issue.no, {
        why: '申诉成立，原申请终止',
        // Whoever goes on as before still waits for what it has asked.
        which: ({ unit }) => isDispatchedAgain(issue, done.issue) || !done.issue.units.includes(unit),
      });
      answers.push(isDropped ? dropped(issue, done.request.unit, context) : await moved(issue, done, context));
    }
    return {
      text: answers.map(({ text }) => text).join('\n\n'),
      notify: answers.flatMap(({ notify }) => notify ?? []),
      notices: answers.flatMap(({ notices }) => notices ?? []),
    };
  },
});

type Context = RunContext<AppealApproveArgs & Held>;

function dropped(issue: Issue, unit: string, context: Context): Answer {
  const text = `#${issue.no}申诉成立，问题不属实，已撤销，不计入任何单位。`;
  // Whoever else was at work on it need not go on.
  const others = [...issue.units, ...issue.coUnits].filter((other) => other !== unit);
  const told = `#${issue.no}（${issue.location} ${issue.description}）经${unit}申诉，问题不属实，已撤销，不用再整改。（${context.by.name}裁定）`;
  return {
    text,
    notices: [
      ...tellUnit(context, unit, `${text}（${context.by.name}裁定）`),
      ...others.flatMap((other) => tellUnit(context, other, told)),
    ],
  };
}

async function moved(
  before: Issue,
  { issue, request }: { issue: Issue; request: Appeal },
  context: Context,
): Promise<Answer> {
  const head = `#${issue.no}申诉成立，转${issue.units.join('、')}办理，不计入${request.unit}。`;
  if (!isDispatchedAgain(before, issue)) {
    const text = `${head}${stayingText(before, issue, context.at)}`;
    return { text, notices: [...tellUnits(context, issue, text), ...tellUnit(context, request.unit, head)] };
  }
  const handed = await handedOver(before, issue, context);
  return {
    ...handed,
    text: `${head}\n${handed.text}`,
    notices: [...handed.notices, ...tellUnit(context, request.unit, head)],
  };
}
