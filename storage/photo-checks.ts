/** What is remembered of photos so that they are known again, and what was noticed about them (domain §13). */
import type { IssuePhoto } from '../src/domain/issue.ts';
import { toDate, toText } from './columns.ts';
import type { Connection } from './connection.ts';
import type { PhotoCheckStore } from './store-publishing.ts';

/** As many as one statement takes on every database. */
const AT_ONCE = 500;

export function createPhotoChecks(connection: Connection): PhotoCheckStore {
  return {
    async remember(hash, fingerprint) {
      await connection.write
        .insertInto('photo_hashes')
        .values({ hash, fingerprint })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async unknown(hashes) {
      const known = new Set<string>();
      for (let from = 0; from < hashes.length; from += AT_ONCE) {
        const rows = await connection.read
          .selectFrom('photo_hashes')
          .select('hash')
          .where('hash', 'in', hashes.slice(from, from + AT_ONCE))
          .execute();
        for (const { hash } of rows) known.add(hash);
      }
      return [...new Set(hashes)].filter((hash) => !known.has(hash));
    },

    async unprinted(limit) {
      const rows = await connection.read
        .selectFrom('issue_photos as photo')
        .innerJoin('pictures', 'pictures.id', 'photo.picture_id')
        .leftJoin('photo_hashes as known', 'known.hash', 'pictures.hash')
        .select('pictures.hash')
        .where('pictures.hash', 'is not', null)
        .where('known.hash', 'is', null)
        .orderBy('pictures.seq', 'desc')
        .limit(limit)
        .execute();
      return [...new Set(rows.flatMap(({ hash }) => hash ?? []))];
    },

    async all() {
      const rows = await connection.read
        .selectFrom('issue_photos as photo')
        .innerJoin('pictures', 'pictures.id', 'photo.picture_id')
        .innerJoin('photo_hashes as known', 'known.hash', 'pictures.hash')
        .select(['photo.issue_no', 'photo.round', 'photo.kind', 'photo.picture_id'])
        .select(['known.hash', 'known.fingerprint'])
        .where('known.fingerprint', '<>', '')
        .orderBy('pictures.seq')
        .execute();
      return rows.map((row) => ({
        issueNo: row.issue_no,
        round: row.round,
        // Only the store of pictures writes the column.
        kind: row.kind as IssuePhoto['kind'],
        pictureId: row.picture_id,
        hash: row.hash,
        fingerprint: row.fingerprint,
      }));
    },

    async addHint({ pictureId, issueNo, round, kind, text, at }) {
      await connection.write
        .insertInto('photo_hints')
        .values({ picture_id: pictureId, issue_no: issueNo, round, kind, text, at: toText(at) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async hintsOf(issueNo) {
      const rows = await connection.read
        .selectFrom('photo_hints')
        .selectAll()
        .where('issue_no', '=', issueNo)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        pictureId: row.picture_id,
        issueNo: row.issue_no,
        round: row.round,
        kind: row.kind,
        text: row.text,
        at: toDate(row.at),
      }));
    },
  };
}
