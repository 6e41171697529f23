/** 通报 as published (domain §5 Freeze). */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { BulletinColumns } from './schema-publishing.ts';
import type { Bulletin, BulletinStore } from './store.ts';

/** What only a numbered paper has (publications.ts). */
const UNNUMBERED = {
  state: null,
  model: null,
  drafted_by: null,
  drafted_at: null,
  draft_no: null,
  year: null,
  no: null,
  signed_by: null,
  signed_at: null,
  discarded_at: null,
  corrects: null,
};

export function createBulletins(connection: Connection): BulletinStore {
  return {
    async add({ kind, groupId, asOf, text, issueNos, figures }) {
      const id = randomUUID();
      const numbers = { issue_nos: JSON.stringify(issueNos), figures: JSON.stringify(figures) };
      const row = { id, kind, group_id: groupId, as_of: toText(asOf), text, ...numbers };
      await connection.write
        .insertInto('bulletins')
        .values({ ...row, ...UNNUMBERED })
        .execute();
      return id;
    },

    async latest(kind, groupId) {
      const row = await connection.read
        .selectFrom('bulletins')
        .selectAll()
        .where('kind', '=', kind)
        .where('state', 'is', null)
        .where('group_id', groupId === null ? 'is' : '=', groupId)
        .orderBy('as_of', 'desc')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toBulletin(row);
    },
  };
}

const toBulletin = (row: Selectable<BulletinColumns>): Bulletin => ({
  id: row.id,
  // Only add writes the column.
  kind: row.kind as Bulletin['kind'],
  groupId: row.group_id,
  asOf: toDate(row.as_of),
  text: row.text,
  issueNos: JSON.parse(row.issue_nos) as number[],
  figures: JSON.parse(row.figures) as Bulletin['figures'],
});
