/** Our own 台账 read back: what differs from what stands. Only the columns that say what the problem is; pictures and notes are not looked at. */
import type { Issue } from '../../domain/issue.ts';
import type { Settings } from '../../domain/settings.ts';
import { ledgerTable } from '../ledger.ts';
import type { PaperCell, PaperColumn } from '../paper-table.ts';
import type { RawCell } from '../sheet.ts';
import { fieldOf } from './fields.ts';
import { readDateCell } from './date-cell.ts';
import { cellText } from './table-reading.ts';
import type { ListRow } from './table-reading.ts';

/** Names of the columns in which the row is not as the problem would be exported now. */
export function changedColumns(
  row: ListRow,
  issue: Issue,
  { settings }: { readonly settings: Pick<Settings, 'categories'> },
): string[] {
  const { columns, rows } = ledgerTable([issue], settings);
  return columns.flatMap((column, nth) => {
    const key = fieldOf('problems', column.name)?.key;
    if (key === undefined || isSame(row.cell(key), rows[0]?.[nth] ?? null, column)) return [];
    return [column.name];
  });
}

function isSame(cell: RawCell, exported: PaperCell, { kind }: PaperColumn): boolean {
  if (kind === 'moment' && exported !== null) {
    const date = cell instanceof Date ? ({ kind: 'date', at: cell } as const) : readDateCell(cell, null);
    // A sheet saved as .csv keeps minutes only.
    return date.kind === 'date' && Math.abs(date.at.getTime() - new Date(exported).getTime()) < 60_000;
  }
  return (
    cellText(cell) ===
    String(exported ?? '')
      .normalize('NFC')
      .trim()
  );
}
