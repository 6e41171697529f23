/** Which draft or published paper is meant. */
import type { RunContext } from '../../src/bot/command.ts';
import { PUBLICATION_NAMES, publicationNumber, requireOpen } from '../../src/domain/publication.ts';
import type { Publication } from '../../src/domain/publication.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { PublicationName } from '../../src/reading/publications.ts';

type Context = Pick<RunContext<object>, 'store'>;

/** `草稿3号（督查专报）`. */
export const draftTitle = (draft: Publication): string =>
  `${publicationNumber(draft)}（${PUBLICATION_NAMES[draft.kind]}）`;

/** The draft by its number, else the only open one of the kind. Throws Refusal `publication.none`, `publication.several`, `publication.state`. */
export async function findDraft(name: PublicationName, { store }: Context): Promise<Publication> {
  if (name.draftNo !== null) {
    const [named] = await store.publications.list({ draftNo: name.draftNo });
    if (!named) throw new Refusal('publication.none', `没有草稿${name.draftNo}号。没有作任何改动。`);
    requireOpen(named);
    return named;
  }
  const open = await store.publications.list({ state: 'draft', ...(name.kind === null ? {} : { kind: name.kind }) });
  const [only] = open;
  if (!only) {
    throw new Refusal('publication.none', '现在没有待签发的草稿。可以说“做一份本周的周报”“出一期本周的督查专报”。');
  }
  if (open.length === 1) return only;
  throw new Refusal(
    'publication.several',
    `有${open.length}份草稿：${open.map(draftTitle).join('、')}。请引用草稿，或写明是草稿几号。没有作任何改动。`,
  );
}

/** By 期号, of the kind and year where they are said. Throws Refusal `publication.none`, `publication.several`. */
export async function findPublished(name: PublicationName, { store }: Context): Promise<Publication> {
  const { no, year, kind } = name;
  const found = await store.publications.list({
    state: 'signed',
    ...(no === null ? {} : { no }),
    ...(year === null ? {} : { year }),
    ...(kind === null ? {} : { kind }),
  });
  const [newest] = found;
  const which = `${kind === null ? '' : PUBLICATION_NAMES[kind]}${year === null ? '' : `${year}年`}第${no ?? ''}期`;
  if (!newest) throw new Refusal('publication.none', `没有找到已签发的${which}。`);
  if (new Set(found.map((one) => one.kind)).size === 1) return newest;
  const names = found.map((one) => `${PUBLICATION_NAMES[one.kind]}${publicationNumber(one)}`);
  throw new Refusal('publication.several', `第${no ?? ''}期有：${names.join('、')}。请写明是哪一种。`);
}
