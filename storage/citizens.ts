/** 市民留言, their append-only record, and the contacts in a table apart (domain §11). */
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { PlatformName } from '../src/chat.ts';
import type { CitizenMessage, CitizenRecord } from '../src/domain/citizen.ts';
import { SEPARATOR, splitNames, toDate, toDateOrNull, toFlag, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import { nextNumber } from './counters.ts';
import type { CitizenMessageColumns, CitizenRecordColumns } from './schema-beside.ts';
import type { Schema } from './schema.ts';
import type { CitizenStore } from './store-beside.ts';

export function createCitizens(connection: Connection): CitizenStore {
  return {
    async find(no) {
      const query = selectMessages(connection.read).where('no', '=', no);
      const row = await query.executeTakeFirst();
      return row && toMessage(row);
    },

    async list({ nos, state, issueNos, from, to }) {
      if (nos?.length === 0 || issueNos?.length === 0) return [];
      let query = selectMessages(connection.read).orderBy('no');
      if (nos) query = query.where('no', 'in', nos);
      if (state !== undefined) query = query.where('state', '=', state);
      if (issueNos) query = query.where('issue_no', 'in', issueNos);
      if (from) query = query.where('received_at', '>=', toText(from));
      if (to) query = query.where('received_at', '<', toText(to));
      return (await query.execute()).map(toMessage);
    },

    create: (draft, { platform, personId, phone }, record) =>
      connection.atomic(async ({ write }) => {
        const message: CitizenMessage = { ...draft, no: await nextNumber(write, 'citizen') };
        const { no } = message;
        await write
          .insertInto('citizen_messages')
          .values({ no, ...toValues(message) })
          .execute();
        await write
          .insertInto('citizen_contacts')
          .values({ message_no: no, platform, person_id: personId, phone })
          .execute();
        await addRecord(write, no, record);
        return message;
      }),

    save: (message, record) =>
      connection.atomic(async ({ write }) => {
        const saved = await write
          .updateTable('citizen_messages')
          .set(toValues(message))
          .where('no', '=', message.no)
          .returning('no')
          .execute();
        if (saved.length === 0) throw new Error(`citizen message ${message.no} does not exist`);
        await addRecord(write, message.no, record);
      }),

    async recordsOf(no) {
      const query = connection.read.selectFrom('citizen_records').selectAll().where('message_no', '=', no);
      return (await query.orderBy('seq').execute()).map(toRecord);
    },

    async contactOf(no) {
      const query = connection.read.selectFrom('citizen_contacts').selectAll().where('message_no', '=', no);
      const row = await query.executeTakeFirst();
      // Only `create` writes the column.
      return row && { platform: row.platform as PlatformName | null, personId: row.person_id, phone: row.phone };
    },

    async savePhone(no, phone) {
      await connection.atomic(({ write }) =>
        write.updateTable('citizen_contacts').set({ phone }).where('message_no', '=', no).execute(),
      );
    },

    async nosFrom(platform, personId) {
      const rows = await connection.read
        .selectFrom('citizen_contacts')
        .select('message_no')
        .where('platform', '=', platform)
        .where('person_id', '=', personId)
        .orderBy('message_no')
        .execute();
      return rows.map((row) => row.message_no);
    },
  };
}

/** Who handles it follows the problem: dispatched, reassigned, designated. */
const problemUnits = sql<
  string | null
>`(select string_agg(unit, ${SEPARATOR} order by position) from issue_units where issue_units.issue_no = citizen_messages.issue_no and role = 'lead')`;

const selectMessages = (db: Kysely<Schema>) =>
  db.selectFrom('citizen_messages').selectAll().select(problemUnits.as('problem_units'));

function toValues(message: CitizenMessage): Omit<CitizenMessageColumns, 'no'> {
  const { channel, text, location, site, category, state, round, answer } = message;
  const same = { channel, text, location, site, category, state, round, answer };
  return {
    ...same,
    units: JSON.stringify(message.units),
    issue_no: message.issueNo,
    first_no: message.firstNo,
    received_at: toText(message.receivedAt),
    registered_by: message.registeredBy,
    answered_at: toTextOrNull(message.answeredAt),
    answered_by: message.answeredBy,
    closed_at: toTextOrNull(message.closedAt),
    asked_at: toTextOrNull(message.askedAt),
    satisfied: message.satisfied === null ? null : toFlag(message.satisfied),
  };
}

function toMessage(row: Selectable<CitizenMessageColumns> & { problem_units: string | null }): CitizenMessage {
  const { no, text, location, site, category, answer } = row;
  return {
    no,
    text,
    location,
    site,
    category,
    answer,
    // Only toValues writes these columns.
    channel: row.channel as CitizenMessage['channel'],
    state: row.state as CitizenMessage['state'],
    round: row.round as CitizenMessage['round'],
    units: row.problem_units === null ? (JSON.parse(row.units) as string[]) : splitNames(row.problem_units),
    issueNo: row.issue_no,
    firstNo: row.first_no,
    receivedAt: toDate(row.received_at),
    registeredBy: row.registered_by,
    answeredAt: toDateOrNull(row.answered_at),
    answeredBy: row.answered_by,
    closedAt: toDateOrNull(row.closed_at),
    askedAt: toDateOrNull(row.asked_at),
    satisfied: row.satisfied === null ? null : row.satisfied === 1,
  };
}

async function addRecord(write: Kysely<Schema>, no: number, record: Omit<CitizenRecord, 'messageNo'>): Promise<void> {
  const { at, step, by, messageId, note } = record;
  const row = { message_no: no, at: toText(at), step, person: by, message_id: messageId, note };
  await write.insertInto('citizen_records').values(row).execute();
}

const toRecord = (row: Selectable<CitizenRecordColumns>): CitizenRecord => ({
  messageNo: row.message_no,
  at: toDate(row.at),
  // Only addRecord writes the column.
  step: row.step as CitizenRecord['step'],
  by: row.person,
  messageId: row.message_id,
  note: row.note,
});
