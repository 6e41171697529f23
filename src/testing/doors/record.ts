/** What stands in the database after a conversation, without what differs by vendor: ids of messages and of rows. */
import type { Storage } from '../../../storage/store.ts';

/** Issues with their records and photos; times stay, for the clock stands still. */
export async function recordOf({ store }: Storage): Promise<unknown[]> {
  const issues = await store.issues.list({});
  const whole = [];
  for (const issue of issues) {
    const records = await store.records.ofIssue(issue.no);
    const photos = await store.pictures.ofIssue(issue.no);
    whole.push({
      issue,
      records: records.map(({ messageId, ...record }) => ({ ...record, hasMessage: messageId !== null })),
      photos: photos.map(({ pictureId: _id, ...photo }) => photo),
    });
  }
  return whole;
}
