/** 提醒函、督办单、问责建议、交办单 as .docx with photos and the receipt of service as known now: to those it is for (domain §7, §12). */
import { paperNumber } from '../domain/paper.ts';
import type { Paper } from '../domain/paper.ts';
import { noticeOf } from '../papers/ladder-paper.ts';
import type { Store } from '../../storage/store.ts';
import { keptFile, textOf, textsOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

/** As many of each as help; the rest stand in the ledger. */
const MOST_PHOTOS = 2;

export const noticeWork: WorkKind = {
  kind: 'notice',
  name: () => '文书文件',

  async make(context) {
    const { work, store, directory, workshop, files, postbox, log } = context;
    const paper = (await store.papers.list({ issueNos: numbersIn(work.args['issueNo']) })).find(
      ({ id }) => id === textOf(work, 'paperId'),
    );
    if (paper === undefined || paper.state !== 'signed') return null;
    const notice = noticeOf(paper, await store.papers.services(paper.id));
    const { file: bytes, missing } = await workshop.run('notice', { notice, photos: await photosOf(paper, context) });
    if (missing.length > 0) log('photos left out of a paper', { paper: paper.id, missing });
    const number = paperNumber(paper);
    const file = await keptFile(files, { kind: 'file', name: `${number} ${paper.title}.docx`, bytes });
    return {
      files: [file],
      async settle(target: Store, at) {
        const dueAt = new Date(Math.max(at.getTime(), Date.parse(textOf(work, 'dueAt')) || 0));
        for (const name of textsOf(work, 'people')) {
          const to = directory.person(name);
          const letter = { text: `${number} ${paper.title}（文件）`, attachments: [file], at, dueAt };
          if (to) await postbox.notice(target, { ...letter, to });
        }
      },
    };
  },
};

const numbersIn = (value: unknown): readonly number[] => (typeof value === 'number' ? [value] : []);

async function photosOf({ issueNo, round }: Paper, { store, files }: WorkContext) {
  const photos = (await store.pictures.ofIssue(issueNo)).filter((photo) => photo.round === round);
  const of = (kind: 'before' | 'after', name: string) =>
    photos
      .filter((photo) => photo.kind === kind)
      .slice(0, MOST_PHOTOS)
      .flatMap(({ hash }) => (hash === null ? [] : [{ caption: `#${issueNo} ${name}`, source: files.pathOf(hash) }]));
  return [...of('before', '整改前'), ...of('after', '整改后')];
}
