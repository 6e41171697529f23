/** 一人一天一次 (domain §13.4): who was tagged on which day. */
import type { Connection } from './connection.ts';
import type { MentionStore } from './store.ts';

export function createMentions(connection: Connection): MentionStore {
  return {
    async take(person, day, most) {
      if (most < 1) return false;
      const taken = await connection.write
        .insertInto('mentions')
        .values({ person, day, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['person', 'day'])
            .doUpdateSet((eb) => ({ count: eb('mentions.count', '+', 1) }))
            .where('mentions.count', '<', most),
        )
        .returning('count')
        .executeTakeFirst();
      return taken !== undefined;
    },

    async totals(from, to) {
      const rows = await connection.read
        .selectFrom('mentions')
        .select((eb) => ['person', eb.fn.sum<number | string>('count').as('total')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy('person')
        .orderBy('total', 'desc')
        .orderBy('person')
        .execute();
      return rows.map(({ person, total }) => ({ person, count: Number(total) }));
    },
  };
}
