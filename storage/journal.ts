/** 现场工作记录: duty checks, outreach, satisfaction, examination scores, work information. Append-only; the entry is JSON of plain values. */
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { Journal } from './store-beside.ts';

type JournalKind =
  | 'duty'
  | 'outreach'
  | 'satisfaction'
  | 'exam'
  | 'workInfo'
  | 'scoreNote'
  | 'visit'
  | 'inspectionSwitch';

export function createJournal<Entry extends { readonly at: Date; readonly by: string }>(
  connection: Connection,
  kind: JournalKind,
): Journal<Entry> {
  return {
    async add(entry, { at, by, messageId }) {
      const row = { kind, at: toText(at), person: by, message_id: messageId, entry: JSON.stringify(entry) };
      await connection.write.insertInto('journal').values(row).execute();
    },

    async between(from, to) {
      const rows = await connection.read
        .selectFrom('journal')
        .selectAll()
        .where('kind', '=', kind)
        .where('at', '>=', toText(from))
        .where('at', '<', toText(to))
        .orderBy('seq')
        .execute();
      // `add` alone writes the column, and the entry without its mark has no other than JSON values.
      return rows.map((row) => ({ ...(JSON.parse(row.entry) as Entry), at: toDate(row.at), by: row.person }));
    },
  };
}
