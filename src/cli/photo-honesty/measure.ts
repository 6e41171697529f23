/** The made set of pairs, and how often a hint is right. */
import { comparePhotos, PHOTO_THRESHOLDS } from '../../papers/photo-honesty.ts';
import type { KnownPhoto, PhotoHint, PhotoThresholds } from '../../papers/photo-honesty.ts';
import { fingerprintOf } from '../../papers/photo-fingerprint.ts';
import { photoOf, tricked } from './photos.ts';
import type { Trick } from './photos.ts';

/** What a pair is made to be, and the hint that is right for it. */
export type Story =
  | `identical ${Trick}`
  | `reused ${Trick}`
  | 'honest'
  | 'honest, an earlier photo of the place'
  | 'other place';

export interface Tally {
  readonly story: Story;
  readonly pairs: number;
  readonly right: number;
  /** Hints given, by kind, where another or none was right. */
  readonly wrong: Readonly<Record<string, number>>;
}

const TRICKS: readonly Trick[] = ['recompressed', 'cropped', 'brightened', 'mirrored', 'stamped', 'small'];

const STORIES: readonly Story[] = [
  ...TRICKS.map((trick): Story => `identical ${trick}`),
  ...TRICKS.map((trick): Story => `reused ${trick}`),
  'honest',
  'honest, an earlier photo of the place',
  'other place',
];

/** `each`: pairs of every story. The pool of earlier photos is the same for all pairs. */
export async function measure(each: number, thresholds: PhotoThresholds = PHOTO_THRESHOLDS): Promise<Tally[]> {
  const pool = await Promise.all(
    Array.from({ length: 40 }, async (_, nth) =>
      known(5000 + nth, await photoOf(5000 + nth, { hasDefect: false, seed: nth })),
    ),
  );
  const tallies: Tally[] = [];
  for (const [at, story] of STORIES.entries()) {
    const wrong: Record<string, number> = {};
    let right = 0;
    for (let nth = 0; nth < each; nth += 1) {
      const hints = await hintsFor(story, at * 1000 + nth, pool, thresholds);
      const kinds = hints.map(({ kind }) => kind).join('+') || 'none';
      if (kinds === rightHint(story)) right += 1;
      else wrong[kinds] = (wrong[kinds] ?? 0) + 1;
    }
    tallies.push({ story, pairs: each, right, wrong });
  }
  return tallies;
}

const rightHint = (story: Story): PhotoHint['kind'] | 'none' => {
  if (story === 'other place') return 'otherPlace';
  if (story.startsWith('identical')) return 'identical';
  return story.startsWith('reused') ? 'reused' : 'none';
};

async function hintsFor(
  story: Story,
  seed: number,
  pool: readonly KnownPhoto[],
  thresholds: PhotoThresholds,
): Promise<PhotoHint[]> {
  const shot = await photoOf(seed, { hasDefect: true, seed: seed + 1 });
  const before = await known(seed, shot);
  const after = (hasDefect: boolean, place = seed, other = 2) => photoOf(place, { hasDefect, seed: seed + other });
  const trick = TRICKS.find((one) => story.endsWith(one));
  if (trick !== undefined && story.startsWith('identical')) {
    return compare(await tricked(shot, trick, seed), before, pool, thresholds);
  }
  const older = await after(false, seed + 400_000, 3);
  if (trick !== undefined) {
    return compare(
      await tricked(older, trick, seed),
      before,
      [...pool, await known(seed + 400_000, older)],
      thresholds,
    );
  }
  if (story === 'other place') return compare(await after(false, seed + 800_000), before, pool, thresholds);
  const earlier = story === 'honest' ? pool : [...pool, await known(seed, await after(false, seed, 4))];
  return compare(await after(false), before, earlier, thresholds);
}

async function compare(
  photo: Buffer,
  before: KnownPhoto,
  earlier: readonly KnownPhoto[],
  thresholds: PhotoThresholds,
): Promise<PhotoHint[]> {
  return comparePhotos(await printed(photo), [before], earlier, thresholds);
}

const known = async (issueNo: number, photo: Buffer): Promise<KnownPhoto> => ({
  pictureId: String(issueNo),
  issueNo,
  fingerprint: await printed(photo),
});

async function printed(photo: Buffer): Promise<string> {
  const fingerprint = await fingerprintOf(photo);
  if (fingerprint === undefined) throw new Error('a made photo cannot be read');
  return fingerprint;
}
