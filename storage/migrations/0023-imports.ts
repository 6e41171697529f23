/** Imports of a superior's list, and each of their rows: on record, waiting for the office, or not wanted. Never edited once released. */
import type { Kysely } from 'kysely';
import { moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createImportTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('imports')
    .addColumn('no', 'integer', (column) => column.primaryKey())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('imported_by', 'text', (column) => column.notNull())
    .addColumn('at', moment(kind), (column) => column.notNull())
    .execute();

  await sequenced(kind, db, 'import_rows')
    .addColumn('import_no', 'integer', (column) => column.notNull().references('imports.no'))
    .addColumn('row_no', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('issue_no', 'integer', (column) => column.references('issues.no'))
    .addColumn('problem', 'text', (column) => column.notNull())
    .addColumn('open', 'text', (column) => column.notNull())
    .addColumn('decided', 'text', (column) => column.notNull())
    .addUniqueConstraint('import_rows_once', ['import_no', 'row_no'])
    .execute();
  await db.schema.createIndex('import_rows_state').on('import_rows').columns(['state', 'import_no']).execute();
}
