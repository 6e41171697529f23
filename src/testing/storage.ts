/** A scratch database for tests: real SQL on SQLite in memory, gone when it is closed. */
import { openSqliteStorage } from '../../storage/database.ts';
import type { Storage } from '../../storage/store.ts';

export { openPglite } from './pglite.ts';

/** SQLite in memory with all tables. `now` is only needed by the check that the database can be written. */
export function openScratchStorage(now: () => Date = () => new Date(0)): Promise<Storage> {
  return openSqliteStorage(':memory:', now);
}
