/** 随留言转办: the problem of a message goes to the unit that the message is handed to (domain §4, §11). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { momentText } from '../../src/domain/shanghai.ts';
import { dispatchDrafted } from '../draft/drafted.ts';

export interface HandingOn {
  readonly units: readonly string[];
  /** ISO, as stated. */
  readonly deadline?: string | null;
}

/** Null: it has no problem, or one that is settled. Throws Refusal as 确认 and 转办 do; then nothing is written. */
export async function handOnProblem(
  { issueNo }: CitizenMessage,
  { units, deadline = null }: HandingOn,
  context: RunContext<object>,
): Promise<Answer | null> {
  const issue = issueNo === null ? undefined : await context.store.issues.find(issueNo);
  if (issue === undefined) return null;
  if (issue.state === 'draft') {
    const fields = { units, ...(deadline === null ? {} : { deadline }) };
    return dispatchDrafted([issue.no], { fields, pictureIds: [] }, context);
  }
  if (issue.state !== 'dispatched' && issue.state !== 'claimed') return null;
  if (units.every((unit) => issue.units.includes(unit))) return { text: alreadyThere(issue, deadline, context.at) };
  const args = { issueNos: [issue.no], units, coUnits: [], persons: [], deadline };
  return context.runOther('issue.reassign', args, { confirmed: true, pictureIds: [] });
}

function alreadyThere({ no, units, deadline: inForce }: Issue, stated: string | null, at: Date): string {
  const limit = inForce === null ? '' : `，时限${momentText(inForce, at)}`;
  const asked = stated === null ? '' : `，没有改动；要改时限请责任单位回复“${no}申请延期到…，原因：…”，创城办同意后改`;
  return `问题#${no}已由${units.join('、')}办理${limit}${asked}。`;
}
