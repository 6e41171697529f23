/** 问题台账: all particulars of problems as a sheet, with the picture before and after (domain §2). The import reads it back. */
import type { Issue, IssueOrigin, IssueSource } from '../domain/issue.ts';
import type { Settings } from '../domain/settings.ts';
import { categoryName } from '../domain/stats.ts';
import { STATE_NAMES } from '../domain/steps/state.ts';
import { column } from './paper-table.ts';
import type { PaperTable } from './paper-table.ts';
import { writeSheet } from './sheet.ts';
import type { SheetPicture } from './sheet.ts';
import { cellThumbnail } from './thumbnail.ts';
import type { PhotoSource } from './thumbnail.ts';

export const SOURCE_NAMES: Readonly<Record<IssueSource, string>> = {
  inspection: '督查',
  superior: '上级反馈',
  citizen: '市民留言',
  '12345': '12345热线',
  mock: '模拟测评',
};

export const ORIGIN_NAMES: Readonly<Record<IssueOrigin, string>> = {
  leaders: '领导督导',
  sector: '行业联查',
  grid: '网格巡查',
  territory: '属地排查',
};

/** 问题台账 without pictures; the order of the issues is kept. */
export function ledgerTable(issues: readonly Issue[], settings: Pick<Settings, 'categories'>): PaperTable {
  return {
    title: '问题台账',
    columns: [
      column('编号', 3, 'count'),
      column('状态', 4, 'word'),
      column('责任单位', 7),
      column('地点', 12),
      column('问题', 14),
      column('类别', 5, 'word'),
      column('责任人', 4, 'word'),
      column('交办时间', 7, 'moment'),
      column('时限', 7, 'moment'),
      column('销号时间', 7, 'moment'),
      column('备注', 8),
      column('整改前', 7),
      column('整改后', 7),
      column('协办单位', 6),
      column('点位', 7),
      column('来源', 5, 'word'),
      column('督查组', 5, 'word'),
      column('登记人', 4, 'word'),
      column('认领时间', 7, 'moment'),
      column('报整改时间', 7, 'moment'),
      column('退回次数', 3, 'count'),
      column('反弹次数', 3, 'count'),
    ],
    // All of them on one page would be too small to read: what stands right of the pictures is for the screen.
    printed: 13,
    rows: issues.map((issue) => [
      issue.no,
      STATE_NAMES[issue.state],
      issue.units.join('、'),
      issue.location,
      issue.description,
      categoryName(issue.category, settings),
      issue.owner,
      issue.dispatchedAt?.toISOString() ?? null,
      issue.deadline?.toISOString() ?? null,
      issue.closedAt?.toISOString() ?? null,
      noteOf(issue),
      null,
      null,
      issue.coUnits.join('、'),
      issue.site,
      SOURCE_NAMES[issue.source] + (issue.origin === null ? '' : `（${ORIGIN_NAMES[issue.origin]}）`),
      issue.team,
      issue.loggedBy,
      issue.claimedAt?.toISOString() ?? null,
      issue.reportedAt?.toISOString() ?? null,
      issue.returnCount,
      issue.reboundCount,
    ]),
  };
}

function noteOf({ suspension, mergedInto, fixedOnSpot, chronic }: Issue): string {
  const notes = [
    ...(suspension === null ? [] : [`挂账：${suspension.reason}`]),
    ...(mergedInto === null ? [] : [`并入#${mergedInto}`]),
    ...(fixedOnSpot ? ['现场整改'] : []),
    ...(chronic ? ['老大难'] : []),
  ];
  return notes.join('；');
}

/** Photos of one problem: at most one of each is shown. */
export interface LedgerPhotos {
  readonly no: number;
  readonly before: PhotoSource | null;
  readonly after: PhotoSource | null;
}

export interface LedgerExtras {
  readonly photos?: readonly LedgerPhotos[] | undefined;
  /** What is listed, to stand behind the title. */
  readonly scope?: string | undefined;
}

/** The ledger as .xlsx. A photo that cannot be read is said in its cell. Reading photos takes time: to be made in the workshop. */
export async function ledgerSheet(
  issues: readonly Issue[],
  settings: Pick<Settings, 'categories'>,
  { photos = [], scope }: LedgerExtras = {},
): Promise<Buffer> {
  const table = { ...ledgerTable(issues, settings), scope };
  const rows = table.rows.map((row) => [...row]);
  const rowOf = new Map(issues.map((issue, row) => [issue.no, row]));
  const pictures: SheetPicture[] = [];
  for (const { no, before, after } of photos) {
    const row = rowOf.get(no);
    if (row === undefined) continue;
    for (const [source, name] of [
      [before, '整改前'],
      [after, '整改后'],
    ] as const) {
      if (source === null) continue;
      const column = table.columns.findIndex((one) => one.name === name);
      const bytes = await cellThumbnail(source);
      const cells = rows[row];
      if (bytes !== undefined) pictures.push({ row, column, bytes, type: 'jpeg', caption: `#${no} ${name}` });
      else if (cells !== undefined) cells[column] = '图片无法打开';
    }
  }
  return writeSheet({ ...table, rows }, pictures);
}
