import type { Person } from '../directory.ts';
import type { Settings } from '../settings.ts';
import { logIssue } from './log.ts';
import type { NewIssue, Particulars } from './log.ts';

export interface Hearing {
  /** `市民`, or who handed the remark on. */
  readonly loggedBy: string;
  readonly at: Date;
  readonly settings: Settings;
  readonly groupId: string | null;
}

/**
 * A problem nobody of the inspection has seen: a citizen's message, a resident's remark, a lost point (domain §11). It always waits for
 * the office, whoever hands it on. Throws Refusal `issue.location`.
 */
export function hearIssue(particulars: Particulars, { loggedBy, at, settings, groupId }: Hearing): NewIssue {
  // Logged as grid people log: with the right to tell, without the right to dispatch.
  const teller: Person = { name: loggedBy, unit: null, roles: ['gridMember'], aliases: [], ids: {}, mobile: null };
  return logIssue(particulars, { by: teller, at, settings, team: null, groupId });
}
