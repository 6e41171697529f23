/** Citizens' messages with their contacts apart, material, and the journal of field work. Never edited once released. */
import type { Kysely } from 'kysely';
import { makeAppendOnly, moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createBesideTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  await createCitizenTables(kind, db);
  await createMaterialTables(kind, db);
  const at = moment(kind);
  await sequenced(kind, db, 'journal')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', at, (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('entry', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('journal_kind').on('journal').columns(['kind', 'at']).execute();
  await makeAppendOnly(kind, db, 'journal');
}

async function createCitizenTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await db.schema
    .createTable('citizen_messages')
    .addColumn('no', 'integer', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('location', 'text')
    .addColumn('site', 'text')
    .addColumn('category', 'text')
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('issue_no', 'integer', (column) => column.references('issues.no'))
    .addColumn('first_no', 'integer')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('received_at', at, (column) => column.notNull())
    .addColumn('registered_by', 'text')
    .addColumn('answered_at', at)
    .addColumn('answered_by', 'text')
    .addColumn('answer', 'text')
    .addColumn('closed_at', at)
    .addColumn('asked_at', at)
    .addColumn('satisfied', 'integer')
    .execute();
  await db.schema.createIndex('citizen_messages_state').on('citizen_messages').columns(['state', 'issue_no']).execute();
  await sequenced(kind, db, 'citizen_records')
    .addColumn('message_no', 'integer', (column) => column.notNull().references('citizen_messages.no'))
    .addColumn('at', at, (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('citizen_records_message').on('citizen_records').column('message_no').execute();
  await makeAppendOnly(kind, db, 'citizen_records');
  // No append-only mark here: contacts may have to be deleted when their time is over.
  await db.schema
    .createTable('citizen_contacts')
    .addColumn('message_no', 'integer', (column) => column.primaryKey().references('citizen_messages.no'))
    .addColumn('platform', 'text')
    .addColumn('person_id', 'text')
    .addColumn('phone', 'text')
    .execute();
  await db.schema
    .createIndex('citizen_contacts_person')
    .on('citizen_contacts')
    .columns(['platform', 'person_id'])
    .execute();
}

async function createMaterialTables(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await db.schema
    .createTable('materials')
    .addColumn('indicator', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('deadline', at)
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('picture_ids', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('submitted_by', 'text')
    .addColumn('submitted_at', at)
    .addColumn('reviewed_by', 'text')
    .addColumn('reviewed_at', at)
    .addColumn('return_reason', 'text')
    .addColumn('return_count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('materials_key', ['indicator', 'unit'])
    .execute();
  await sequenced(kind, db, 'material_records')
    .addColumn('indicator', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('at', at, (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('picture_ids', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('points', 'real', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('material_records_at').on('material_records').column('at').execute();
  await makeAppendOnly(kind, db, 'material_records');
}
