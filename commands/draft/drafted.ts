/** 待确认的问题: what grid people logged waits for the office, who says yes to the number or to the notice about it. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { stepEach } from '../../src/bot/several.ts';
import { withoutContacts } from '../../src/domain/contacts.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { suggestUnits } from '../../src/domain/routing.ts';
import type { Ruling } from '../../src/domain/rulings.ts';
import { siteIn } from '../../src/domain/site-in.ts';
import { dispatch } from '../../src/domain/steps/log.ts';
import { attachPictures } from '../attach.ts';
import { dispatched } from '../issue/dispatched-answer.ts';
import { settledRulings } from '../issue/rulings.ts';
import { withUnitsOfPersons } from './merge-fields.ts';
import type { AnswerFields } from './merge-fields.ts';
import { askAboutTimes } from './passed-times.ts';

type Context = Omit<RunContext<object>, 'args'>;

/** Numbers on the quoted notice about waiting problems; empty: no such notice is quoted. */
export async function noticedNos({ said, store }: Context): Promise<readonly number[]> {
  if (said.heard.quote?.includes('【待确认】') !== true || said.issueNos.length === 0) return [];
  const issues = await store.issues.list({ nos: said.issueNos });
  return issues.filter(({ state }) => state === 'draft').length > 0 ? said.issueNos : [];
}

/** With all that was said in the same breath; `pictureIds`: those of the message itself. Throws Refusal: what dispatching refuses, for any of them. */
export async function dispatchDrafted(
  nos: readonly number[],
  { fields: said, pictureIds }: { readonly fields: AnswerFields; readonly pictureIds: readonly string[] },
  context: Context,
): Promise<Answer> {
  const { by, at, settings, store, directory } = context;
  refuseFault(nos, context);
  const fields = withUnitsOfPersons(said, directory);
  const stated = fields.deadline === undefined ? null : new Date(fields.deadline);
  const rulings = await settledRulings(context);
  const steps = await stepEach(store, nos, (issue) => {
    const changed = amended(issue, fields, context);
    const units = unitsFor(changed, fields, { ...context, rulings });
    const done = dispatch(changed, { by, at, settings, units, stated });
    return { ...done, coUnits: done.coUnits.filter((unit) => !done.units.includes(unit)) };
  });
  const asked = askAboutTimes(steps, { nos, fields: said, pictureIds, stated }, context);
  if (asked !== null) return asked;
  let photos = 0;
  for (const { issue, done } of steps) {
    await store.issues.save(issue, done, recordOf(context, 'dispatch', noteOf(issue, done)));
    await attachPictures({ store, pictureIds }, done, 'before');
    photos = Math.max(photos, (await store.pictures.ofIssue(issue.no)).length);
  }
  const answer = dispatched(
    steps.map(({ done }) => done),
    photos,
    context,
  );
  const left = notTaken(said, fields);
  return left === null ? answer : { ...answer, text: `${answer.text}\n${left}` };
}

/** Throws Refusal `time.fault` where the day or hour named does not exist. */
function refuseFault(nos: readonly number[], { said: { deadline } }: Context): void {
  if (deadline?.fault === undefined) return;
  const again = `没有作任何改动。请把时限改好，连同“确认${nos.join('、')}”再发一次。`;
  throw new Refusal('time.fault', `${deadline.fault}，${again}`);
}

/** Another place is another site; co-units join those it was logged with. */
function amended(issue: Issue, { location, addCoUnits = [] }: AnswerFields, { directory }: Context): Issue {
  const coUnits = [...new Set([...issue.coUnits, ...addCoUnits])];
  if (location === undefined) return { ...issue, coUnits };
  return { ...issue, coUnits, location: withoutContacts(location), site: siteIn(location, directory)?.name ?? null };
}

/** `市城管局，协办市住建局，地点改为人民路12号门口`. */
const noteOf = (before: Issue, { units, coUnits, location }: Issue): string =>
  [
    units.join('、'),
    ...(coUnits.length === 0 ? [] : [`协办${coUnits.join('、')}`]),
    ...(location === before.location ? [] : [`地点改为${location}`]),
  ].join('，');

/** A person named beside a unit is nobody's owner yet: the unit says so when it claims. */
const notTaken = ({ persons = [] }: AnswerFields, { units }: AnswerFields): string | null =>
  persons.length === 0 ? null : `${persons.join('、')}没有记为责任人，请${units?.join('、') ?? '责任单位'}认领时说明。`;

/** Named now, else those it was logged with, else the suggestion that the notice showed; further ones beside them. */
function unitsFor(
  issue: Issue,
  { units, addUnits = [] }: AnswerFields,
  { directory, settings, rulings }: Context & { readonly rulings: readonly Ruling[] },
): readonly string[] {
  const known = units ?? (issue.units.length > 0 ? issue.units : suggested());
  return [...new Set([...known, ...addUnits])];

  function suggested(): readonly string[] {
    const site = issue.site === null ? null : (directory.site(issue.site) ?? null);
    return suggestUnits(issue.category, site, directory, settings, { location: issue.location, rulings })
      .slice(0, 1)
      .map(({ unit }) => unit);
  }
}
