/** 图片: known at once, fetched later by a job, kept by content hash. The bytes lie in the file store. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { PlatformName } from '../src/chat.ts';
import type { IssuePhoto } from '../src/domain/issue.ts';
import { toDate, toDateOrNull, toText, toTextOrNull } from './columns.ts';
import type { Connection } from './connection.ts';
import type { PictureColumns } from './schema.ts';
import type { Picture, PictureStore } from './store.ts';

export function createPictures(connection: Connection): PictureStore {
  return {
    async add({ platform, ref, sentBy, sentAt }) {
      const id = randomUUID();
      const origin = { id, platform, ref, sent_by: sentBy, sent_at: toText(sentAt) };
      const file = { hash: null, type: null, bytes: null };
      const state = { state: 'waiting', failure: null, attempts: 0, next_attempt_at: null };
      await connection.write
        .insertInto('pictures')
        .values({ ...origin, ...file, ...state })
        .execute();
      return id;
    },

    async due(at, limit) {
      const rows = await connection.read
        .selectFrom('pictures')
        .selectAll()
        .where('state', '=', 'waiting')
        .where((eb) => eb.or([eb('next_attempt_at', 'is', null), eb('next_attempt_at', '<=', toText(at))]))
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toPicture);
    },

    async kept(id, { hash, type, bytes }) {
      await connection.write
        .updateTable('pictures')
        .set({ state: 'kept', hash, type, bytes, failure: null, next_attempt_at: null })
        .where('id', '=', id)
        .execute();
    },

    async failed(id, failure, retryAt) {
      await connection.write
        .updateTable('pictures')
        .set((eb) => ({
          state: retryAt ? 'waiting' : 'failed',
          failure,
          attempts: eb('attempts', '+', 1),
          next_attempt_at: toTextOrNull(retryAt),
        }))
        .where('id', '=', id)
        // Two processes may fetch the same one: what is kept stays kept.
        .where('state', '=', 'waiting')
        .execute();
    },

    async get(id) {
      const row = await connection.read.selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toPicture(row);
    },

    async attach({ issueNo, round, kind, pictureId }) {
      await connection.write
        .insertInto('issue_photos')
        .values({ issue_no: issueNo, round, kind, picture_id: pictureId })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async ofIssue(no) {
      const rows = await connection.read
        .selectFrom('issue_photos')
        .innerJoin('pictures', 'pictures.id', 'issue_photos.picture_id')
        .select(['issue_no', 'round', 'kind', 'picture_id', 'hash', 'sent_at'])
        .where('issue_no', '=', no)
        .orderBy('round')
        .orderBy('pictures.seq')
        .execute();
      return rows.map((row) => ({
        issueNo: row.issue_no,
        round: row.round,
        // Only attach writes the column.
        kind: row.kind as IssuePhoto['kind'],
        hash: row.hash,
        pictureId: row.picture_id,
        sentAt: toDate(row.sent_at),
      }));
    },

    async setLoose(id, { person, conversation }, at) {
      const row = { picture_id: id, person, conversation, sent_at: toText(at), taken_at: null };
      await connection.write.insertInto('loose_pictures').values(row).execute();
    },

    async loose({ person, conversation }, since) {
      const rows = await connection.read
        .selectFrom('loose_pictures')
        .select('picture_id')
        .where('person', '=', person)
        .where('conversation', '=', conversation)
        .where('taken_at', 'is', null)
        .where('sent_at', '>=', toText(since))
        .orderBy('seq')
        .execute();
      return rows.map(({ picture_id }) => picture_id);
    },

    async takeLoose(ids, at) {
      if (ids.length === 0) return;
      await connection.write
        .updateTable('loose_pictures')
        .set({ taken_at: toText(at) })
        .where('picture_id', 'in', ids)
        .execute();
    },
  };
}

function toPicture(row: Selectable<PictureColumns>): Picture {
  return {
    id: row.id,
    // Only this file writes platform and state.
    platform: row.platform as PlatformName,
    ref: row.ref,
    sentBy: row.sent_by,
    sentAt: toDate(row.sent_at),
    state: row.state as Picture['state'],
    hash: row.hash,
    type: row.type,
    bytes: row.bytes,
    failure: row.failure,
    attempts: row.attempts,
    nextAttemptAt: toDateOrNull(row.next_attempt_at),
  };
}
