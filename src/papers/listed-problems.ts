/** 通报列出的问题: which problems a signed paper lists as overdue, as it was frozen (domain §5 Freeze, §8). */
import { PUBLICATION_NAMES, publicationNumber } from '../domain/publication.ts';
import type { Publication } from '../domain/publication.ts';
import type { BulletinListing } from '../domain/twice-listed.ts';
import { modelOf } from './draft-card.ts';
import { OVERDUE_TITLE } from './issue-tables.ts';

/** Of signed papers, oldest first; one that has been corrected gives way to its correction. */
export function listingsOf(publications: readonly Publication[]): readonly BulletinListing[] {
  const corrected = new Set(publications.map(({ corrects }) => corrects));
  return publications
    .flatMap((publication) => {
      const { id, kind, signedAt } = publication;
      if (signedAt === null || corrected.has(id)) return [];
      const name = `${PUBLICATION_NAMES[kind]}${publicationNumber(publication)}`;
      return [{ kind, name, signedAt, problems: problemsOf(publication) }];
    })
    .toSorted((a, b) => a.signedAt.getTime() - b.signedAt.getTime());
}

function problemsOf(publication: Publication): BulletinListing['problems'] {
  const table = modelOf(publication).attachments.find(({ title }) => title === OVERDUE_TITLE);
  if (table === undefined) return [];
  const [noAt, unitAt] = ['编号', '责任单位'].map((name) => table.columns.findIndex((one) => one.name === name));
  return table.rows.flatMap((row) => {
    const [no, units] = [row[noAt ?? -1], row[unitAt ?? -1]];
    return typeof no === 'number' && typeof units === 'string' ? [{ no, units: units.split('、') }] : [];
  });
}
