import type { Person } from '../directory.ts';
import { Refusal } from '../refusal.ts';
import { isVerifier } from '../rights.ts';
import type { Settings } from '../settings.ts';
import type { NewIssue } from './log.ts';
import { requireRight } from './state.ts';

export interface Fixing {
  readonly by: Person;
  readonly at: Date;
  readonly photos: number;
  readonly settings: Settings;
}

/**
 * 现场已整改 (domain §4): found and put right before the inspector's eyes, so a new entry goes straight to closed and on time.
 * Throws Refusal: `right`, `issue.units`, `issue.photo`.
 */
export function fixOnSpot(entry: NewIssue, { by, at, photos, settings }: Fixing): NewIssue {
  requireRight(isVerifier(by, settings), '现场整改由督查组或创城办登记。');
  if (entry.units.length === 0) {
    throw new Refusal('issue.units', '缺少责任单位。请说明由哪个单位整改的，例如：责任单位市城管局');
  }
  requireRight(by.unit === null || !entry.units.includes(by.unit), '本单位的问题不能由本单位登记为现场已整改。');
  if (photos < 1) throw new Refusal('issue.photo', '登记现场已整改需要一张照片，请连同文字一起发来。');
  return {
    ...entry,
    state: 'closed',
    fixedOnSpot: true,
    dispatchedAt: at,
    // A limit stated for what is already done could lie in the past; found and closed at once is on time (§4).
    deadline: entry.deadline === null || entry.deadline < at ? at : entry.deadline,
    claimedAt: at,
    reportedAt: at,
    reportedBy: by.name,
    closedAt: at,
    closedBy: by.name,
  };
}
