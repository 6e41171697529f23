/** A draft as chat shows it, and what may be done with it. */
import type { Directory } from '../domain/city.ts';
import type { Publication } from '../domain/publication.ts';
import type { Settings } from '../domain/settings.ts';
import type { Group } from '../domain/directory.ts';
import { specialIssueText } from './special-issue.ts';
import type { SpecialIssue } from './special-issue.ts';

interface Addressing {
  readonly directory: Directory;
  readonly settings: Settings;
}

/** Series of the numbers drafts are called by. */
export const DRAFT_SERIES = 'publication-draft';

/** Only modelRow and gatherSpecialIssue make models. */
export const modelOf = ({ model }: Pick<Publication, 'model'>): SpecialIssue => model as unknown as SpecialIssue;

/** What a row keeps of a paper. */
export const modelRow = (model: SpecialIssue): Pick<Publication, 'model' | 'text' | 'issueNos'> => ({
  model: { ...model },
  text: specialIssueText(model),
  issueNos: model.issueNos,
});

/** The groups a signed one goes to. */
export function groupsOf({ directory, settings }: Addressing): readonly Group[] {
  const { groups } = settings.publications;
  return groups === null
    ? directory.groups.filter(({ receivesBulletin }) => receivesBulletin)
    : directory.groups.filter(({ id }) => groups.includes(id));
}

/** The whole draft, with its number to be quoted, and how to go on. */
export function draftCard(draft: Pick<Publication, 'draftNo' | 'text'>, context: Addressing): string {
  const groups = groupsOf(context).map(({ name }) => name);
  const where = groups.length === 0 ? '还没有设置发往哪些群' : `发往：${groups.join('、')}`;
  return [
    `【草稿${draft.draftNo}号】${draft.text}`,
    '———',
    `（草稿，没有发出。修改请引用本条说“把第三部分第2条删掉”“第四部分加一句：…”“第一部分第1条改为：…”；` +
      `由创城办负责人引用本条回复“签发”，或回复“签发草稿${draft.draftNo}号”，签发时编期号。${where}）`,
  ].join('\n');
}
