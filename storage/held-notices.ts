/** 待送的私信: what somebody's act brings to another at night, kept until the morning (domain §13.2). */
import { randomUUID } from 'node:crypto';
import type { Attachment } from '../src/chat.ts';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { HeldNoticeStore } from './store-pressure.ts';

export function createHeldNotices(connection: Connection): HeldNoticeStore {
  return {
    async add({ person, text, paperId, attachments, issueNos, heldAt, dueAt }) {
      const lists = { attachments: JSON.stringify(attachments), issue_nos: JSON.stringify(issueNos) };
      const moments = { held_at: toText(heldAt), due_at: toText(dueAt), settled_at: null };
      const row = { id: randomUUID(), person, text, paper_id: paperId, ...lists, ...moments };
      await connection.write.insertInto('held_notices').values(row).execute();
    },

    async due(at) {
      const rows = await connection.read
        .selectFrom('held_notices')
        .selectAll()
        .where('settled_at', 'is', null)
        .where('due_at', '<=', toText(at))
        .orderBy('seq')
        .execute();
      // `add` alone writes the columns.
      return rows.map((row) => ({
        id: row.id,
        person: row.person,
        text: row.text,
        paperId: row.paper_id,
        attachments: JSON.parse(row.attachments) as Attachment[],
        issueNos: JSON.parse(row.issue_nos) as number[],
        heldAt: toDate(row.held_at),
        dueAt: toDate(row.due_at),
      }));
    },

    async settle(id, at) {
      await connection.write
        .updateTable('held_notices')
        .set({ settled_at: toText(at) })
        .where('id', '=', id)
        .execute();
    },
  };
}
