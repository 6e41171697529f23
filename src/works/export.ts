/** 导出: the sheet a person asked for, as things stood when it was asked, sent one-to-one. */
import type { Period } from '../domain/figures.ts';
import { inPeriod } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf } from '../domain/shanghai.ts';
import { withAssigned } from '../domain/material.ts';
import type { Material } from '../domain/material.ts';
import { unitTable } from '../papers/issue-tables.ts';
import type { LedgerPhotos } from '../papers/ledger.ts';
import { materialTable } from '../papers/material-table.ts';
import type { MaterialRow } from '../papers/material-table.ts';
import { taskBreakdownTable } from '../papers/task-tables.ts';
import { postEach } from './posting.ts';
import { keptFile, textOf, textsOf } from './work-kind.ts';
import type { WorkContext, WorkKind } from './work-kind.ts';

const SHEETS: Readonly<Record<string, { readonly name: string; make(context: WorkContext): Promise<Uint8Array> }>> = {
  ledger: { name: '问题台账', make: ledger },
  tasks: { name: '任务分解表', make: tasks },
  materials: { name: '资料清单', make: materials },
  units: { name: '单位整改情况表', make: units },
};

export const exportWork: WorkKind = {
  kind: 'export',
  name: (work) => SHEETS[textOf(work, 'sheet')]?.name ?? '表格',

  async make(context) {
    const { work, directory, files } = context;
    const sheet = SHEETS[textOf(work, 'sheet')];
    const to = directory.person(textOf(work, 'to'));
    if (!sheet || !to) return null;
    const bytes = await sheet.make(context);
    const whose = textsOf(work, 'units').length === 0 ? '' : `-${textsOf(work, 'units').join('、').slice(0, 30)}`;
    const name = `${sheet.name}${whose}-${dayOf(askedAt(context))}.xlsx`;
    const file = await keptFile(files, { kind: 'file', name, bytes });
    return {
      async settle(store, at) {
        const letter = { to, text: `《${sheet.name}》整理好了，请查收。`, attachments: [file], at };
        await postEach(store, { letters: [letter], what: `《${sheet.name}》`, by: to.name }, context);
      },
    };
  },
};

const askedAt = ({ work }: WorkContext): Date => new Date(textOf(work, 'at'));

/** Only commands/export writes it, from what the reader gives. */
const periodOf = ({ work }: WorkContext): Period | null => (work.args['period'] ?? null) as Period | null;

async function issuesOf(context: WorkContext): Promise<readonly Issue[]> {
  const { store, work, settings } = context;
  const at = askedAt(context);
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

async function ledger(context: WorkContext): Promise<Uint8Array> {
  const { settings, workshop } = context;
  const issues = await issuesOf(context);
  const photos: LedgerPhotos[] = [];
  for (const issue of issues) photos.push(await photosOf(issue, context));
  return workshop.run('ledger', { issues, settings: { categories: settings.categories }, photos });
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

async function tasks(context: WorkContext): Promise<Uint8Array> {
  const { store, work, workshop } = context;
  const asked = textsOf(work, 'units');
  const found = (await store.tasks.list({})).filter(
    (task) => asked.length === 0 || asked.some((unit) => task.units.includes(unit) || task.coUnits.includes(unit)),
  );
  return workshop.run('sheet', taskBreakdownTable(found, askedAt(context)));
}

async function units(context: WorkContext): Promise<Uint8Array> {
  const { store, work, directory, settings, workshop } = context;
  const at = askedAt(context);
  const issues = await store.issues.listAsOf(at, {});
  const table = unitTable(issues, { at, directory, settings, period: periodOf(context), before: null });
  const asked = textsOf(work, 'units');
  const column = table.columns.findIndex(({ name }) => name === '单位');
  const rows = table.rows.filter((row) => asked.length === 0 || asked.includes(String(row[column])));
  return workshop.run('sheet', { ...table, rows });
}

async function materials(context: WorkContext): Promise<Uint8Array> {
  const { store, work, settings, workshop } = context;
  const asked = textsOf(work, 'units');
  const rows = withAssigned(await store.materials.list({}), settings).filter(
    ({ unit }) => asked.length === 0 || asked.includes(unit),
  );
  return workshop.run('sheet', materialTable(rows.map(materialRow)));
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
