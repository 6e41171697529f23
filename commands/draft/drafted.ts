/** 待确认的问题: what grid people logged waits for the office or an inspector, who says yes to the number or to the notice about it. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { stepEach } from '../../src/bot/several.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { suggestUnits } from '../../src/domain/routing.ts';
import type { Ruling } from '../../src/domain/rulings.ts';
import { dispatch } from '../../src/domain/steps/log.ts';
import { dispatched } from '../issue/dispatched-answer.ts';
import { settledRulings } from '../issue/rulings.ts';
import type { AnswerFields } from './merge-fields.ts';

type Context = Omit<RunContext<object>, 'args'>;

/** Numbers on the quoted notice about waiting problems; empty: no such notice is quoted. */
export async function noticedNos({ said, store }: Context): Promise<readonly number[]> {
  if (said.heard.quote?.includes('【待确认】') !== true || said.issueNos.length === 0) return [];
  const issues = await store.issues.list({ nos: said.issueNos });
  return issues.filter(({ state }) => state === 'draft').length > 0 ? said.issueNos : [];
}

/** Throws Refusal: what dispatching refuses, for any of them. */
export async function dispatchDrafted(nos: readonly number[], fields: AnswerFields, context: Context): Promise<Answer> {
  const { by, at, settings, store } = context;
  const stated = fields.deadline === undefined ? null : new Date(fields.deadline);
  const rulings = await settledRulings(context);
  const steps = await stepEach(store, nos, (issue) => {
    const units = unitsFor(issue, fields, { ...context, rulings });
    return dispatch(issue, { by, at, settings, units, stated });
  });
  let photos = 0;
  for (const { issue, done } of steps) {
    await store.issues.save(issue, done, recordOf(context, 'dispatch', done.units.join('、')));
    photos = Math.max(photos, (await store.pictures.ofIssue(issue.no)).length);
  }
  return dispatched(
    steps.map(({ done }) => done),
    photos,
    context,
  );
}

/** Named now, else those it was logged with, else the suggestion that the notice showed. */
function unitsFor(
  issue: Issue,
  fields: AnswerFields,
  { directory, settings, rulings }: Context & { readonly rulings: readonly Ruling[] },
): readonly string[] {
  const named = fields.units ?? [...issue.units, ...(fields.addUnits ?? [])];
  if (named.length > 0) return named;
  const site = issue.site === null ? null : (directory.site(issue.site) ?? null);
  return suggestUnits(issue.category, site, directory, settings, { location: issue.location, rulings })
    .slice(0, 1)
    .map(({ unit }) => unit);
}
