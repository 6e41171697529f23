/** 照片核对 (domain §13): is the photo after the rectification one that was there before, or plainly of another place? Hints; people decide. */
import { printOf, sharedColours } from './photo-fingerprint.ts';
import type { Fingerprint, Print } from './photo-fingerprint.ts';
import { bestMatch } from './photo-match.ts';
import type { Match } from './photo-match.ts';

/** Settings; the defaults are measured by `npm run photo-honesty`. What the measures mean stands in photo-match.ts. */
export interface PhotoThresholds {
  /** Up to this difference two photos are the same shot whatever a stamp covers. */
  readonly sure: number;
  /** Up to this difference they are, if also their detail is at least that alike: cropped, brightened. */
  readonly likely: number;
  readonly detail: number;
  /** With less detail alike and fewer colours shared than this, the photo is plainly of another place than every photo before. */
  readonly otherPlace: number;
  readonly otherColours: number;
}

export const PHOTO_THRESHOLDS: PhotoThresholds = {
  sure: 0.034,
  likely: 0.08,
  detail: 0.985,
  otherPlace: 0.35,
  otherColours: 0.6,
};

/** What a city states of them; the rest stays as it is. */
export type StatedThresholds = { readonly [Key in keyof PhotoThresholds]?: number | undefined };

const thresholdsOf = (stated: StatedThresholds): PhotoThresholds => ({
  sure: stated.sure ?? PHOTO_THRESHOLDS.sure,
  likely: stated.likely ?? PHOTO_THRESHOLDS.likely,
  detail: stated.detail ?? PHOTO_THRESHOLDS.detail,
  otherPlace: stated.otherPlace ?? PHOTO_THRESHOLDS.otherPlace,
  otherColours: stated.otherColours ?? PHOTO_THRESHOLDS.otherColours,
});

/** A photo known from before, and where it belongs. */
export interface KnownPhoto {
  readonly pictureId: string;
  readonly issueNo: number;
  readonly fingerprint: Fingerprint;
}

export type PhotoHint =
  /** The same shot as the photo of the problem itself. */
  | { readonly kind: 'identical'; readonly photo: KnownPhoto; readonly mirrored: boolean; readonly likeness: number }
  /** Sent before for another problem, or in an earlier round. */
  | { readonly kind: 'reused'; readonly photo: KnownPhoto; readonly mirrored: boolean; readonly likeness: number }
  /** Nothing in it is like any photo before. */
  | { readonly kind: 'otherPlace'; readonly likeness: number };

/** Hints about one photo after the rectification: at most one of a kind, the surest. `earlier` is all of the campaign but `before`; `stated`: settings. */
export function comparePhotos(
  after: Fingerprint,
  before: readonly KnownPhoto[],
  earlier: readonly KnownPhoto[],
  stated: StatedThresholds = {},
): PhotoHint[] {
  const thresholds = thresholdsOf(stated);
  const print = printOf(after);
  const identical = surest(print, before, thresholds);
  const reused = surest(print, earlier, thresholds);
  if (identical !== undefined || reused !== undefined) {
    return [
      ...(identical === undefined ? [] : [{ kind: 'identical' as const, ...identical }]),
      ...(reused === undefined ? [] : [{ kind: 'reused' as const, ...reused }]),
    ];
  }
  return otherPlace(print, before, thresholds);
}

function surest(print: Print, photos: readonly KnownPhoto[], thresholds: PhotoThresholds) {
  const found = photos
    .map((photo) => ({ photo, match: bestMatch(print, printOf(photo.fingerprint), true) }))
    .filter(({ match }) => isSameShot(match, thresholds))
    .toSorted((a, b) => a.match.difference - b.match.difference)[0];
  if (found === undefined) return undefined;
  return { photo: found.photo, mirrored: found.match.mirrored, likeness: found.match.likeness };
}

const isSameShot = ({ likeness, difference, detail }: Match, thresholds: PhotoThresholds): boolean =>
  likeness >= LEAST_ALIKE &&
  (difference <= thresholds.sure || (difference <= thresholds.likely && detail >= thresholds.detail));

/** Two photos of one tone differ little and are still nothing alike. */
const LEAST_ALIKE = 0.9;

function otherPlace(
  print: Print,
  before: readonly KnownPhoto[],
  { otherPlace: most, otherColours }: PhotoThresholds,
): PhotoHint[] {
  const matches = before.map(({ fingerprint }) => {
    const other = printOf(fingerprint);
    return { match: bestMatch(print, other, false), colours: sharedColours(print, other) };
  });
  const isElsewhere =
    matches.length > 0 && matches.every(({ match, colours }) => match.detail < most && colours < otherColours);
  return isElsewhere ? [{ kind: 'otherPlace', likeness: Math.max(...matches.map(({ match }) => match.detail)) }] : [];
}

/** What the sender alone is told: polite, no accusation. */
export function senderSentence(hint: PhotoHint): string {
  if (hint.kind === 'otherPlace') {
    return '这张照片与整改前的照片看上去不是同一处。如方便，请从整改前的角度再拍一张，便于核查。';
  }
  const which = hint.kind === 'identical' ? `#${hint.photo.issueNo}整改前的照片` : `#${hint.photo.issueNo}用过的照片`;
  return `这张照片与${which}看上去是同一张。如发错了，请重新发一张本次整改后的照片。`;
}

/** What stands on the verifier's card. */
export function verifierHint(hint: PhotoHint): string {
  if (hint.kind === 'otherPlace') return '提示：整改后照片与整改前差别很大，请留意是否同一地点。';
  const how = hint.mirrored ? '（左右翻转）' : '';
  const which = hint.kind === 'identical' ? '整改前照片' : `#${hint.photo.issueNo}用过的照片`;
  return `提示：整改后照片与${which}疑似同一张${how}，请留意。`;
}
