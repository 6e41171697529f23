/** All migrations in order. Named here one by one: nothing is scanned, so a stray file changes nothing. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Schema } from '../schema.ts';
import { createIssues } from './0001-issues.ts';
import { createTasks } from './0002-tasks.ts';
import { createMessages } from './0003-messages.ts';
import { createConversationTables } from './0004-conversations.ts';
import { createOperationTables } from './0005-operation.ts';
import { createRequestTables } from './0006-requests.ts';
import { createBesideTables } from './0007-beside.ts';
import { createPaperTables } from './0010-papers.ts';
import { createPublishingTables } from './0020-publishing.ts';
import { addOutboxFate } from './0021-outbox-fate.ts';
import { completeTrade } from './0022-trade.ts';
import { createImportTables } from './0023-imports.ts';
import { indexRecordSteps } from './0024-record-steps.ts';
import { addStoodStill } from './0025-stood-still.ts';
import { addTaskRecordUnit } from './0026-task-record-units.ts';
import { dropTokens } from './0027-no-tokens.ts';
import { dropWorkFiles } from './0028-no-work-files.ts';
import type { DatabaseKind } from './ddl.ts';

type Migrate = (kind: DatabaseKind, db: Kysely<unknown>) => Promise<void>;

const MIGRATIONS: Readonly<Record<string, Migrate>> = {
  '0001-issues': createIssues,
  '0002-tasks': createTasks,
  '0003-messages': createMessages,
  '0004-conversations': createConversationTables,
  '0005-operation': createOperationTables,
  '0006-requests': createRequestTables,
  '0007-beside': createBesideTables,
  '0010-papers': createPaperTables,
  '0020-publishing': createPublishingTables,
  '0021-outbox-fate': addOutboxFate,
  '0022-trade': completeTrade,
  '0023-imports': createImportTables,
  '0024-record-steps': indexRecordSteps,
  '0025-stood-still': addStoodStill,
  '0026-task-record-units': addTaskRecordUnit,
  '0027-no-tokens': dropTokens,
  '0028-no-work-files': dropWorkFiles,
};

/**
 * Brings the tables up to date; several processes may do so at once. Throws, with a Chinese sentence, when a migration fails (nothing
 * of it stays) or when the database is newer than the program.
 */
export async function migrate(kind: DatabaseKind, db: Kysely<Schema>): Promise<void> {
  const entries = Object.entries(MIGRATIONS).map(([name, up]) => [
    name,
    { up: (target: Kysely<unknown>) => up(kind, target) },
  ]);
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(entries)) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  const isNewer = error instanceof Error && error.message.includes('corrupted migrations');
  const sentence = isNewer ? '数据库是由更新版本的程序建立的，请升级程序后再启动' : '数据库升级失败，数据未改动';
  throw new Error(sentence, { cause: error });
}

/** For who may only look: what a database that has had these migrations is to this program. */
export function ageOf(applied: readonly string[]): 'older' | 'right' | 'newer' {
  if (applied.some((name) => !Object.hasOwn(MIGRATIONS, name))) return 'newer';
  return applied.length < Object.keys(MIGRATIONS).length ? 'older' : 'right';
}

/** Names of the migrations that a database has had. */
export async function appliedTo(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
