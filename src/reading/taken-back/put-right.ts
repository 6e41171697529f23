/** What every sort of correction is given and gives. */
import type { IssueTools } from '../issues/tools.ts';
import type { Slip } from './slips.ts';

/** It is a correction, but which word replaces which is not sure. */
export const UNCLEAR = Symbol('unclear');
/** The text as it was meant; null: no correction of this sort. */
export type Right = string | typeof UNCLEAR | null;
export type PutRight = (slip: Slip, view: View) => Right;

export interface View {
  readonly tools: IssueTools;
  readonly sentAt: Date;
  /** Numbers of problems, tasks and messages that a stretch of text names. */
  readonly numbersIn: (text: string) => readonly number[];
  /** A card is replied to, so that what is said is of its number. */
  readonly hasQuote: boolean;
}
