/** 待补充, 待确认: what the bot asked and has not been answered yet. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { DraftColumns } from './schema.ts';
import type { Draft, DraftStore } from './store.ts';

/** Nobody answers more questions than this within half an hour. */
const MOST_OPEN = 50;

export function createDrafts(connection: Connection): DraftStore {
  async function listOpen(asked: { person: string; conversation: string; at: Date; limit: number }): Promise<Draft[]> {
    const rows = await connection.read
      .selectFrom('drafts')
      .selectAll()
      .where('person', '=', asked.person)
      .where('conversation', '=', asked.conversation)
      .where('closed_at', 'is', null)
      .where('expires_at', '>', toText(asked.at))
      .orderBy('seq', 'desc')
      .limit(asked.limit)
      .execute();
    return rows.map(toDraft);
  }

  return {
    async add(draft) {
      const id = randomUUID();
      const { kind, person, conversation, command, question } = draft;
      const lists = {
        args: JSON.stringify(draft.args),
        missing: JSON.stringify(draft.missing),
        picture_ids: JSON.stringify(draft.pictureIds),
      };
      const times = { created_at: toText(draft.createdAt), expires_at: toText(draft.expiresAt) };
      const row = {
        id,
        kind,
        person,
        conversation,
        command,
        question,
        ...lists,
        ...times,
        closed_at: null,
        outcome: null,
      };
      await connection.write.insertInto('drafts').values(row).execute();
      return id;
    },

    async open(person, conversation, at) {
      return (await listOpen({ person, conversation, at, limit: 1 }))[0];
    },

    allOpen: (person, conversation, at) => listOpen({ person, conversation, at, limit: MOST_OPEN }),

    async addPictures(id, pictureIds) {
      const row = await connection.read
        .selectFrom('drafts')
        .select('picture_ids')
        .where('id', '=', id)
        .executeTakeFirst();
      // Only `add` and this write the column.
      const kept = JSON.parse(row?.picture_ids ?? '[]') as string[];
      await connection.write
        .updateTable('drafts')
        .set({ picture_ids: JSON.stringify([...kept, ...pictureIds]) })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .execute();
    },

    async close(id, outcome, at) {
      const closed = await connection.write
        .updateTable('drafts')
        .set({ closed_at: toText(at), outcome })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return closed !== undefined;
    },
  };
}

function toDraft(row: Selectable<DraftColumns>): Draft {
  return {
    id: row.id,
    // Only add writes the column.
    kind: row.kind as Draft['kind'],
    person: row.person,
    conversation: row.conversation,
    command: row.command,
    args: JSON.parse(row.args) as Draft['args'],
    missing: JSON.parse(row.missing) as string[],
    question: row.question,
    pictureIds: JSON.parse(row.picture_ids) as string[],
    createdAt: toDate(row.created_at),
    expiresAt: toDate(row.expires_at),
  };
}
