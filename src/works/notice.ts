/** 提醒函、督办单、问责建议、交办单 as .docx with photos and the receipt of service as known now: to those it is for (domain §7, §12). */
import { paperNumber } from '../domain/paper.ts';
import type { Paper } from '../domain/paper.ts';
import { stampText } from '../domain/shanghai.ts';
import { enclosedPhotos, noticeOf, photosOf } from '../papers/ladder-paper.ts';
import type { EnclosedPhoto } from '../papers/ladder-paper.ts';
import type { Store } from '../../storage/store.ts';
import { postEach } from './posting.ts';
import { keptFile, textOf, textsOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

export const noticeWork: WorkKind = {
  kind: 'notice',
  name: () => '文书文件',

  async make(context) {
    const { work, store, directory, workshop, files, log } = context;
    const paper = (await store.papers.list({ issueNos: numbersIn(work.args['issueNo']) })).find(
      ({ id }) => id === textOf(work, 'paperId'),
    );
    if (paper === undefined || paper.state !== 'signed') return null;
    const notice = noticeOf(paper, await store.papers.services(paper.id));
    const { file: bytes, missing } = await workshop.run('notice', { notice, photos: await photosFor(paper, context) });
    if (missing.length > 0) log('photos left out of a paper', { paper: paper.id, missing });
    const number = paperNumber(paper);
    const file = await keptFile(files, { kind: 'file', name: `${number} ${paper.title}.docx`, bytes });
    return {
      async settle(target: Store, at) {
        const dueAt = new Date(Math.max(at.getTime(), Date.parse(textOf(work, 'dueAt')) || 0));
        const letter = { text: `${number} ${paper.title}（文件）`, attachments: [file], at, dueAt };
        const people = textsOf(work, 'people').flatMap((name) => directory.person(name) ?? []);
        const letters = people.map((to) => ({ ...letter, to }));
        await postEach(target, { letters, what: `${number}的文件`, by: textOf(work, 'by') }, context);
      },
    };
  },
};

const numbersIn = (value: unknown): readonly number[] => (typeof value === 'number' ? [value] : []);

const CAPTIONS: Readonly<Record<EnclosedPhoto['kind'], string>> = {
  before: '整改前',
  after: '整改后',
  verify: '核查时',
  evidence: '佐证',
  progress: '进展',
};

/** Those the paper was drafted with; what cannot be fetched is left out. */
async function photosFor(paper: Paper, { store, files }: WorkContext) {
  const photos = photosOf(paper) ?? (await presentOnes(paper, store));
  const found: { readonly caption: string; readonly source: string }[] = [];
  for (const { issueNo, kind, pictureId } of photos) {
    const picture = await store.pictures.get(pictureId);
    if (!picture || picture.hash === null) continue;
    const caption = `#${issueNo} ${CAPTIONS[kind]}（${stampText(picture.sentAt)}）`;
    found.push({ caption, source: files.pathOf(picture.hash) });
  }
  return found;
}

/** Papers that were drafted before photos were frozen with them. */
async function presentOnes({ issueNo }: Paper, store: Pick<Store, 'issues' | 'pictures'>) {
  const issue = await store.issues.find(issueNo);
  return issue === undefined ? [] : enclosedPhotos(issue, await store.pictures.ofIssue(issueNo));
}
