/** 手工考核记录: what people count for or against a unit beside the records, e.g. faked photos or a superior's praise (domain §8). */
export interface ScoreNote {
  readonly at: Date;
  readonly by: string;
  readonly unit: string;
  /** Signed. */
  readonly points: number;
  readonly reason: string;
  readonly issueNos: readonly number[];
}
