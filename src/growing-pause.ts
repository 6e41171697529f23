/** 越等越久: the pause after so many failures in a row. Imports nothing; whoever tries again anywhere waits by it. */
export interface Pauses {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Doubles from failure to failure up to the longest. Half is fixed and half is chance (0 ≤ `drawn` < 1), so that many who were cut off together do not come back together. */
export function growingPauseMs(failures: number, { firstMs, mostMs }: Pauses, drawn: number): number {
  const most = Math.min(firstMs * 2 ** Math.min(failures, 30), mostMs);
  return most / 2 + (most / 2) * drawn;
}
