/** Problems, their units, record and pictures. Never edited once released: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import { makeAppendOnly, moment, sequenced } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function createIssues(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await db.schema
    .createTable('issues')
    .addColumn('no', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', at, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('location', 'text', (column) => column.notNull())
    .addColumn('site', 'text')
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('origin', 'text')
    .addColumn('urgent', 'integer', (column) => column.notNull())
    .addColumn('chronic', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('logged_by', 'text', (column) => column.notNull())
    .addColumn('team', 'text')
    .addColumn('group_id', 'text')
    .addColumn('logged_at', at, (column) => column.notNull())
    .addColumn('dispatched_at', at)
    .addColumn('deadline', at)
    .addColumn('return_deadline', at)
    .addColumn('claimed_at', at)
    .addColumn('reported_at', at)
    .addColumn('reported_by', 'text')
    .addColumn('closed_at', at)
    .addColumn('closed_by', 'text')
    .addColumn('fixed_on_spot', 'integer', (column) => column.notNull())
    .addColumn('return_count', 'integer', (column) => column.notNull())
    .addColumn('rebound_count', 'integer', (column) => column.notNull())
    .addColumn('extension_count', 'integer', (column) => column.notNull())
    .addColumn('designated', 'integer', (column) => column.notNull())
    .addColumn('appealed_by', 'text', (column) => column.notNull())
    .addColumn('suspension', 'text')
    .addColumn('merged_into', 'integer')
    .execute();
  await db.schema.createIndex('issues_state').on('issues').columns(['state', 'deadline']).execute();
  await db.schema.createIndex('issues_dispatched').on('issues').column('dispatched_at').execute();
  await db.schema.createIndex('issues_changed').on('issues').column('changed_at').execute();

  await db.schema
    .createTable('issue_units')
    .addColumn('issue_no', 'integer', (column) => column.notNull().references('issues.no'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('issue_units_key', ['issue_no', 'role', 'unit'])
    .execute();
  await db.schema.createIndex('issue_units_unit').on('issue_units').columns(['unit', 'role']).execute();
  await createEvidence(kind, db);
}

/** 办理记录, and the pictures of a problem. */
async function createEvidence(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  const at = moment(kind);
  await sequenced(kind, db, 'issue_records')
    .addColumn('issue_no', 'integer', (column) => column.notNull().references('issues.no'))
    .addColumn('at', at, (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('issue_records_issue').on('issue_records').columns(['issue_no', 'at', 'seq']).execute();
  await db.schema.createIndex('issue_records_at').on('issue_records').column('at').execute();
  await makeAppendOnly(kind, db, 'issue_records');

  await sequenced(kind, db, 'pictures')
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('ref', 'text', (column) => column.notNull())
    .addColumn('sent_by', 'text', (column) => column.notNull())
    .addColumn('sent_at', at, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('hash', 'text')
    .addColumn('type', 'text')
    .addColumn('bytes', 'integer')
    .addColumn('failure', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_attempt_at', at)
    .execute();
  await db.schema.createIndex('pictures_state').on('pictures').columns(['state', 'seq']).execute();

  await db.schema
    .createTable('issue_photos')
    .addColumn('issue_no', 'integer', (column) => column.notNull().references('issues.no'))
    .addColumn('picture_id', 'text', (column) => column.notNull().references('pictures.id'))
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('issue_photos_key', ['issue_no', 'picture_id', 'round', 'kind'])
    .execute();
}
