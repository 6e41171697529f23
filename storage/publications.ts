/** 周报、督查专报、督查情况通报: rows of the bulletins that have a state. Once signed a row is never written again. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Publication } from '../src/domain/publication.ts';
import { toDate, toDateOrNull, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import type { BulletinColumns } from './schema-publishing.ts';
import type { PublicationStore } from './store-publishing.ts';

export function createPublications(connection: Connection): PublicationStore {
  return {
    async add(publication) {
      const id = randomUUID();
      await connection.write
        .insertInto('bulletins')
        .values({ id, ...toValues(publication) })
        .execute();
      return id;
    },

    async list({ id, kind, state, draftNo, no, year }) {
      let query = connection.read.selectFrom('bulletins').selectAll().where('state', 'is not', null);
      if (id !== undefined) query = query.where('id', '=', id);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (state !== undefined) query = query.where('state', '=', state);
      if (draftNo !== undefined) query = query.where('draft_no', '=', draftNo);
      if (no !== undefined) query = query.where('no', '=', no);
      if (year !== undefined) query = query.where('year', '=', year);
      return (await query.orderBy('seq', 'desc').execute()).map(toPublication);
    },

    async save(publication) {
      const saved = await connection.write
        .updateTable('bulletins')
        .set(toValues(publication))
        .where('id', '=', publication.id)
        .where('state', '=', 'draft')
        .returning('id')
        .execute();
      if (saved.length === 0) throw new Error(`publication ${publication.id} is no draft`);
    },
  };
}

const toValues = (publication: Omit<Publication, 'id'>): Omit<Selectable<BulletinColumns>, 'seq' | 'id'> => ({
  kind: publication.kind,
  group_id: null,
  state: publication.state,
  draft_no: publication.draftNo,
  no: publication.no,
  year: publication.no === null ? null : (publication.year ?? 0),
  as_of: toText(publication.asOf),
  text: publication.text,
  issue_nos: JSON.stringify(publication.issueNos),
  figures: JSON.stringify(publication.figures),
  model: JSON.stringify(publication.model),
  drafted_by: publication.draftedBy,
  drafted_at: toText(publication.draftedAt),
  signed_by: publication.signedBy,
  signed_at: toTextOrNull(publication.signedAt),
  discarded_at: toTextOrNull(publication.discardedAt),
  corrects: publication.corrects,
});

/** Only toValues writes the columns, all of them. */
const toPublication = (row: Selectable<BulletinColumns>): Publication => ({
  id: row.id,
  kind: row.kind as Publication['kind'],
  state: row.state as Publication['state'],
  draftNo: row.draft_no ?? 0,
  no: row.no,
  year: row.year === 0 ? null : row.year,
  asOf: toDate(row.as_of),
  text: row.text,
  issueNos: JSON.parse(row.issue_nos) as number[],
  figures: JSON.parse(row.figures) as Publication['figures'],
  model: JSON.parse(row.model ?? '{}') as Publication['model'],
  draftedBy: row.drafted_by ?? '',
  draftedAt: toDate(row.drafted_at ?? row.as_of),
  signedBy: row.signed_by,
  signedAt: toDateOrNull(row.signed_at),
  discardedAt: toDateOrNull(row.discarded_at),
  corrects: row.corrects,
});
