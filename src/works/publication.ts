/** A signed 周报、专报、情况通报 as .docx: to the groups it goes to, to 指挥部领导 and to whoever signed it; or only to who asks for it again. */
import { hasRole } from '../domain/city.ts';
import { PUBLICATION_NAMES, publicationNumber } from '../domain/publication.ts';
import type { Publication } from '../domain/publication.ts';
import { groupsOf } from '../papers/draft-card.ts';
import type { SpecialIssue } from '../papers/special-issue.ts';
import type { Store } from '../../storage/store.ts';
import { postEach } from './posting.ts';
import { keptFile, textOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

export const publicationWork: WorkKind = {
  kind: 'publication',
  name: () => '通报文件',

  async make(context) {
    const { work, workshop, files } = context;
    const publication = await publicationOf(context);
    if (publication === undefined) return null;
    // Only gatherSpecialIssue and the edits make models; they hold plain JSON.
    const bytes = await workshop.run('specialIssue', publication.model as unknown as SpecialIssue);
    const title = `${PUBLICATION_NAMES[publication.kind]}${publicationNumber(publication)}`;
    const file = await keptFile(files, { kind: 'file', name: `${title}.docx`, bytes });
    return {
      async settle(store, at) {
        const only = textOf(work, 'only');
        const letter = { text: coverText(publication, title), attachments: [file], at };
        if (only === '') await sendOut(store, letter, context);
        else await toPeople(store, [only], letter, context);
      },
    };
  },
};

async function publicationOf({ store, work }: WorkContext): Promise<Publication | undefined> {
  const [publication] = await store.publications.list({ id: textOf(work, 'publicationId'), state: 'signed' });
  return publication;
}

/** 【督查专报】第258期, its title, and who issued it. */
function coverText({ kind, model, signedBy }: Publication, title: string): string {
  const { title: about, issuer, corrects } = model as unknown as SpecialIssue;
  const correction =
    corrects === null ? '' : `（更正${corrects.year === null ? '' : `${corrects.year}年`}第${corrects.no}期）`;
  return [
    `【${PUBLICATION_NAMES[kind]}】${title.slice(PUBLICATION_NAMES[kind].length)}${correction}`,
    about,
    `${issuer}　签发：${signedBy ?? ''}`,
  ].join('\n');
}

type Letter = Pick<Parameters<WorkContext['postbox']['parcel']>[1], 'text' | 'attachments' | 'at'>;

async function sendOut(store: Store, letter: Letter, context: WorkContext): Promise<void> {
  const { directory, settings, postbox, work } = context;
  const reached: string[] = [];
  for (const group of groupsOf({ directory, settings })) {
    if (await postbox.parcel(store, { ...letter, groupId: group.id })) reached.push(...group.members);
  }
  const leaders = settings.publications.toCommanders
    ? directory.people.filter((person) => hasRole(person, 'commander'))
    : [];
  const apart = [...leaders.map(({ name }) => name), ...(work.told === null ? [] : [work.told])];
  await toPeople(
    store,
    apart.filter((name) => !reached.includes(name) && name !== textOf(work, 'has')),
    letter,
    context,
  );
}

async function toPeople(store: Store, names: readonly string[], letter: Letter, context: WorkContext): Promise<void> {
  const people = [...new Set(names)].flatMap((name) => context.directory.person(name) ?? []);
  const letters = people.map((to) => ({ ...letter, to }));
  const [what = ''] = letter.text.split('\n');
  await postEach(store, { letters, what, by: context.work.told ?? '' }, context);
}
