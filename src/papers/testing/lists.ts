/** Lists for tests of the import, without a file. */
import { readList } from '../import/table-reading.ts';
import type { ReadList } from '../import/table-reading.ts';
import type { ImportKind } from '../import/fields.ts';
import type { RawCell, RawSheet } from '../sheet.ts';

export const sheetOf = (rows: readonly (readonly RawCell[])[], merges: RawSheet['merges'] = []): RawSheet => ({
  name: '表',
  rows,
  merges,
});

/** Throws where there is no such list in the sheet. */
export function listOf(kind: ImportKind, sheet: RawSheet | undefined): ReadList {
  const list = sheet && readList(kind, sheet);
  if (list === undefined) throw new Error('no head found');
  return list;
}
