/** Leases and quotas: what several processes on one database share to act as one. */
import { toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { LeaseStore, QuotaStore } from './store.ts';

export function createLeases(connection: Connection): LeaseStore {
  return {
    async take(name, owner, at, until) {
      const lease = { owner, until: toText(until) };
      const taken = await connection.write
        .insertInto('leases')
        .values({ name, ...lease })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(lease)
            .where((eb) => eb.or([eb('leases.owner', '=', owner), eb('leases.until', '<=', toText(at))])),
        )
        .returning('name')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async renew(name, owner, at, until) {
      const renewed = await connection.write
        .updateTable('leases')
        .set({ until: toText(until) })
        .where('name', '=', name)
        .where('owner', '=', owner)
        .where('until', '>', toText(at))
        .returning('name')
        .executeTakeFirst();
      return renewed !== undefined;
    },

    async release(name, owner) {
      await connection.write.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
    },
  };
}

export function createQuota(connection: Connection): QuotaStore {
  return {
    async add(name, period, count) {
      const row = await connection.write
        .insertInto('quota')
        .values({ name, period, count })
        .onConflict((conflict) =>
          conflict.columns(['name', 'period']).doUpdateSet((eb) => ({ count: eb('quota.count', '+', count) })),
        )
        .returning('count')
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}
