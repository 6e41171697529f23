/** Numbers that people speak: without gaps, because a number taken by a transaction that is undone is free again. */
import type { Kysely } from 'kysely';
import type { Connection } from './connection.ts';
import type { Schema } from './schema.ts';
import type { CounterStore } from './store.ts';

export function createCounters(connection: Connection): CounterStore {
  return {
    next: (name) => nextNumber(connection.write, name),

    async raise(name, to) {
      await connection.write
        .insertInto('counters')
        .values({ name, value: to })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: to }).where('counters.value', '<', to))
        .execute();
    },
  };
}

/** The next number of a series, from 1. On PostgreSQL the row stays locked until the transaction ends, so nobody gets the same. */
export async function nextNumber(write: Kysely<Schema>, name: string): Promise<number> {
  const { value } = await write
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
