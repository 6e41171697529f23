/**
 * 督办阶梯 (domain §7): lights and drafts. Every ten minutes what comes due by the hour, once a day everything that is open. Nothing is
 * issued here: a paper leaves only when the office's lead signs it.
 */
import { HOUR_MS } from '../domain/shanghai.ts';
import { draftDue } from './draft-papers.ts';
import { atLadderLook } from './hours.ts';
import type { Job, JobContext } from './job.ts';
import { showLights } from './lights.ts';
import { dropMootDrafts } from './moot-drafts.ts';
import { tellDrafts } from './tell-drafts.ts';

const EVERY_MINUTES = 10;
/** Yellow of a same-day limit comes some hours before its end; longer ones have their daily look. */
const AHEAD_HOURS = 8;

export const escalationJob: Job = {
  name: 'escalation',
  schedule: () => ({ everyMinutes: EVERY_MINUTES }),
  run: (context) => climb(context, new Date(context.moment.getTime() + AHEAD_HOURS * HOUR_MS)),
};

export const escalationDailyJob: Job = {
  name: 'escalation-daily',
  schedule: atLadderLook,
  run: (context) => climb(context, null),
};

/** `deadlineTo`: only problems due before it; null: all that are open. */
async function climb(context: JobContext, deadlineTo: Date | null): Promise<void> {
  const { store } = context;
  const narrowed = deadlineTo === null ? {} : { deadlineTo };
  const issues = await store.issues.list({ states: ['dispatched', 'claimed'], ...narrowed });
  const pending = await store.requests.pending({ kind: 'extension' });
  const held = new Set(pending.map(({ issueNo, round }) => `${issueNo}:${round}`));
  const running = issues.filter(({ no, round }) => !held.has(`${no}:${round}`));
  if (deadlineTo === null) await dropMootDrafts(context);
  await showLights(running, context, { all: deadlineTo === null });
  await draftDue(running, context);
  await tellDrafts(context);
}
