/** 转办之后: saved, what is asked on it settled, and the answer; who leaves, who comes and who helps are told. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { lapseRequests } from '../../src/bot/requested.ts';
import type { Stepped } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { isDispatchedAgain } from '../../src/domain/steps/reassign.ts';
import { handedOver, stayingText } from '../handed-over.ts';
import { tellUnit, tellUnits } from '../tell-unit.ts';
import type { ReassignArgs } from './reassign.ts';

type Context = RunContext<ReassignArgs>;

/** Writes one problem's step and answers it. */
export async function reassigned(step: Stepped<Issue>, context: Context): Promise<Answer> {
  const { issue, done } = step;
  const added = done.coUnits.filter((unit) => !issue.coUnits.includes(unit));
  const isOthers = done.units.join() !== issue.units.join();
  const isMoved = isOthers || done.designated !== issue.designated;
  const note = [
    ...(isMoved ? [movedText(issue, done)] : []),
    ...(added.length > 0 ? [`加协办${added.join('、')}`] : []),
  ].join('，');
  await context.store.issues.save(issue, done, recordOf(context, 'reassign', note));
  if (!isMoved) return coUnitsAnswer(done, added, context);
  if (isDispatchedAgain(issue, done)) return movedAnswer(step, note, context);
  return stayedAnswer(step, note, context);
}

/** `由市市场监管局转市城管局`, `指定由市城管局负责，不再受理申诉`. */
function movedText(issue: Issue, done: Issue): string {
  const [from, to] = [issue.units.join('、'), done.units.join('、')];
  if (!done.designated) return `由${from}转${to}`;
  return from === to ? `指定由${to}负责，不再受理申诉` : `由${from}，指定${to}，不再受理申诉`;
}

async function movedAnswer({ issue, done }: Stepped<Issue>, note: string, context: Context): Promise<Answer> {
  await lapseRequests(context, issue.no, { why: '已转办，原申请终止' });
  const handed = await handedOver(issue, done, context);
  return {
    ...handed,
    text: `#${issue.no}${note}。\n${handed.text}`,
    notices: [...handed.notices, ...tellLeaving({ issue, done }, context)],
  };
}

/** Nobody new: whoever stays goes on with its clock, and what it has asked for still waits; only an appeal is answered by a designation. */
async function stayedAnswer(step: Stepped<Issue>, note: string, context: Context): Promise<Answer> {
  const { issue, done } = step;
  await lapseRequests(context, issue.no, {
    why: done.designated ? `已指定由${done.units.join('、')}负责` : '已转办，原申请终止',
    which: ({ kind, unit }) => !done.units.includes(unit) || (kind === 'appeal' && done.designated),
  });
  const { deadline } = context.args;
  const isUnheard = typeof deadline === 'string' && done.deadline?.getTime() === issue.deadline?.getTime();
  const instead = isUnheard ? `要改时限，请单位回复“${issue.no}申请延期到…，原因：…”。` : '';
  const text = `#${issue.no}${note}。${stayingText(issue, done, context.at)}${instead}`;
  return { text, notices: [...tellUnits(context, done, text), ...tellLeaving(step, context)] };
}

function tellLeaving({ issue, done }: Stepped<Issue>, context: Context): NonNullable<Answer['notices']> {
  const text = `#${issue.no}（${issue.location} ${issue.description}）已由${context.by.name}转${done.units.join('、')}办理，贵单位不用再整改。`;
  return issue.units.filter((unit) => !done.units.includes(unit)).flatMap((unit) => tellUnit(context, unit, text));
}

function coUnitsAnswer(issue: Issue, added: readonly string[], context: Context): Answer {
  const text = `#${issue.no}已加协办：${added.join('、')}。责任单位${issue.units.join('、')}和时限不变。`;
  const told = `#${issue.no}（${issue.location} ${issue.description}）请贵单位协办，责任单位${issue.units.join('、')}。`;
  return { text, notices: added.flatMap((unit) => tellUnit(context, unit, told)) };
}
