/** What an import understood: entries, and what the office has to look at, by row of the sheet. */

export interface RowRemark {
  readonly rowNo: number;
  readonly text: string;
}

export interface Understood<Entry> {
  readonly entries: readonly (Entry & { readonly rowNo: number })[];
  /** Taken over, but something in the row is open: settled by the office in chat. */
  readonly doubts: readonly RowRemark[];
  /** Not taken over. */
  readonly refused: readonly RowRemark[];
  /** Stands there already, unchanged. */
  readonly known: readonly RowRemark[];
}

/** Collects an outcome row by row. */
export interface Outcome<Entry> {
  entry(entry: Entry & { readonly rowNo: number }, doubts: readonly string[]): void;
  refuse(rowNo: number, text: string): void;
  know(rowNo: number, text: string): void;
  done(): Understood<Entry>;
}

export function newOutcome<Entry>(): Outcome<Entry> {
  const entries: (Entry & { readonly rowNo: number })[] = [];
  const doubts: RowRemark[] = [];
  const refused: RowRemark[] = [];
  const known: RowRemark[] = [];
  return {
    entry(entry, words) {
      entries.push(entry);
      if (words.length > 0) doubts.push({ rowNo: entry.rowNo, text: words.join('；') });
    },
    refuse: (rowNo, text) => void refused.push({ rowNo, text }),
    know: (rowNo, text) => void known.push({ rowNo, text }),
    done: () => ({ entries, doubts, refused, known }),
  };
}
