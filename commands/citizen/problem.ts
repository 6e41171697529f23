/** 转为问题: what citizens, residents and examinations tell becomes a problem that the office confirms (domain §11). */
import type { RunContext } from '../../src/bot/command.ts';
import { recordOf } from '../../src/bot/record.ts';
import { CITIZEN } from '../../src/domain/citizen.ts';
import { isOffice } from '../../src/domain/city.ts';
import { withoutContacts } from '../../src/domain/contacts.ts';
import type { Issue, IssueSource } from '../../src/domain/issue.ts';
import { suggestUnits } from '../../src/domain/routing.ts';
import { siteIn } from '../../src/domain/site-in.ts';
import { hearIssue } from '../../src/domain/steps/hear.ts';
import { logIssue } from '../../src/domain/steps/log.ts';
import type { Particulars } from '../../src/domain/steps/log.ts';
import { attachPictures } from '../attach.ts';

type Context = Omit<RunContext<object>, 'args'>;

export interface Told {
  readonly location: string;
  readonly category: string;
  readonly description: string;
  readonly source: IssueSource;
  readonly units?: readonly string[];
  readonly coUnits?: readonly string[];
  readonly hurried?: boolean;
  readonly deadline?: Date | null;
}

/** What the office says with a unit is dispatched at once; everything else waits for it, with the likely unit noted. */
export async function problemOf(told: Told, context: Context, name: string = context.by.name): Promise<Issue> {
  const { by, at, settings, conversation, store } = context;
  const units = told.units ?? [];
  const isDispatching = isOffice(by) && units.length > 0 && told.source !== 'mock';
  const { directory } = context;
  const site = siteIn(told.location, directory);
  const particulars: Particulars = {
    location: withoutContacts(told.location),
    site: site?.name ?? null,
    category: told.category,
    description: withoutContacts(told.description),
    source: told.source,
    origin: null,
    hurried: told.hurried ?? false,
    units,
    coUnits: told.coUnits ?? [],
    deadline: told.deadline ?? null,
  };
  const { groupId } = conversation;
  const fresh = isDispatching
    ? logIssue(particulars, { by, at, settings, team: null, groupId })
    : hearIssue(particulars, { loggedBy: name, at, settings, groupId });
  const record = { ...recordOf(context, 'log'), by: name };
  const issue = await store.issues.create(fresh, record);
  if (issue.state === 'dispatched') {
    await store.records.add(issue, recordOf(context, 'dispatch', issue.units.join('、')));
  }
  await attachPictures(context, issue, 'before');
  return issue;
}

/** Whom the record names: citizens without a name. */
export const tellerOf = ({ by }: Pick<Context, 'by'>): string => (by.roles.includes('citizen') ? CITIZEN : by.name);

/** `#5 翠竹社区 楼道灯不亮|建议市住建局`: a line of the notice that the office confirms. */
export function waitingLine(issue: Issue, { directory, settings }: Pick<Context, 'directory' | 'settings'>): string {
  const site = issue.site === null ? null : (directory.site(issue.site) ?? null);
  const [likely] = suggestUnits(issue.category, site, directory, settings);
  const unit =
    issue.units.join('、') || (likely === undefined ? '责任单位待定' : `建议${likely.unit}（${likely.why}）`);
  return `#${issue.no} ${issue.location} ${issue.description}|${unit}`;
}

/** What the office replies to such a notice. */
export const confirmHint = (issues: readonly Issue[]): string => {
  const nos = issues.map(({ no }) => no).join('、');
  return `回复“确认${nos}”交办；换单位请回复“确认${issues[0]?.no ?? ''}，责任单位…”；不属实请回复“撤销${issues[0]?.no ?? ''}，原因：…”。`;
};
