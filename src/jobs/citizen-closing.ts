/** 留言办结: when the problem of a citizen's message has been closed, the message is, and the citizen is asked for his word (domain §11). */
import { singleKey } from '../conversation-key.ts';
import { verdictQuestion } from '../domain/citizen-asking.ts';
import { closeWithProblem } from '../domain/citizen.ts';
import type { CitizenMessage } from '../domain/citizen.ts';
import { isQuiet } from '../domain/manners.ts';
import { BOT_NAME } from './bot-name.ts';
import type { Job, JobContext } from './job.ts';

const EVERY_MINUTES = 10;

export const citizenClosingJob: Job = {
  name: 'citizen-closing',
  schedule: () => ({ everyMinutes: EVERY_MINUTES }),

  async run(context) {
    const { at, store, settings } = context;
    if (isQuiet(at, settings, true)) return;
    const open = (await store.citizens.list({ state: 'open' })).filter(({ issueNo }) => issueNo !== null);
    if (open.length === 0) return;
    const issues = await store.issues.list({ nos: open.flatMap(({ issueNo }) => issueNo ?? []) });
    const byNo = new Map(issues.map((issue) => [issue.no, issue]));
    for (const message of open) {
      const issue = byNo.get(message.issueNo ?? 0);
      if (issue?.mergedInto != null) await follow(message, issue.mergedInto, context);
      const when = issue?.state === 'closed' ? issue.closedAt : null;
      // After a 不满意 the same closing does not close it again: the unit has to answer once more.
      if (!when || (message.round === 2 && !(await closedSince(message, when, context)))) continue;
      await close(message, context);
    }
  },
};

/** Its problem was merged into another: the message goes with it, and is closed with that one. */
async function follow(message: CitizenMessage, issueNo: number, { at, store }: JobContext): Promise<void> {
  const record = {
    at,
    step: 'link' as const,
    by: BOT_NAME,
    messageId: null,
    note: `#${message.issueNo ?? ''}并入#${issueNo}`,
  };
  await store.citizens.save({ ...message, issueNo }, record);
}

/** Whether the problem was closed after the citizen had said no. */
async function closedSince(message: CitizenMessage, when: Date, { store }: JobContext): Promise<boolean> {
  const said = (await store.citizens.recordsOf(message.no)).findLast(({ step }) => step === 'again');
  return said === undefined || when > said.at;
}

async function close(message: CitizenMessage, { at, store, postbox }: JobContext): Promise<void> {
  const closed = closeWithProblem(message, at);
  await store.citizens.save(closed, {
    at,
    step: 'close',
    by: BOT_NAME,
    messageId: null,
    note: `#${message.issueNo ?? ''}已销号`,
  });
  const contact = await store.citizens.contactOf(message.no);
  if (!contact?.platform || !contact.personId) return;
  const { platform, personId } = contact;
  const conversation = singleKey(platform, personId);
  const { letter, draft } = verdictQuestion(closed, { platform, personId, conversation }, at);
  await store.drafts.add(draft);
  await postbox.letter(store, { ...letter, at });
}
