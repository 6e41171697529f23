/** 撤回申请: what was asked for and not answered yet is taken back. What else is done on a problem stays; what can be done is said. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { nosText, stepEach } from '../../src/bot/several.ts';
import type { Stepped } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { decidersOf, isLive } from '../../src/domain/request-cards.ts';
import { REQUEST_NAMES } from '../../src/domain/request.ts';
import type { Decided, IssueRequest } from '../../src/domain/request.ts';
import { mayWithdraw } from '../../src/domain/rights.ts';
import { takeBack } from '../../src/domain/steps/take-back.ts';
import type { Undone } from '../../src/reading/said.ts';
import type { Kept } from '../../storage/store.ts';
import { clocksText } from '../clocks.ts';
import { tellUnit } from '../tell-unit.ts';
import { NOT_UNDONE } from './not-undone.ts';

export interface TakeBackArgs {
  readonly issueNos: readonly number[];
  readonly what: Undone;
}

export default defineCommand<TakeBackArgs>({
  id: 'request.takeBack',
  summary: '撤回还没有答复的申诉、延期、挂账申请',
  examples: ['撤回327的延期申请', '418申诉撤回', '撤回430的挂账申请'],
  allow: 'everyone',

  read(said) {
    const { undone: what } = said;
    return said.act === 'request.takeBack' && what !== null ? { issueNos: said.issueNos, what } : undefined;
  },

  async run(context) {
    const { args, store } = context;
    const { what } = args;
    if (!isRequest(what)) throw new Refusal('undo.never', await whyNot(what, context));
    const pending = await store.requests.pending({ issueNos: args.issueNos });
    const steps = await stepEach(store, args.issueNos, (issue) => taken(issue, { pending, what }, context));
    for (const { issue, done } of steps) {
      const { request } = done;
      await store.issues.save(issue, done.issue, recordOf(context, 'takeBack', REQUEST_NAMES[request.kind]));
      await store.requests.save(done.id, request);
    }
    return takenAnswer(steps, context);
  },
});

type Context = RunContext<TakeBackArgs>;
type Taken = Decided<IssueRequest, Issue> & { readonly id: string };
type Asked = 'appeal' | 'extension' | 'suspension' | 'request';

const isRequest = (what: Undone): what is Asked => ['appeal', 'extension', 'suspension', 'request'].includes(what);

/** Throws Refusal `request.none`, `request.several`, and what taking back refuses. */
function taken(
  issue: Issue,
  { pending, what }: { pending: readonly Kept<IssueRequest>[]; what: Asked },
  { by, at }: Context,
): Taken {
  const own = pending.filter(
    (request) =>
      request.issueNo === issue.no && isLive(issue, request) && (what === 'request' || request.kind === what),
  );
  const asked = what === 'request' ? '申请' : REQUEST_NAMES[what];
  const [request] = own;
  if (!request) {
    throw new Refusal(
      'request.none',
      `#${issue.no}没有待答复的${asked}，问题照常办理。可回复“查${issue.no}”看现在的情况。`,
    );
  }
  if (new Set(own.map(({ kind }) => kind)).size > 1) {
    const ways = own.map(({ kind }) => `“撤回${issue.no}的${REQUEST_NAMES[kind]}”`).join('或');
    throw new Refusal('request.several', `#${issue.no}有几项申请，没有作任何改动。请回复${ways}。`);
  }
  const mine = own.find(({ unit }) => unit === by.unit) ?? request;
  return { ...takeBack(issue, mine, { by, at }), id: mine.id };
}

/** Who decides need not look at it any more; where the office took it back, the unit hears of it. */
function takenAnswer(steps: readonly Stepped<Taken>[], context: Context): Answer {
  const { at, by, directory } = context;
  const names = [...new Set(steps.map(({ done }) => REQUEST_NAMES[done.request.kind]))].join('、');
  const issues = steps.map(({ done }) => done.issue);
  return {
    text: `${nosText(issues)}的${names}已撤回，仍按时限整改（${clocksText(issues, at)}）。`,
    notices: steps.flatMap(({ issue, done: { request } }) => {
      const text = `#${issue.no}的${REQUEST_NAMES[request.kind]}已由${by.name}撤回，不用再答复。`;
      const deciders = decidersOf(issue, request.kind, directory).filter(({ name }) => name !== by.name);
      const toUnit = by.unit === request.unit ? [] : tellUnit(context, request.unit, text, [request.requestedBy]);
      return [...deciders.map(({ name }) => ({ to: name, text })), ...toUnit];
    }),
  };
}

async function whyNot(what: Exclude<Undone, Asked>, { args, by, at, store, settings }: Context): Promise<string> {
  const issues = await store.issues.list({ nos: args.issueNos });
  const known = issues.map(({ no }) => NOT_UNDONE[what](no));
  const mine = issues.filter((issue) => mayWithdraw(by, issue, at, settings)).map(({ no }) => no);
  const whole = mine.length === 0 ? '' : `要撤销整个问题，请回复“撤销${mine.join('、')}，原因：…”。`;
  const unknown = issues.length === 0 ? [`没有#${args.issueNos.join('、#')}这个问题，请核对编号。`] : [];
  return [...known, ...unknown, `没有作任何改动。${whole}`].join('\n');
}
