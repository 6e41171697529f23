/** 绑定: which conversation of a platform is which group of the directory. One to one: a new pairing replaces the old ones of both. */
import { toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { BindingStore } from './store.ts';

export function createBindings(connection: Connection): BindingStore {
  return {
    async groupOf(platform, chatId) {
      const row = await connection.read
        .selectFrom('bindings')
        .select('group_id')
        .where('platform', '=', platform)
        .where('chat_id', '=', chatId)
        .executeTakeFirst();
      return row?.group_id;
    },

    async chatOf(platform, groupId) {
      const row = await connection.read
        .selectFrom('bindings')
        .select('chat_id')
        .where('platform', '=', platform)
        .where('group_id', '=', groupId)
        .executeTakeFirst();
      return row?.chat_id;
    },

    async offer(code, groupId, platform, by, expiresAt) {
      const offer = { group_id: groupId, offered_by: by, expires_at: toText(expiresAt), used_at: null };
      await connection.write
        .insertInto('binding_codes')
        .values({ platform, code, ...offer })
        .onConflict((conflict) => conflict.columns(['platform', 'code']).doUpdateSet(offer))
        .execute();
    },

    redeem: (code, platform, chatId, by, at) =>
      connection.atomic(async ({ write }) => {
        const used = await write
          .updateTable('binding_codes')
          .set({ used_at: toText(at) })
          .where('platform', '=', platform)
          .where('code', '=', code)
          .where('used_at', 'is', null)
          .where('expires_at', '>', toText(at))
          .returning('group_id')
          .executeTakeFirst();
        if (!used) return undefined;
        await write
          .deleteFrom('bindings')
          .where('platform', '=', platform)
          .where((eb) => eb.or([eb('chat_id', '=', chatId), eb('group_id', '=', used.group_id)]))
          .execute();
        const binding = { platform, chat_id: chatId, group_id: used.group_id, bound_by: by, bound_at: toText(at) };
        await write.insertInto('bindings').values(binding).execute();
        return used.group_id;
      }),
  };
}
