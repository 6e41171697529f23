/** A row of a superior's list as a new problem: a draft that waits for the office (domain §4). */
import { isDanger } from '../../domain/deadline.ts';
import type { ImportRow, ListedProblem } from '../../domain/import-row.ts';
import { UNTOUCHED } from '../../domain/issue.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Settings } from '../../domain/settings.ts';

/** Not dispatched and on nobody's clock until the office confirms it. `by`: who imported the list. */
export function draftIssue(
  problem: ListedProblem,
  context: { readonly at: Date; readonly by: string; readonly settings: Settings },
): Omit<Issue, 'no'> {
  const { location, site, category, description, units, coUnits, deadline } = problem;
  return {
    ...UNTOUCHED,
    location,
    site,
    category,
    description,
    units,
    coUnits,
    deadline,
    state: 'draft',
    source: 'superior',
    origin: null,
    urgent: isDanger({ category, description }, context.settings),
    loggedBy: context.by,
    team: null,
    groupId: null,
    loggedAt: context.at,
    dispatchedAt: null,
  };
}

/** For the record: the file, the row, and what the office has settled in it. */
export function importedNote(file: string, { problem, decided }: Pick<ImportRow, 'problem' | 'decided'>): string {
  const settled = decided.length === 0 ? '' : `。核定：${decided.join('，')}`;
  return `导入自${file}，${problem.note}${settled}`;
}
