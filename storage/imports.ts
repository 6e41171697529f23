/** 导入: files that were taken over, and what has become of each of their rows. */
import type { Selectable } from 'kysely';
import type { ImportRow, ListedProblem, ListImport, RowState } from '../src/domain/import-row.ts';
import { toDate, toDateOrNull, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import { nextNumber } from './counters.ts';
import type { ImportColumns, ImportRowColumns } from './schema-imports.ts';
import type { ImportStore } from './store-imports.ts';

/** Rows of one statement: SQLite takes 32,766 values at most. */
const AT_ONCE = 500;

export function createImports(connection: Connection): ImportStore {
  return {
    add: ({ file, by, at }, rows) =>
      connection.atomic(async ({ write }) => {
        const no = await nextNumber(write, 'import');
        await write
          .insertInto('imports')
          .values({ no, file, imported_by: by, at: toText(at) })
          .execute();
        for (let from = 0; from < rows.length; from += AT_ONCE) {
          const some = rows.slice(from, from + AT_ONCE);
          await write
            .insertInto('import_rows')
            .values(some.map((row) => ({ import_no: no, row_no: row.rowNo, ...toValues(row) })))
            .execute();
        }
        return no;
      }),

    async find(no) {
      const row = await connection.read.selectFrom('imports').selectAll().where('no', '=', no).executeTakeFirst();
      return row && toImport(row);
    },

    async waiting() {
      const rows = await connection.read
        .selectFrom('imports')
        .selectAll()
        .where('no', 'in', (eb) => eb.selectFrom('import_rows').select('import_no').where('state', '=', 'waiting'))
        .orderBy('no')
        .execute();
      return rows.map(toImport);
    },

    async counts(no) {
      const found = await connection.read
        .selectFrom('import_rows')
        .select(({ fn }) => ['state', fn.countAll<number | string>().as('count')])
        .where('import_no', '=', no)
        .groupBy('state')
        .execute();
      const of = (state: RowState): number => Number(found.find((row) => row.state === state)?.count ?? 0);
      return { waiting: of('waiting'), logged: of('logged'), dropped: of('dropped') };
    },

    async rows({ importNo, rowNos, states }) {
      if (rowNos?.length === 0 || states?.length === 0) return [];
      let query = connection.read.selectFrom('import_rows').selectAll().orderBy('import_no').orderBy('row_no');
      if (importNo !== undefined) query = query.where('import_no', '=', importNo);
      if (rowNos !== undefined) query = query.where('row_no', 'in', rowNos);
      if (states !== undefined) query = query.where('state', 'in', states);
      return (await query.execute()).map(toRow);
    },

    async save(before, after) {
      const earlier = toValues(before);
      const saved = await connection.write
        .updateTable('import_rows')
        .set(toValues(after))
        .where('import_no', '=', before.importNo)
        .where('row_no', '=', before.rowNo)
        .where('state', '=', earlier.state)
        .where('decided', '=', earlier.decided)
        .returning('row_no')
        .execute();
      if (saved.length === 0) throw new Error(`row ${before.rowNo} of import ${before.importNo} has changed meanwhile`);
    },
  };
}

const toValues = (row: Omit<ImportRow, 'importNo' | 'rowNo'>) => ({
  state: row.state,
  issue_no: row.issueNo,
  problem: JSON.stringify(row.problem),
  open: JSON.stringify(row.open),
  decided: JSON.stringify(row.decided),
});

const toImport = ({ no, file, imported_by: by, at }: Selectable<ImportColumns>): ListImport => ({
  no,
  file,
  by,
  at: toDate(at),
});

/** Only toValues writes the columns. */
const toRow = (row: Selectable<ImportRowColumns>): ImportRow => ({
  importNo: row.import_no,
  rowNo: row.row_no,
  state: row.state as RowState,
  issueNo: row.issue_no,
  problem: toProblem(row.problem),
  open: JSON.parse(row.open) as ImportRow['open'],
  decided: JSON.parse(row.decided) as ImportRow['decided'],
});

function toProblem(text: string): ListedProblem {
  const { deadline, ...rest } = JSON.parse(text) as Omit<ListedProblem, 'deadline'> & { deadline: string | null };
  return { ...rest, deadline: toDateOrNull(deadline) };
}
