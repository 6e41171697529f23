/** 导出: the sheet a person asked for, as things stood when it was asked, sent one-to-one. */
import { untilToday } from '../domain/asked.ts';
import type { Period } from '../domain/figures.ts';
import { inPeriod } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf, periodText, stampText } from '../domain/shanghai.ts';
import { withAssigned } from '../domain/material.ts';
import type { Material } from '../domain/material.ts';
import { unitTable } from '../papers/issue-tables.ts';
import type { LedgerPhotos } from '../papers/ledger.ts';
import { materialTable } from '../papers/material-table.ts';
import type { MaterialRow } from '../papers/material-table.ts';
import type { PaperTable } from '../papers/paper-table.ts';
import { taskBreakdownTable } from '../papers/task-tables.ts';
import { postEach } from './posting.ts';
import { asOf, keptFile, textOf, textsOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

interface Sheet {
  readonly bytes: Uint8Array;
  /** Rows of its body. */
  readonly rows: number;
}

interface SheetKind {
  readonly name: string;
  /** It counts the problems of a period. */
  readonly isOfPeriod: boolean;
  make(scope: string, context: WorkContext): Promise<Sheet>;
}

const SHEETS: Readonly<Record<string, SheetKind>> = {
  ledger: { name: '问题台账', isOfPeriod: true, make: ledger },
  tasks: { name: '任务分解表', isOfPeriod: false, make: tasks },
  materials: { name: '资料清单', isOfPeriod: false, make: materials },
  units: { name: '单位整改情况表', isOfPeriod: true, make: units },
};

export const exportWork: WorkKind = {
  kind: 'export',
  name: (work) => SHEETS[textOf(work, 'sheet')]?.name ?? '表格',

  async make(context) {
    const { work, directory, files } = context;
    const sheet = SHEETS[textOf(work, 'sheet')];
    const to = directory.person(textOf(work, 'to'));
    if (!sheet || !to) return null;
    const day = dayOf(asOf(work));
    const scope = scopeOf(sheet, context);
    const until = `截至${day.slice(0, 4)}年${stampText(asOf(work)).replace(' ', '')}`;
    const { bytes, rows } = await sheet.make([...scope, until].join('，'), context);
    const name = `${[sheet.name, ...scope.map((words) => words.slice(0, MOST_OF_NAME)), day].join('-')}.xlsx`;
    const file = await keptFile(files, { kind: 'file', name, bytes });
    const what = `《${sheet.name}》${scope.length === 0 ? '' : `（${scope.join('，')}）`}`;
    const text = rows === 0 ? `${what}整理好了，这个范围内没有内容，表是空的。` : `${what}整理好了，请查收。`;
    return {
      async settle(store, at) {
        const letter = { to, text, attachments: [file], at };
        await postEach(store, { letters: [letter], what: `《${sheet.name}》`, by: to.name }, context);
      },
    };
  },
};

/** Characters of one part of a file's name. */
const MOST_OF_NAME = 30;

/** Whose, and of which days: 市城管局, 11月16—22日交办 (domain §5 scope). */
function scopeOf({ isOfPeriod }: SheetKind, context: WorkContext): readonly string[] {
  const { work } = context;
  const at = asOf(work);
  const period = isOfPeriod ? untilToday(periodOf(context), at) : null;
  return [
    ...(textsOf(work, 'units').length === 0 ? [] : [textsOf(work, 'units').join('、')]),
    ...(textOf(work, 'team') === '' ? [] : [textOf(work, 'team')]),
    ...(period === null ? [] : [`${periodText(period.from, period.to, dayOf(at))}交办`]),
  ];
}

/** Only commands/export writes it, from what the reader gives. */
const periodOf = ({ work }: WorkContext): Period | null => (work.args['period'] ?? null) as Period | null;

async function issuesOf(context: WorkContext): Promise<readonly Issue[]> {
  const { store, work, settings } = context;
  const at = asOf(work);
  const [asked, period] = [textsOf(work, 'units'), periodOf(context)];
  const all = await store.issues.listAsOf(at, {});
  const team = textOf(work, 'team');
  return all
    .filter(
      (issue) => asked.length === 0 || asked.some((unit) => issue.units.includes(unit) || issue.coUnits.includes(unit)),
    )
    .filter((issue) => team === '' || issue.team === team)
    .filter((issue) => period === null || inPeriod(period, at, settings)(issue));
}

async function ledger(scope: string, context: WorkContext): Promise<Sheet> {
  const { settings, workshop } = context;
  const issues = await issuesOf(context);
  const photos: LedgerPhotos[] = [];
  for (const issue of issues) photos.push(await photosOf(issue, context));
  const order = { issues, settings: { categories: settings.categories }, photos, scope };
  return { bytes: await workshop.run('ledger', order), rows: issues.length };
}

/** The first photo of what was found and the last one of what was put right, of this round. */
async function photosOf({ no, round }: Issue, { store, files }: WorkContext): Promise<LedgerPhotos> {
  const photos = (await store.pictures.ofIssue(no)).filter((photo) => photo.round === round && photo.hash !== null);
  const fileOf = (hash: string | null | undefined): string | null => (hash ? files.pathOf(hash) : null);
  return {
    no,
    before: fileOf(photos.find(({ kind }) => kind === 'before')?.hash),
    after: fileOf(photos.findLast(({ kind }) => kind === 'after')?.hash),
  };
}

async function tasks(scope: string, context: WorkContext): Promise<Sheet> {
  const { store, work } = context;
  const asked = textsOf(work, 'units');
  const found = (await store.tasks.list({})).filter(
    (task) => asked.length === 0 || asked.some((unit) => task.units.includes(unit) || task.coUnits.includes(unit)),
  );
  return written({ ...taskBreakdownTable(found, asOf(work)), scope }, context);
}

const written = async (table: PaperTable, { workshop }: WorkContext): Promise<Sheet> => ({
  bytes: await workshop.run('sheet', table),
  rows: table.rows.length,
});

async function units(scope: string, context: WorkContext): Promise<Sheet> {
  const { store, work, directory, settings } = context;
  const at = asOf(work);
  const issues = await store.issues.listAsOf(at, {});
  const table = unitTable(issues, { at, directory, settings, period: periodOf(context), before: null });
  const asked = textsOf(work, 'units');
  const column = table.columns.findIndex(({ name }) => name === '单位');
  const rows = table.rows.filter((row) => asked.length === 0 || asked.includes(String(row[column])));
  return written({ ...table, rows, scope }, context);
}

async function materials(scope: string, context: WorkContext): Promise<Sheet> {
  const { store, work, settings } = context;
  const asked = textsOf(work, 'units');
  const rows = withAssigned(await store.materials.list({}), settings).filter(
    ({ unit }) => asked.length === 0 || asked.includes(unit),
  );
  return written({ ...materialTable(rows.map(materialRow)), scope }, context);
}

const materialRow = (material: Material): MaterialRow => ({
  indicator: material.indicator,
  title: material.title ?? '',
  unit: material.unit,
  owner: material.submittedBy,
  deadline: material.deadline,
  state: material.state,
  submittedAt: material.submittedAt,
  returnReason: material.returnReason,
  pictures: material.pictureIds.length,
});
