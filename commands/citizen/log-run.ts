/** 受理留言: numbered, turned into a problem where place and defect are given, linked where others said the same (domain §11). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { firstOnSame, receiveMessage } from '../../src/domain/citizen.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { citizenCard } from '../../src/domain/citizen-texts.ts';
import { maskContacts, phoneIn } from '../../src/domain/contacts.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { siteIn } from '../../src/domain/site-in.ts';
import { written } from '../../src/reading/fold.ts';
import type { IssueEntry } from '../../src/reading/said.ts';
import { attachPictures } from '../attach.ts';
import { dispatched } from '../issue/dispatched-answer.ts';
import { senderIdOf } from './correspondence.ts';
import { askWhere, completed, withPlaces } from './place-said.ts';
import type { PlacedEntry } from './place-said.ts';
import { confirmHint, problemOf, tellerOf, waitingLine } from './problem.ts';

export interface CitizenLogArgs {
  readonly source: 'citizen' | '12345';
  readonly issues: readonly PlacedEntry[];
  readonly photos: number;
  /** Messages taken down already that wait for their place, one for each entry. */
  readonly messageNos?: readonly number[];
}

type Context = RunContext<CitizenLogArgs>;

interface Received {
  readonly message: CitizenMessage;
  /** Null: no place or no defect yet, or it is linked to another message's. */
  readonly issue: Issue | null;
}

export async function logMessages(context: Context): Promise<Answer> {
  const { args } = context;
  const received: Received[] = [];
  const entries = args.messageNos === undefined ? await withPlaces(args.issues, context) : args.issues.map(completed);
  for (const [index, entry] of entries.entries()) {
    const no = args.messageNos?.[index];
    received.push(no === undefined ? await receive(entry, context) : await complete(no, entry, context));
  }
  const placeless = received.some(({ message }) => message.location === null);
  if (!placeless || args.messageNos !== undefined) return answerFor(received, context);
  const answer = answerFor(received, context);
  const nos = received.map(({ message }) => message.no);
  const question = `留言${nos.join('、')}${askWhere(entries)}`;
  await hold(context, {
    kind: 'fill',
    command: 'citizen.log',
    args: { ...args, issues: entries.map(masked), messageNos: nos },
    missing: ['location'],
    text: question,
  });
  return { ...answer, text: `${answer.text}\n${question}` };
}

/** What is kept while a place is asked for holds no telephone number either. */
const masked = (entry: PlacedEntry): PlacedEntry => ({ ...entry, description: maskContacts(entry.description) });

async function receive(entry: IssueEntry, context: Context): Promise<Received> {
  const { args, by, at, store, settings, said, conversation, messageId } = context;
  const matter = matterOf(entry, context);
  const earlier = await store.citizens.list({ state: 'open' });
  const first = firstOnSame(earlier, matter, { at, withinDays: settings.citizen.linkDays }) ?? null;
  const issue = first === null ? await problemFor(entry, context) : null;
  const whole = args.issues.length === 1 ? said.text : `${entry.location ?? ''} ${entry.description}`;
  const isCitizen = by.roles.includes('citizen');
  const message = receiveMessage({
    ...matter,
    channel: args.source,
    text: maskContacts(written(whole)),
    units: entry.units,
    issueNo: issue?.no ?? null,
    first,
    at,
    registeredBy: isCitizen ? null : by.name,
  });
  const contact = {
    platform: isCitizen ? conversation.platform : null,
    personId: isCitizen ? senderIdOf(context) : null,
    phone: phoneIn(said.heard.text),
  };
  const record = { at, step: 'receive' as const, by: tellerOf(context), messageId, note: null };
  const kept = await store.citizens.create(message, contact, record);
  if (first !== null) await attachToFirst(kept, context);
  return { message: kept, issue };
}

/** The place came later: the same message, now with its problem. */
async function complete(no: number, entry: IssueEntry, context: Context): Promise<Received> {
  const { store, at, messageId } = context;
  const before = await store.citizens.find(no);
  if (before === undefined) throw new Error(`citizen message ${no} is gone`);
  if (before.issueNo !== null || entry.location === null) return { message: before, issue: null };
  const issue = await problemFor(entry, context);
  const message = { ...before, ...matterOf(entry, context), issueNo: issue?.no ?? null };
  const note = `补充地点：${maskContacts(entry.location)}`;
  await store.citizens.save(message, { at, step: 'receive', by: tellerOf(context), messageId, note });
  return { message, issue };
}

const matterOf = ({ location, site, category }: IssueEntry, { directory }: Context) => ({
  location: location === null ? null : maskContacts(location),
  site: site ?? (location === null ? null : (siteIn(location, directory)?.name ?? null)),
  category,
});

async function problemFor(entry: IssueEntry, context: Context): Promise<Issue | null> {
  const { location, category, description, units, coUnits, urgent, deadline } = entry;
  if (location === null || category === null) return null;
  const told = { location, category, description, units, coUnits, hurried: urgent, source: context.args.source };
  const until = deadline === null ? null : new Date(deadline);
  return problemOf({ ...told, deadline: until }, context, tellerOf(context));
}

async function attachToFirst({ issueNo }: CitizenMessage, context: Context): Promise<void> {
  const issue = issueNo === null ? undefined : await context.store.issues.find(issueNo);
  if (issue !== undefined) await attachPictures(context, issue, 'before');
}

function answerFor(received: readonly Received[], context: Context): Answer {
  const { by, directory, settings } = context;
  const isCitizen = by.roles.includes('citizen');
  const lines = received.map(({ message }) => {
    const same = message.firstNo === null ? '' : `，与留言${message.firstNo}为同一事项，合并办理`;
    const problem = message.issueNo === null || isCitizen ? '' : `，问题#${message.issueNo}`;
    return `留言${message.no}已登记${problem}${same}。`;
  });
  const first = received[0]?.message;
  const promise = isCitizen
    ? [
        `感谢反映，我们会在${settings.citizen.answerHours}小时内答复您。想了解进展请回复“留言${first?.no ?? ''}办得怎么样了”。`,
      ]
    : [];
  const issues = received.flatMap(({ issue }) => (issue === null ? [] : [issue]));
  const drafts = issues.filter(({ state }) => state === 'draft');
  const out = issues.filter(({ state }) => state === 'dispatched');
  const waiting = drafts.map((issue) => waitingLine(issue, context));
  const own = isCitizen || drafts.length === 0 ? [] : ['待确认交办：', ...waiting, confirmHint(drafts)];
  const card = out.length === 0 ? null : dispatched(out, context.pictureIds.length, context);
  const notice = [
    ...received.map(({ message }) => citizenCard(message, settings)),
    ...(drafts.length === 0 ? [] : ['【待确认】', ...waiting, confirmHint(drafts)]),
  ].join('\n');
  const office = directory.officePeople().filter(({ name }) => name !== by.name);
  return {
    ...card,
    text: [...lines, ...promise, ...own, ...(card === null ? [] : [card.text])].join('\n'),
    notices: [...(card?.notices ?? []), ...office.map(({ name }) => ({ to: name, text: notice }))],
  };
}
