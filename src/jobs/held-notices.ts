/** 晨间送达: what was kept at night goes out when the quiet is over (domain §13.2). */
import { isOpen } from '../domain/issue.ts';
import type { HeldNotice } from '../../storage/store-pressure.ts';
import type { Job, JobContext } from './job.ts';

const EVERY_MINUTES = 10;

export const heldNoticesJob: Job = {
  name: 'held-notices',
  // What was promised is delivered, even if the campaign has ended meanwhile.
  afterEnd: true,
  schedule: () => ({ everyMinutes: EVERY_MINUTES }),
  hasWork: async (store, moment) => (await store.heldNotices.due(moment)).length > 0,

  async run(context) {
    const { moment, at, store } = context;
    for (const notice of await store.heldNotices.due(moment)) {
      if (await isStillMeant(notice, context)) await post(notice, context);
      await store.heldNotices.settle(notice.id, at);
    }
  },
};

/** Nobody is pressed for what has been put right overnight. */
async function isStillMeant({ issueNos }: HeldNotice, { store }: JobContext): Promise<boolean> {
  return issueNos.length === 0 || (await store.issues.list({ nos: issueNos })).some(isOpen);
}

async function post(notice: HeldNotice, { at, store, directory, postbox }: JobContext): Promise<void> {
  const to = directory.person(notice.person);
  if (!to) return;
  const { text, paperId, attachments } = notice;
  await postbox.notice(store, { to, text, at, attachments, ...(paperId === null ? {} : { paperId }) });
}
