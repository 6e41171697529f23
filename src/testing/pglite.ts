/** PostgreSQL in the process, for the storage tests. Starting takes seconds: one instance for a file of tests, emptied between them. */
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { storageOver } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema.ts';
import type { Storage } from '../../storage/store.ts';

export interface ScratchPglite {
  /** Empties the database and opens a storage on it. Close of the storage leaves the instance running. */
  fresh(now?: () => Date): Promise<Storage>;
  /** Runs SQL beside the storage: how a test proves what the database refuses. */
  execute(text: string): Promise<void>;
  stop(): Promise<void>;
}

const INT8 = 20;
const NUMERIC = 1700;

export async function openPglite(): Promise<ScratchPglite> {
  const pglite = await PGlite.create({ parsers: { [INT8]: Number, [NUMERIC]: Number } });
  const execute = async (text: string): Promise<void> => void (await pglite.exec(text));
  return {
    async fresh(now = () => new Date(0)) {
      await execute('drop schema public cascade; create schema public');
      const writer = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: facade(pglite) }) });
      return storageOver({ kind: 'postgres', writer, now });
    },
    execute,
    stop: () => pglite.close(),
  };
}

type Facade = Pick<PGlite, 'close' | 'closed' | 'query' | 'ready' | 'transaction' | 'waitReady'>;

/** The instance without its own life time. */
function facade(pglite: PGlite): Facade {
  return {
    close: () => Promise.resolve(),
    closed: false,
    ready: true,
    waitReady: pglite.waitReady,
    query: pglite.query.bind(pglite),
    transaction: pglite.transaction.bind(pglite),
  };
}
