/** Columns of imports and their rows. */
import type { Generated } from 'kysely';

export interface ImportColumns {
  no: number;
  file: string;
  imported_by: string;
  at: string;
}

export interface ImportRowColumns {
  seq: Generated<number>;
  import_no: number;
  row_no: number;
  state: string;
  issue_no: number | null;
  problem: string;
  open: string;
  decided: string;
}

export interface ImportsSchema {
  imports: ImportColumns;
  import_rows: ImportRowColumns;
}
