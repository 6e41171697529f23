/** The pictures of a problem as HTML: before and after side by side, those of each earlier round apart. Pure. */
import { escapeUTF8 } from 'entities';
import type { Issue, IssuePhoto } from '../domain/issue.ts';
import { dayText } from '../domain/shanghai.ts';

export interface PagePhoto {
  readonly kind: IssuePhoto['kind'];
  readonly round: number;
  /** Address of the picture on this site; null while it has not been fetched. */
  readonly src: string | null;
  /** Day on which it was sent; null: not known. */
  readonly day: string | null;
}

/** A section for the present round, and one for each earlier round that has pictures, the latest first: what was put right then is no proof now. */
export function photoSections({ round }: Pick<Issue, 'round'>, photos: readonly PagePhoto[]): string {
  const earlier = [...new Set(photos.map((photo) => photo.round))]
    .filter((nth) => nth !== round)
    .toSorted((a, b) => b - a);
  const present = photoSection(round > 1 ? `整改前后（第${round}轮）` : '整改前后', ofRound(photos, round));
  return [present, ...earlier.map((nth) => photoSection(`第${nth}轮（反弹前）`, ofRound(photos, nth)))].join('\n');
}

const ofRound = (photos: readonly PagePhoto[], round: number): readonly PagePhoto[] =>
  photos.filter((photo) => photo.round === round);

const ofKind = (photos: readonly PagePhoto[], kind: PagePhoto['kind']): readonly PagePhoto[] =>
  photos.filter((photo) => photo.kind === kind);

const photoSection = (heading: string, photos: readonly PagePhoto[]): string => `<section>
<h2>${heading}</h2>
<div class="pair">
${figure('整改前', ofKind(photos, 'before'))}
${figure('整改后', ofKind(photos, 'after'))}
</div>
${furtherFigures(photos)}
</section>`;

/** Pictures of the check and those that came with an appeal or an application, where there are any. */
function furtherFigures(photos: readonly PagePhoto[]): string {
  const kinds = [
    ['核查', 'verify'],
    ['佐证', 'evidence'],
  ] as const;
  return kinds
    .flatMap(([caption, kind]) => (ofKind(photos, kind).length === 0 ? [] : [figure(caption, ofKind(photos, kind))]))
    .concat(progressFigures(ofKind(photos, 'progress')))
    .join('');
}

/** 进展, a figure for each day on which pictures came. */
function progressFigures(photos: readonly PagePhoto[]): readonly string[] {
  const byDay = Map.groupBy(photos, ({ day }) => day ?? '');
  return [...byDay].map(([day, own]) => figure(day === '' ? '进展' : `进展 ${dayText(day)}`, own));
}

function figure(caption: string, photos: readonly PagePhoto[]): string {
  const pictures = photos.map(({ src }) =>
    src === null ? '<div class="none">图片未取到</div>' : `<img src="${escapeUTF8(src)}" alt="${caption}">`,
  );
  return `<figure><figcaption>${caption}</figcaption>${pictures.length > 0 ? pictures.join('') : '<div class="none">暂无图片</div>'}</figure>`;
}
