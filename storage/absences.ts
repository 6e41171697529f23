/** 代班: who stands in for whom on which days (domain §4, hand-over and absence). */
import { randomUUID } from 'node:crypto';
import { toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { AbsenceStore } from './store.ts';

export function createAbsences(connection: Connection): AbsenceStore {
  return {
    async add({ person, deputy, from, to, announcedBy, announcedAt, messageId }) {
      const days = { from_day: from, to_day: to, announced_by: announcedBy, announced_at: toText(announcedAt) };
      const row = { id: randomUUID(), person, deputy, ...days, message_id: messageId, ended_at: null };
      await connection.write.insertInto('absences').values(row).execute();
    },

    async on(day) {
      const rows = await connection.read
        .selectFrom('absences')
        .select(['person', 'deputy', 'from_day', 'to_day'])
        .where('to_day', '>=', day)
        .where('from_day', '<=', day)
        .where('ended_at', 'is', null)
        .orderBy('seq')
        .execute();
      return rows.map(({ person, deputy, from_day, to_day }) => ({ person, deputy, from: from_day, to: to_day }));
    },

    async end(person, { day, at, begunOnly }) {
      let update = connection.write
        .updateTable('absences')
        .set({ ended_at: toText(at) })
        .where('person', '=', person)
        .where('to_day', '>=', day)
        .where('ended_at', 'is', null);
      if (begunOnly) update = update.where('from_day', '<=', day);
      const ended = await update.returning(['person', 'deputy', 'from_day', 'to_day']).execute();
      return ended.map(({ deputy, from_day, to_day }) => ({ person, deputy, from: from_day, to: to_day }));
    },
  };
}
