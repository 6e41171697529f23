import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { mayReport } from '../rights.ts';
import { requireHandedOver, requireRight, requireState, unitsText } from './state.ts';

export interface Reporting {
  readonly by: Person;
  readonly at: Date;
  /** Pictures that came with it: one that proves it is enough (§13.6). */
  readonly photos: number;
}

/**
 * 报整改 (domain §4): dispatched or claimed → reported; without a claim it counts as the claim. The clock stops here.
 * Throws Refusal: `right`, `issue.state`, `issue.photo`.
 */
export function report(issue: Issue, { by, at, photos }: Reporting): Issue {
  requireHandedOver(issue, '报整改');
  requireRight(mayReport(by, issue), `#${issue.no}由${unitsText(issue)}整改，请该单位联络员或责任人报整改。`);
  requireState(issue, ['dispatched', 'claimed'], '再报整改');
  if (photos < 1) {
    throw new Refusal(
      'issue.photo',
      `#${issue.no}报整改需要一张整改后的照片，请与原图同一角度拍摄后，连同“${issue.no}已整改”发来。`,
    );
  }
  return {
    ...issue,
    state: 'reported',
    owner: issue.owner ?? by.name,
    claimedAt: issue.claimedAt ?? at,
    reportedAt: at,
    reportedBy: by.name,
    returnDeadline: null,
  };
}
