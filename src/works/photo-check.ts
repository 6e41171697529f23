/**
 * 照片核对 (domain §13): the photos of a report beside those before and all earlier ones of the campaign, before the verifier is told.
 * What is noticed is said to the sender alone and shown to the verifier; people decide, and nothing waits for it long.
 */
import type { IssuePhoto } from '../domain/issue.ts';
import { senderSentence, verifierHint } from '../papers/photo-honesty.ts';
import type { KnownPhoto, PhotoHint } from '../papers/photo-honesty.ts';
import type { PrintedPhoto } from '../../storage/store-publishing.ts';
import type { Store } from '../../storage/store.ts';
import { postEach } from './posting.ts';
import { numbersOf, textOf, textsOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

/** Told to the verifier when the check is over. */
export interface VerifyNotice {
  readonly issueNo: number;
  readonly to: string;
  readonly text: string;
  /** ISO; it is kept until then where it is night. */
  readonly dueAt?: string;
}

/** A picture that cannot be fetched is not waited for any longer. */
const LONGEST_WAIT_MS = 90_000;
const LOOK_AGAIN_MS = 1_000;
/** Photos of problems that were kept before the check was there are taken in by and by. */
const OLD_ONES_AT_ONCE = 100;
/** No photo of a place is as small; icons and samples would all look alike. */
const LEAST_BYTES = 4_096;

/** About half a second of the workshop: others get their turn between. */
const COMPARED_AT_ONCE = 300;

interface Found {
  readonly photo: PrintedPhoto;
  readonly hint: PhotoHint;
}

export const photoCheckWork: WorkKind = {
  kind: 'photo-check',
  name: () => '照片核对',

  async make(context) {
    const { work, store, at } = context;
    const pictures = await Promise.all(textsOf(work, 'pictureIds').map((id) => store.pictures.get(id)));
    const isOld = at.getTime() - work.createdAt.getTime() > LONGEST_WAIT_MS;
    if (!isOld && pictures.some((picture) => picture?.state === 'waiting')) return { waitMs: LOOK_AGAIN_MS };
    await remember(context);
    const found = await compare(context);
    return { settle: (target, when) => tell(target, when, found, context) };
  },

  giveUp: (store, context) => tell(store, context.at, [], context),
};

/** Takes in what the photos look like that are not known yet: those of this report first. */
async function remember({ work, store, workshop, files }: WorkContext): Promise<void> {
  const photos: IssuePhoto[] = [];
  for (const no of numbersOf(work, 'issueNos')) photos.push(...(await store.pictures.ofIssue(no)));
  const own = await store.photoChecks.unknown(photos.flatMap(({ hash }) => hash ?? []));
  const others = await store.photoChecks.unprinted(OLD_ONES_AT_ONCE);
  for (const hash of new Set([...own, ...others])) {
    const isPhoto = (await files.sizeOf(hash)) >= LEAST_BYTES;
    const fingerprint = isPhoto ? await workshop.run('fingerprint', files.pathOf(hash)) : undefined;
    await store.photoChecks.remember(hash, fingerprint ?? '');
  }
}

async function compare({ work, store, workshop, settings }: WorkContext): Promise<readonly Found[]> {
  const [issueNos, sent] = [numbersOf(work, 'issueNos'), textsOf(work, 'pictureIds')];
  // 进展 pictures prove nothing yet: the same one may be sent again with the report.
  const all = (await store.photoChecks.all()).filter(({ kind }) => kind !== 'progress');
  const found: Found[] = [];
  for (const photo of all) {
    if (photo.kind !== 'after' || !issueNos.includes(photo.issueNo) || !sent.includes(photo.pictureId)) continue;
    const isBefore = (other: PrintedPhoto): boolean =>
      other.kind === 'before' && other.issueNo === photo.issueNo && other.round === photo.round;
    const others = all.filter(({ pictureId }) => !sent.includes(pictureId));
    const { thresholds } = settings.pictures;
    const after = photo.fingerprint;
    const before = others.filter(isBefore).map(known);
    const hints = [...(await workshop.run('comparePhotos', { after, before, earlier: [], thresholds }))];
    const earlier = others.filter((other) => !isBefore(other)).map(known);
    for (let from = 0; from < earlier.length; from += COMPARED_AT_ONCE) {
      const some = earlier.slice(from, from + COMPARED_AT_ONCE);
      hints.push(...(await workshop.run('comparePhotos', { after, before: [], earlier: some, thresholds })));
    }
    found.push(...surest(hints).map((hint) => ({ photo, hint })));
  }
  return found;
}

/** One of a kind; what is like an earlier photo need not be said to be of another place. */
function surest(hints: readonly PhotoHint[]): readonly PhotoHint[] {
  const best = (kind: PhotoHint['kind']): readonly PhotoHint[] =>
    hints
      .filter((hint) => hint.kind === kind)
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, 1);
  const reused = best('reused');
  return [...best('identical'), ...reused, ...(reused.length > 0 ? [] : best('otherPlace'))];
}

const known = ({ pictureId, issueNo, fingerprint }: PrintedPhoto): KnownPhoto => ({ pictureId, issueNo, fingerprint });

async function tell(store: Store, at: Date, found: readonly Found[], context: WorkContext): Promise<void> {
  const { work, directory, postbox } = context;
  for (const { photo, hint } of found) {
    const { pictureId, issueNo, round } = photo;
    await store.photoChecks.addHint({ pictureId, issueNo, round, kind: hint.kind, text: verifierHint(hint), at });
  }
  const sender = directory.person(textOf(work, 'by'));
  if (sender && found.length > 0) {
    const lines = new Set(found.map(({ photo, hint }) => `#${photo.issueNo}：${senderSentence(hint)}`));
    const text = ['【照片提示】', ...lines, '只提示您本人；照片无误的，不用理会。'].join('\n');
    await postbox.notice(store, { to: sender, text, at });
  }
  const letters = noticesOf(context).flatMap((notice) => {
    const to = directory.person(notice.to);
    const hints = found.filter(({ photo }) => photo.issueNo === notice.issueNo).map(({ hint }) => verifierHint(hint));
    const dueAt = notice.dueAt === undefined ? at : new Date(notice.dueAt);
    return to ? [{ to, text: [notice.text, ...new Set(hints)].join('\n'), at, dueAt }] : [];
  });
  const numbers = [...new Set(noticesOf(context).map(({ issueNo }) => `#${issueNo}`))].join('、');
  await postEach(store, { letters, what: `${numbers}的待核查通知`, by: textOf(work, 'by') }, context);
}

/** Only commands/issue/reported-answer.ts writes them. */
const noticesOf = ({ work }: WorkContext): readonly VerifyNotice[] =>
  (work.args['notices'] ?? []) as readonly VerifyNotice[];
