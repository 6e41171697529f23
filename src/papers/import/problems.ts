/** A superior's list of problems → drafts matched to sites and units (domain §4, §15). Nothing is guessed; what is open is named by row. */
import type { Directory } from '../../domain/city.ts';
import type { ImportRow, ListedProblem, OpenKind, OpenPoint } from '../../domain/import-row.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Settings } from '../../domain/settings.ts';
import { siteIn, siteNamed } from '../../domain/site-in.ts';
import { readDateCell } from './date-cell.ts';
import type { DateReading } from './date-cell.ts';
import { readUnits } from './names-cell.ts';
import { isDoneWord } from './done-word.ts';
import { newOutcome } from './outcome.ts';
import type { Understood } from './outcome.ts';
import type { ListRow, ReadList } from './table-reading.ts';
import { changedColumns } from './own-ledger.ts';
import { twinsAmong } from './twins.ts';

/** A draft to be numbered where nothing is open in it; else a row that waits for the office. */
export interface ProblemEntry extends ListedProblem {
  readonly open: readonly OpenPoint[];
}

/** Id of the category that words are of; null where they do not tell. */
export type FindCategory = (description: string, location: string | null) => string | null;

export interface ProblemsContext {
  readonly directory: Directory;
  readonly settings: Pick<Settings, 'categories'>;
  /** 类别 of words, as in a message: the rules of `reading/`. */
  readonly findCategory: FindCategory;
  /** All problems that stand already. */
  readonly known: readonly Issue[];
  /** Rows of earlier imports that are no problems: those that wait, and those that the office did not want. */
  readonly rows?: readonly ImportRow[];
  /** Year of dates without one. */
  readonly year: number | null;
}

/** Our own 台账 come back: its numbers are ours and nothing is made of them twice. */
const isOwnLedger = ({ keys }: ReadList): boolean =>
  ['no', 'state', 'loggedBy', 'rebounds'].every((key) => keys.has(key));

export function understandProblems(list: ReadList, context: ProblemsContext): Understood<ProblemEntry> {
  const outcome = newOutcome<ProblemEntry>();
  const byNo = new Map(context.known.map((issue) => [issue.no, issue]));
  const twins = twinsAmong(context.known, context.rows ?? []);
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
    const { entry, foundOn, refusal } = understandRow(row, context);
    const twin = twins.of({ ...entry, foundOn });
    if (refusal !== null) outcome.refuse(row.rowNo, refusal);
    else if (twin !== null && 'known' in twin) outcome.know(row.rowNo, twin.known);
    else {
      const ended = twin === null ? [] : [`${twin.ended}${twin.advice}`];
      const note = twin === null ? entry.note : `${entry.note}，${twin.ended}`;
      outcome.entry({ ...entry, note }, [...entry.open.map(({ text }) => text), ...ended]);
      twins.add({ ...entry, foundOn });
    }
  }
  return outcome.done();
}

function understandRow(row: ListRow, context: ProblemsContext) {
  const { directory, settings, year } = context;
  const [place, siteText, description] = [row.text('location'), row.text('site'), row.text('description')];
  const location =
    place === '' || siteText.includes(place) ? siteText : place.includes(siteText) ? place : `${siteText} ${place}`;
  const site = siteText === '' ? siteIn(location, directory) : siteNamed(siteText, directory);
  const lead = readUnits(row.text('units'), directory);
  const co = readUnits(row.text('coUnits'), directory);
  const deadline = readDateCell(row.cell('deadline'), year);
  const foundOn = readDateCell(row.cell('foundOn'), year);
  const named = row.text('category');
  const { category, doubt } = categoryOf(row, location, context);
  const isOtherWord = !settings.categories.some(({ id, name }) => named === name || named === id);
  const point = (kind: OpenKind, text: string): OpenPoint => ({ kind, text });
  const open = [
    ...(lead.units.length === 0 && lead.unknown.length === 0
      ? [point('units', `没有责任单位${site?.unit ? `（点位的责任单位是${site.unit}）` : ''}`)]
      : []),
    ...lead.unknown.map((word) => point('units', `单位“${word}”不认识`)),
    ...co.unknown.map((word) => point('coUnits', `协办单位“${word}”不认识`)),
    ...(siteText !== '' && site === null ? [point('site', `点位“${siteText}”不在点位表里`)] : []),
    ...(doubt === null ? [] : [point('category', doubt)]),
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
  return { entry, foundOn: foundOn.kind === 'date' ? foundOn.day : null, refusal: refusalOf(row, location) };
}

function refusalOf(row: ListRow, location: string): string | null {
  if (row.text('description') === '') return '没有问题内容';
  if (location === '') return '没有地点';
  const state = row.text('state');
  return isDoneWord(state) ? `状态是“${state}”，不作为新问题登记；仍要登记的，请清空状态后再导入` : null;
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

interface CategoryReading {
  readonly category: string | null;
  /** What is open about it; null: nothing. */
  readonly doubt: string | null;
}

/**
 * By the column's word where that names a category; else by the description, as in a message; else by what the column's word is about. A
 * column that hides a danger (domain §10: 占用消防通道 by cars is no parking) is the office's to decide.
 */
function categoryOf(
  row: ListRow,
  location: string,
  { settings: { categories }, findCategory }: ProblemsContext,
): CategoryReading {
  const [word, description] = [row.text('category'), row.text('description')];
  const plain = word.replace(/(?:类|问题|方面)+$/u, '');
  const named = categories.find(
    ({ id, name }) => word !== '' && [word, plain].some((one) => one === name || one === id),
  );
  const told = findCategory(description, location);
  if (named === undefined) {
    const category = told ?? (plain === '' ? null : findCategory(plain, null));
    return { category, doubt: category === null ? `类别“${word || '未写'}”定不下来` : null };
  }
  const danger = categories.find(({ id, tier }) => id === told && tier === 0);
  const isHidden = danger !== undefined && named.tier !== 0;
  return { category: named.id, doubt: isHidden ? `类别写的是“${word}”，内容像是${danger.name}（紧急）` : null };
}
