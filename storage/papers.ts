/** 文书 of the ladder. A draft is settled once; after that only what headquarters says of it is added, once. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Paper } from '../src/domain/paper.ts';
import { toDate, toDateOrNull, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import type { PaperColumns } from './schema-pressure.ts';
import type { PaperStore } from './store-pressure.ts';

export function createPapers(connection: Connection): PaperStore {
  return {
    async add(paper) {
      const id = randomUUID();
      await connection.write
        .insertInto('papers')
        .values({ id, ...toValues(paper) })
        .execute();
      return id;
    },

    async list(filter) {
      if (filter.issueNos?.length === 0) return [];
      let query = connection.read.selectFrom('papers').selectAll().orderBy('seq');
      if (filter.state !== undefined) query = query.where('state', '=', filter.state);
      if (filter.issueNos) query = query.where('issue_no', 'in', filter.issueNos);
      if (filter.unit !== undefined) query = query.where('unit', '=', filter.unit);
      if (filter.word !== undefined) query = query.where('word', '=', filter.word);
      if (filter.no !== undefined) query = query.where('no', '=', filter.no);
      if (filter.year !== undefined) query = query.where('year', '=', filter.year);
      if (filter.signedFrom) query = query.where('signed_at', '>=', toText(filter.signedFrom));
      if (filter.signedTo) query = query.where('signed_at', '<', toText(filter.signedTo));
      return (await query.execute()).map(toPaper);
    },

    async settle(paper) {
      const settled = await connection.write
        .updateTable('papers')
        .set(toValues(paper))
        .where('id', '=', paper.id)
        .where('state', '=', 'draft')
        .returning('id')
        .execute();
      if (settled.length === 0) throw new Error(`paper ${paper.id} is settled already`);
    },

    async decide({ id, note }) {
      const decided = await connection.write
        .updateTable('papers')
        .set({ note })
        .where('id', '=', id)
        .where('state', '=', 'signed')
        .where('note', 'is', null)
        .returning('id')
        .execute();
      if (decided.length === 0) throw new Error(`paper ${id} is not waiting for an opinion`);
    },

    async serve(id, person, { outboxId, at }) {
      await connection.write
        .insertInto('paper_services')
        .values({ paper_id: id, person, outbox_id: outboxId, sent_at: toText(at), read_at: null })
        .onConflict((conflict) => conflict.columns(['paper_id', 'person']).doNothing())
        .execute();
    },

    async services(id) {
      const rows = await connection.read
        .selectFrom('paper_services as service')
        .leftJoin('outbox', 'outbox.id', 'service.outbox_id')
        .select(['service.person', 'service.sent_at', 'service.read_at'])
        .select(['outbox.state', 'outbox.settled_at', 'outbox.failure'])
        .where('service.paper_id', '=', id)
        .orderBy('service.seq')
        .execute();
      return rows.map((row) => ({
        person: row.person,
        sentAt: toDate(row.sent_at),
        deliveredAt: row.state === 'sent' ? toDateOrNull(row.settled_at) : null,
        failure: row.state === 'sent' ? null : row.failure,
        readAt: toDateOrNull(row.read_at),
      }));
    },

    async read(id, person, at) {
      await connection.write
        .updateTable('paper_services')
        .set({ read_at: toText(at) })
        .where('paper_id', '=', id)
        .where('person', '=', person)
        .where('read_at', 'is', null)
        .execute();
    },
  };
}

const toValues = (paper: Omit<Paper, 'id'>): Omit<Selectable<PaperColumns>, 'seq' | 'id'> => ({
  step: paper.step,
  kind: paper.kind,
  title: paper.title,
  word: paper.word,
  year: paper.year,
  no: paper.no,
  state: paper.state,
  issue_no: paper.issueNo,
  round: paper.round,
  unit: paper.unit,
  recipient: paper.to,
  points: paper.points,
  model: JSON.stringify(paper.model),
  drafted_by: paper.draftedBy,
  drafted_at: toText(paper.draftedAt),
  signed_by: paper.signedBy,
  signed_at: toTextOrNull(paper.signedAt),
  discarded_by: paper.discardedBy,
  discarded_at: toTextOrNull(paper.discardedAt),
  note: paper.note,
});

/** Only toValues writes the columns. */
const toPaper = (row: Selectable<PaperColumns>): Paper => ({
  id: row.id,
  step: row.step,
  kind: row.kind as Paper['kind'],
  title: row.title,
  word: row.word,
  year: row.year,
  no: row.no,
  state: row.state as Paper['state'],
  issueNo: row.issue_no,
  round: row.round,
  unit: row.unit,
  to: row.recipient as Paper['to'],
  points: row.points,
  model: JSON.parse(row.model) as Paper['model'],
  draftedBy: row.drafted_by,
  draftedAt: toDate(row.drafted_at),
  signedBy: row.signed_by,
  signedAt: toDateOrNull(row.signed_at),
  discardedBy: row.discarded_by,
  discardedAt: toDateOrNull(row.discarded_at),
  note: row.note,
});
