/** The outbox as it stands in a database file, for tests that count every row. */
import { databaseFile } from '../../../storage/database.ts';
import { openReader } from '../../../storage/sqlite.ts';

export interface KeptRow {
  readonly id: string;
  readonly conversation: string;
  readonly kind: string;
  readonly text: string;
  readonly state: string;
  /** Vendor's id of the message it answers. */
  readonly answers: string | null;
  readonly failure: string | null;
  /** The delivery whose response took it along, and when that was; both null where it went another way. */
  readonly carriedBy: string | null;
  readonly carriedAt: string | null;
  readonly settledAt: string | null;
}

/** All rows, oldest first. */
export async function outboxRows(dataDir: string): Promise<KeptRow[]> {
  const { db } = openReader(databaseFile(dataDir));
  try {
    return await db
      .selectFrom('outbox')
      .select(['id', 'conversation', 'kind', 'text', 'state', 'answers', 'failure'])
      .select(['carried_by as carriedBy', 'carried_at as carriedAt', 'settled_at as settledAt'])
      .orderBy('seq')
      .execute();
  } finally {
    await db.destroy();
  }
}
