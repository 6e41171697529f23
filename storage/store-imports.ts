/** What may be asked of the tables of imported lists (domain §15); part of `Store`. */
import type { ImportRow, ListImport, RowState } from '../src/domain/import-row.ts';

export interface ImportRowFilter {
  readonly importNo?: number;
  readonly rowNos?: readonly number[];
  readonly states?: readonly RowState[];
}

export interface ImportStore {
  /** Takes the next number and keeps all rows of the file; gives the number. */
  add(list: Omit<ListImport, 'no'>, rows: readonly Omit<ImportRow, 'importNo'>[]): Promise<number>;
  find(no: number): Promise<ListImport | undefined>;
  /** Imports of which rows wait, oldest first. */
  waiting(): Promise<ListImport[]>;
  /** How many rows of an import are in each state. */
  counts(no: number): Promise<Readonly<Record<RowState, number>>>;
  /** All given conditions hold together. By import and row. */
  rows(filter: ImportRowFilter): Promise<ImportRow[]>;
  /** Writes what the office has said. Throws when the row is not `before` any more: somebody was faster. */
  save(before: ImportRow, after: ImportRow): Promise<void>;
}

export interface ImportsStore {
  readonly imports: ImportStore;
}
