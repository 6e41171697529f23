/** 提醒送达: one-to-one; who cannot be reached so is told in his group, all of a group in one message within its budget. */
import type { Reminder } from '../domain/reminders.ts';
import { stampText } from '../domain/shanghai.ts';
import type { JobContext } from './job.ts';

/** Gives those that were posted; the others found no channel or no room in their group, and are as if they had not been. */
export async function sendReminders<Told extends Reminder>(
  reminders: readonly Told[],
  context: JobContext,
): Promise<Told[]> {
  const { at, store, directory, postbox } = context;
  const posted: Told[] = [];
  const unreached = new Map<string, Told[]>();
  for (const reminder of reminders) {
    const to = directory.person(reminder.person);
    if (!to) continue;
    if (await postbox.notice(store, { to, text: reminder.text, at })) {
      posted.push(reminder);
      continue;
    }
    const group = directory.groupsOf(to)[0];
    if (group) unreached.set(group.id, [...(unreached.get(group.id) ?? []), reminder]);
  }
  for (const [groupId, own] of unreached) {
    const lines = own.map(
      ({ person, issueNos }) => `@${person} ${issueNos.map((no) => `#${no}`).join('、') || '资料或留言'}`,
    );
    const text = [`【创城提醒】请以下同志关注（截至${stampText(at)}）`, ...lines, '回复“我的待办”看明细。'].join('\n');
    const leave = directory.group(groupId)?.receivesBulletin === true ? 1 : 0;
    const notify = own.map(({ person }) => person);
    if ((await postbox.push(store, { groupId, text, notify, at, leave })) === 'posted') posted.push(...own);
  }
  return posted;
}
