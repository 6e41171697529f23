/** 申请: appeals, extensions and 挂账 on problems, pending or decided (domain §4). */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Appeal, Extension, IssueRequest, Suspension } from '../src/domain/request.ts';
import { toDate, toDateOrNull, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import type { RequestColumns } from './schema-requests.ts';
import type { Kept, RequestStore } from './store.ts';

/** What only one kind of request has, as it stands in the JSON column. */
interface Particulars {
  readonly ground?: Appeal['ground'];
  readonly suggestedUnits?: readonly string[];
  readonly until?: string;
  readonly confirmedBy?: string | null;
  readonly plan?: string | null;
  readonly reviewOn?: string | null;
}

export function createRequests(connection: Connection): RequestStore {
  const select = () => connection.read.selectFrom('requests').selectAll().orderBy('seq');
  return {
    async add(request) {
      const id = randomUUID();
      const { issueNo, round, kind, unit, requestedBy, requestedAt, reason } = request;
      const base = { id, issue_no: issueNo, round, kind, unit, requested_by: requestedBy, reason };
      const row = { ...base, requested_at: toText(requestedAt), ...toValues(request) };
      await connection.write.insertInto('requests').values(row).execute();
      return id;
    },

    async ofIssue(no) {
      return (await select().where('issue_no', '=', no).execute()).map(toRequest);
    },

    async pending(filter = {}) {
      if (filter.issueNos?.length === 0) return [];
      let query = select().where('state', '=', 'pending');
      if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
      if (filter.issueNos) query = query.where('issue_no', 'in', filter.issueNos);
      return (await query.execute()).map(toRequest);
    },

    async decided(from, to, { kind, state }) {
      const query = select().where('kind', '=', kind).where('state', '=', state);
      const rows = await query.where('decided_at', '>=', toText(from)).where('decided_at', '<', toText(to)).execute();
      return rows.map(toRequest);
    },

    async save(id, request) {
      const saved = await connection.write
        .updateTable('requests')
        .set(toValues(request))
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .returning('id')
        .execute();
      if (saved.length === 0) throw new Error(`request ${id} on issue ${request.issueNo} is decided already`);
    },
  };
}

type Changing = Pick<RequestColumns, 'state' | 'particulars' | 'decided_by' | 'decided_at' | 'decision_note'>;

/** The columns that a confirmation or a decision may change. */
const toValues = (request: IssueRequest): Changing => ({
  state: request.state,
  particulars: JSON.stringify(particularsOf(request)),
  decided_by: request.decidedBy,
  decided_at: toTextOrNull(request.decidedAt),
  decision_note: request.decisionNote,
});

function particularsOf(request: IssueRequest): Particulars {
  if (request.kind === 'appeal') return { ground: request.ground, suggestedUnits: request.suggestedUnits };
  if (request.kind === 'extension') return { until: toText(request.until), confirmedBy: request.confirmedBy };
  return { plan: request.plan, reviewOn: request.reviewOn };
}

function toRequest(row: Selectable<RequestColumns>): Kept<IssueRequest> {
  // Only toValues writes the columns.
  const particulars = JSON.parse(row.particulars) as Particulars;
  const base = {
    id: row.id,
    issueNo: row.issue_no,
    round: row.round,
    state: row.state as IssueRequest['state'],
    unit: row.unit,
    requestedBy: row.requested_by,
    requestedAt: toDate(row.requested_at),
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: toDateOrNull(row.decided_at),
    decisionNote: row.decision_note,
  };
  const kind = row.kind as IssueRequest['kind'];
  if (kind === 'appeal') return { ...base, ...appealOf(particulars) };
  return kind === 'extension' ? { ...base, ...extensionOf(particulars) } : { ...base, ...suspensionOf(particulars) };
}

const appealOf = (particulars: Particulars): Pick<Appeal, 'kind' | 'ground' | 'suggestedUnits'> => ({
  kind: 'appeal',
  ground: particulars.ground ?? 'notOurs',
  suggestedUnits: particulars.suggestedUnits ?? [],
});

const extensionOf = (particulars: Particulars): Pick<Extension, 'kind' | 'until' | 'confirmedBy'> => ({
  kind: 'extension',
  until: toDate(particulars.until ?? ''),
  confirmedBy: particulars.confirmedBy ?? null,
});

const suspensionOf = (particulars: Particulars): Pick<Suspension, 'kind' | 'plan' | 'reviewOn'> => ({
  kind: 'suspension',
  plan: particulars.plan ?? null,
  reviewOn: particulars.reviewOn ?? null,
});
