/** A superior's list of problems → drafts matched to sites and units (domain §4, §15). Nothing is guessed; what is open is named by row. */
import type { Directory } from '../../domain/city.ts';
import type { ImportRow, ListedProblem, OpenKind, OpenPoint } from '../../domain/import-row.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Settings } from '../../domain/settings.ts';
import { readDateCell } from './date-cell.ts';
import type { DateReading } from './date-cell.ts';
import { readUnits, siteIn, siteNamed } from './names-cell.ts';
import { newOutcome } from './outcome.ts';
import type { Understood } from './outcome.ts';
import type { ListRow, ReadList } from './table-reading.ts';
import { changedColumns } from './own-ledger.ts';

/** A draft to be numbered where nothing is open in it; else a row that waits for the office. */
export interface ProblemEntry extends ListedProblem {
  readonly open: readonly OpenPoint[];
}

export interface ProblemsContext {
  readonly directory: Directory;
  readonly settings: Pick<Settings, 'categories'>;
  /** All problems that stand already. */
  readonly known: readonly Issue[];
  /** Rows of earlier imports that are no problems: those that wait, and those that the office did not want. */
  readonly rows?: readonly ImportRow[];
  /** Year of dates without one. */
  readonly year: number | null;
}

/** Our own 台账 come back: its numbers are ours and nothing is made of them twice. */
export const isOwnLedger = ({ keys }: ReadList): boolean =>
  ['no', 'state', 'loggedBy', 'rebounds'].every((key) => keys.has(key));

export function understandProblems(list: ReadList, context: ProblemsContext): Understood<ProblemEntry> {
  const outcome = newOutcome<ProblemEntry>();
  const byNo = new Map(context.known.map((issue) => [issue.no, issue]));
  const standing = new Map([
    ...(context.rows ?? []).map(
      (row) => [sameness(row.problem.location, row.problem.description), rowText(row)] as const,
    ),
    ...context.known.map((issue) => [sameness(issue.location, issue.description), `#${issue.no}`] as const),
  ]);
  const own = isOwnLedger(list);
  for (const row of list.rows) {
    if (own) {
      const issue = byNo.get(Number(row.text('no')));
      const changed = issue === undefined ? [] : changedColumns(row, issue, context);
      if (issue === undefined) outcome.refuse(row.rowNo, `编号“${row.text('no')}”不在库里，台账里的行不能新增问题`);
      else if (changed.length > 0)
        outcome.refuse(row.rowNo, `#${issue.no}的${changed.join('、')}与库里不同；导入不改已有问题，请在群里办理`);
      else outcome.know(row.rowNo, `#${issue.no}`);
      continue;
    }
    const { entry, refusal } = understandRow(row, context);
    const key = sameness(entry.location, entry.description);
    const twin = standing.get(key);
    if (refusal !== null) outcome.refuse(row.rowNo, refusal);
    else if (twin !== undefined) outcome.know(row.rowNo, twin);
    else {
      outcome.entry(
        entry,
        entry.open.map(({ text }) => text),
      );
      standing.set(key, `第${row.rowNo}行`);
    }
  }
  return outcome.done();
}

const rowText = ({ importNo, rowNo, state }: ImportRow): string =>
  `导入${importNo}号第${rowNo}行，${state === 'dropped' ? `已定为不要；还要的话在群里回复“导入${importNo}号第${rowNo}行恢复”` : '待定'}`;

/** The same place and the same words, however they are spaced. */
const sameness = (location: string, description: string): string =>
  `${location}|${description}`.normalize('NFKC').replace(/[\s,，。;；、]/gu, '');

function understandRow(row: ListRow, { directory, settings, year }: ProblemsContext) {
  const [place, siteText, description] = [row.text('location'), row.text('site'), row.text('description')];
  const location =
    place === '' || siteText.includes(place) ? siteText : place.includes(siteText) ? place : `${siteText} ${place}`;
  const site = siteText === '' ? siteIn(location, directory) : siteNamed(siteText, directory);
  const lead = readUnits(row.text('units'), directory);
  const co = readUnits(row.text('coUnits'), directory);
  const deadline = readDateCell(row.cell('deadline'), year);
  const foundOn = readDateCell(row.cell('foundOn'), year);
  const named = row.text('category');
  const category = categoryIn(named, description, settings);
  const isOtherWord = !settings.categories.some(({ id, name }) => named === name || named === id);
  const point = (kind: OpenKind, text: string): OpenPoint => ({ kind, text });
  const open = [
    ...(lead.units.length === 0 && lead.unknown.length === 0
      ? [point('units', `没有责任单位${site?.unit ? `（点位的责任单位是${site.unit}）` : ''}`)]
      : []),
    ...lead.unknown.map((word) => point('units', `单位“${word}”不认识`)),
    ...co.unknown.map((word) => point('coUnits', `协办单位“${word}”不认识`)),
    ...(siteText !== '' && site === undefined ? [point('site', `点位“${siteText}”不在点位表里`)] : []),
    ...(category === undefined ? [point('category', `类别“${named || '未写'}”定不下来`)] : []),
    ...dateDoubt('deadline', '时限', deadline),
    ...dateDoubt('foundOn', '检查日期', foundOn),
  ];
  const entry = {
    rowNo: row.rowNo,
    location,
    site: site?.name ?? null,
    description,
    category: category ?? 'other',
    units: lead.units,
    coUnits: co.units.filter((unit) => !lead.units.includes(unit)),
    deadline: deadline.kind === 'date' ? deadline.at : null,
    note: noteOf(row, foundOn.kind === 'date' ? foundOn.day : null, isOtherWord ? named : ''),
    open,
  };
  const refusal = description === '' ? '没有问题内容' : location === '' ? '没有地点' : null;
  return { entry, refusal };
}

const dateDoubt = (kind: OpenKind, name: string, date: DateReading): readonly OpenPoint[] =>
  date.kind === 'refused' ? [{ kind, text: `${name}“${date.text}”没有采用：${date.why}` }] : [];

const noteOf = (row: ListRow, foundOn: string | null, category: string): string =>
  [
    `清单第${row.rowNo}行`,
    ...(row.text('no') === '' ? [] : [`原编号${row.text('no')}`]),
    ...(category === '' ? [] : [`原类别${category}`]),
    ...(foundOn === null ? [] : [`检查日期${foundOn}`]),
  ].join('，');

/**
 * By the column's word; where another office sorts by other words, by what those or the description name first. A draft that the office
 * confirms, and the record keeps the word of the list.
 */
function categoryIn(
  named: string,
  description: string,
  { categories }: Pick<Settings, 'categories'>,
): string | undefined {
  const plain = named.replace(/(?:类|问题|方面)+$/u, '');
  const exact = categories.find(
    ({ id, name }) => named !== '' && [named, plain].some((word) => word === name || word === id),
  );
  return exact?.id ?? firstNamed(plain, categories) ?? firstNamed(description, categories);
}

/** The category whose name or word stands first in the text. */
function firstNamed(text: string, categories: Settings['categories']): string | undefined {
  const [first] = categories
    .flatMap(({ id, name, words }) =>
      [name, ...words].map((word) => ({ id, length: word.length, at: text.indexOf(word) })),
    )
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at || b.length - a.length);
  return first?.id;
}
