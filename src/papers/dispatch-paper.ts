/** 交办单: the problems of one unit handed over on paper, as they stand when the office asks for it (domain §2 dispatchNotice). */
import type { Issue } from '../domain/issue.ts';
import type { Paper } from '../domain/paper.ts';
import { enclosedPhotos, photosText } from './ladder-paper.ts';
import type { Model } from './ladder-paper.ts';
import type { IssuePhoto } from '../domain/issue.ts';
import { composeNotice, NOTICE_NAMES } from './supervision.ts';

export interface DispatchQuestion {
  readonly no: number;
  readonly at: Date;
  readonly unit: string;
  readonly issues: readonly Issue[];
  readonly photos: ReadonlyMap<number, readonly IssuePhoto[]>;
  readonly issuer: string;
  readonly contact: string;
}

/** Title and word of its number. */
export const DISPATCH_NAMES = NOTICE_NAMES.dispatch;

/** What stands on it. */
export function dispatchModel({ photos, ...question }: DispatchQuestion): Readonly<Record<string, unknown>> {
  const notice = composeNotice({ ...question, kind: 'dispatch', until: null });
  // What was found: the unit has put nothing right yet, or its own photo is not for this paper.
  const enclosed = question.issues.flatMap((issue) =>
    enclosedPhotos(issue, photos.get(issue.no) ?? []).filter(({ kind }) => kind === 'before'),
  );
  const model: Model = {
    notice: { ...notice, enclosures: photosText(enclosed) },
    photos: enclosed,
    evidence: [],
    until: null,
  };
  return { ...model };
}

/** It says the same of the same problems: another one would only be a second number for it. */
export function saysTheSame(paper: Paper, model: Readonly<Record<string, unknown>>): boolean {
  const told = ({ notice }: Model): string => JSON.stringify([notice.issueNos, notice.matters]);
  return told(paper.model as unknown as Model) === told(model as unknown as Model); // both are of dispatchModel
}
