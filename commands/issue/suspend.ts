/** 申请挂账: not doable now, for season, works or budget. */
import { defineCommand } from '../../src/bot/command.ts';
import { askList } from '../../src/bot/ask-list.ts';
import { hold } from '../../src/bot/hold.ts';
import { recordOf } from '../../src/bot/record.ts';
import { liveOn, tellDeciders } from '../../src/bot/requested.ts';
import { statedTime } from '../../src/bot/stated-time.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import { decidersOf } from '../../src/domain/request-cards.ts';
import type { Suspension } from '../../src/domain/request.ts';
import { dayOf, dayText, endOfDay } from '../../src/domain/shanghai.ts';
import { requestSuspension } from '../../src/domain/steps/suspend.ts';
import type { Said } from '../../src/reading/said.ts';
import { withoutPlan } from '../../src/reading/suspension.ts';
import { clocksText } from '../clocks.ts';
import { held, isFromList } from '../held.ts';

export interface SuspendArgs {
  readonly issueNos: readonly number[];
  readonly reason?: string;
  /** How it will be done later. */
  readonly plan?: string;
  /** Day of review. */
  readonly deadline?: string | null;
}

export default defineCommand<SuspendArgs>({
  id: 'issue.suspend',
  summary: '申请挂账（暂不具备整改条件）',
  examples: [
    '433属于老旧管网改造，要等开春才能动工，申请挂账',
    '申请挂账327，原因：冬季无法补种',
    '430申请挂账，需列入明年预算',
  ],
  allow: ['unitPrincipal', 'unitDeputy', 'unitLiaison', 'communityHead'],
  instead: '挂账由责任单位的联络员或负责人申请，创城办负责人审批。',

  read(said) {
    if (said.act !== 'issue.suspend') return undefined;
    return {
      issueNos: said.issueNos,
      ...(said.reason === null ? {} : { reason: withoutPlan(said.reason) }),
      ...(said.plan === null ? {} : { plan: said.plan }),
      ...reviewArgs(said),
      ...held(said.reason === null ? ['reason'] : [], isFromList(said) || isDoubtful(said)),
    };
  },

  async run(context) {
    const { args, by, at, store, directory } = context;
    const { reason, plan = null } = args;
    const reviewAt = statedTime(args);
    const reviewOn = reviewAt === null ? null : dayOf(reviewAt);
    const live = await liveOn(store, args.issueNos);
    const steps = await stepEach(store, args.issueNos, (issue) =>
      // Right and state are looked at before anything is asked.
      requestSuspension(issue, { by, at, reason: reason ?? '待补', plan, reviewOn, requests: live(issue) }),
    );
    const issues = steps.map(({ issue }) => issue);
    const missing = [...(reason === undefined ? ['reason'] : []), ...(reviewOn === null ? ['deadline'] : [])];
    if (missing.length > 0) {
      const lack = missing.map((key) => (key === 'reason' ? '挂账的原因' : '复查的时间')).join('、');
      const text = `还差${lack}：${nosText(issues)}申请挂账，预计哪天能够整改？引用本条回复即可，如“${reason === undefined ? '原因：冬季无法补种，' : ''}12月20日前”。`;
      return hold(context, { kind: 'fill', command: 'issue.suspend', args, missing, text });
    }
    if (args.needsConfirm === true && !context.confirmed) {
      const until = reviewOn === null ? '' : `，复查时间${dayText(reviewOn, dayOf(at))}`;
      return askList(context, { command: 'issue.suspend', args, verb: `申请挂账${until}`, issues });
    }
    for (const { issue, done } of steps) {
      await store.records.add(issue, recordOf(context, 'suspend', noteOf(done.request)));
      await store.requests.add(done.request);
    }
    const review = reviewOn === null ? '' : `，复查时间${dayText(reviewOn, dayOf(at))}`;
    return {
      text: `${nosText(issues)}的挂账申请已报创城办负责人${review}。答复前时限照常计算（${clocksText(issues, at)}）。`,
      notices: steps.flatMap(({ issue, done }) =>
        tellDeciders(context, { issue, request: done.request, to: decidersOf(issue, 'suspension', directory) }),
      ),
    };
  },
});

/** The day of review, else the day by which it will be done. */
function reviewArgs({ reviewOn, deadline }: Pick<Said, 'reviewOn' | 'deadline'>): { deadline?: string | null } {
  if (reviewOn !== null) return { deadline: endOfDay(reviewOn).toISOString() };
  return deadline === null ? {} : { deadline: deadline.at };
}

/** The day was rolled on, or is not sure. */
const isDoubtful = ({ reviewOn, deadline }: Said): boolean => reviewOn === null && deadline?.doubtful === true;

const noteOf = ({ reason, plan, reviewOn }: Suspension): string =>
  [
    reason,
    ...(plan === null ? [] : [`计划：${plan}`]),
    ...(reviewOn === null ? [] : [`${dayText(reviewOn)}复查`]),
  ].join('，');
