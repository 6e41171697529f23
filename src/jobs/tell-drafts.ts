/** 待签发: the office's lead hears of new drafts one-to-one, all in one message, a few times a day at most (domain §7, §13.3). */
import { isQuiet } from '../domain/manners.ts';
import { paperNumber, spokenNumber } from '../domain/paper.ts';
import type { Paper } from '../domain/paper.ts';
import { isOfficeLead } from '../domain/rights.ts';
import { HOUR_MS } from '../domain/shanghai.ts';
import { shortened } from '../domain/wording.ts';
import type { JobContext } from './job.ts';

/** New drafts wait so long for others, so that one message holds them all. */
const APART_MS = 4 * HOUR_MS;
const JOB = 'drafts-told';

export async function tellDrafts({ at, store, directory, settings, postbox }: JobContext): Promise<void> {
  if (isQuiet(at, settings)) return;
  const last = await store.jobRuns.lastMoment(JOB, at);
  if (last !== undefined && at.getTime() - last.getTime() < APART_MS) return;
  const drafts = await store.papers.list({ state: 'draft' });
  // What a person had drafted he has told himself.
  const news = drafts.filter(
    ({ draftedBy, draftedAt }) => draftedBy === null && (last === undefined || draftedAt > last),
  );
  if (news.length === 0) return;
  if (!(await store.jobRuns.begin(JOB, at, at))) return;
  const issues = await store.issues.list({ nos: drafts.map(({ issueNo }) => issueNo) });
  const places = new Map(issues.map(({ no, location, description }) => [no, `${location} ${description}`]));
  const most = settings.bulletin.mostListed;
  const text = [
    `【待签发】文书草稿${drafts.length}份：`,
    ...drafts.slice(0, most).map((paper) => draftLine(paper, places.get(paper.issueNo) ?? '')),
    ...(drafts.length > most ? [`另有${drafts.length - most}份，回复“待签发的文书”看全部。`] : []),
    ...hint(drafts),
  ].join('\n');
  for (const to of directory.officePeople().filter(isOfficeLead)) await postbox.notice(store, { to, text, at });
}

const draftLine = (paper: Paper, place: string): string =>
  `${paperNumber(paper)} ${paper.title} ${paper.unit} #${paper.issueNo} ${shortened(place, 24)}`;

function hint(drafts: readonly Paper[]): readonly string[] {
  const [first] = drafts;
  if (first === undefined) return [];
  const name = spokenNumber(first);
  return [`看全文请回复“查看${name}”；同意请回复“签发${name}”，不发请回复“作废${name}”。未签发的不会送出。`];
}
