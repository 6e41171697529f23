/** All kinds of works. */
import { draftWork } from './draft.ts';
import { exportWork } from './export.ts';
import { noticeWork } from './notice.ts';
import { photoCheckWork } from './photo-check.ts';
import { publicationWork } from './publication.ts';
import { rankingPictureWork } from './ranking-picture.ts';
import type { WorkKind } from './work-kind.ts';

export const works: readonly WorkKind[] = [
  draftWork,
  publicationWork,
  noticeWork,
  exportWork,
  rankingPictureWork,
  photoCheckWork,
];
