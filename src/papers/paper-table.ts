/** A table as plain data: the same one becomes an attachment of a paper and a sheet. Holds only JSON, so it can be archived. */

/**
 * What a column holds. `day` is `2026-11-22`, `moment` an ISO instant; `rate` is `69.44%` as text, so that it is rounded by the rule of
 * domain §5 and by no reader of the file.
 */
export type ColumnKind = 'text' | 'word' | 'count' | 'rate' | 'day' | 'moment';

export interface PaperColumn {
  readonly name: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly kind: ColumnKind;
}

export type PaperCell = string | number | null;

export interface PaperTable {
  readonly title: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** So many of the first columns of a sheet are printed; absent: all. */
  readonly printed?: number | undefined;
  /** What it counts, behind the title of a sheet: whose, of which days, as of when. */
  readonly scope?: string | undefined;
  /** What it counts, below the table on paper; a sheet has none. */
  readonly note?: string | undefined;
}

export const column = (name: string, width: number, kind: ColumnKind = 'text'): PaperColumn => ({ name, width, kind });
