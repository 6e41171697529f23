/** Where a store's statements go: an open transaction, or the connections outside of any. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

export interface Connection {
  /** For questions. Outside a transaction on SQLite a connection of its own, which never waits for a writer. */
  readonly read: Kysely<Schema>;
  readonly write: Kysely<Schema>;
  /** Several statements that hold together: in the transaction that is open, else in one of their own. */
  atomic<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
}

/** The connection of an open transaction: everything goes through it. */
export function within(transaction: Transaction<Schema>): Connection {
  const connection: Connection = {
    read: transaction,
    write: transaction,
    atomic: (work) => work(connection),
  };
  return connection;
}
