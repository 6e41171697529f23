/** How far a message of several parts is out, and which delivery's response carried an answer. Never edited once released. */
import type { Kysely } from 'kysely';
import { moment } from './ddl.ts';
import type { DatabaseKind } from './ddl.ts';

export async function addOutboxFate(kind: DatabaseKind, db: Kysely<unknown>): Promise<void> {
  for (const column of ['parts_out', 'carried_by']) {
    await db.schema.alterTable('outbox').addColumn(column, 'text').execute();
  }
  await db.schema.alterTable('outbox').addColumn('carried_at', moment(kind)).execute();
  await db.schema
    .alterTable('outbox')
    .addColumn('part_leaving', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('outbox_carried')
    .on('outbox')
    .columns(['carried_by', 'platform'])
    .where('carried_by' as never, 'is not', null)
    .execute();
}
