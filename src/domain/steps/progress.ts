import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { mayProgress } from '../rights.ts';
import { requireHandedOver, requireRight, requireState, unitsText } from './state.ts';

/** 进展 (domain §4) changes no state: only whether it may be recorded. A suspended problem's plan may be reported on. Throws Refusal: `right`, `issue.state`. */
export function checkProgress(issue: Issue, { by }: { by: Person }): void {
  requireHandedOver(issue, '报进展');
  requireRight(mayProgress(by, issue), `#${issue.no}的进展由${unitsText(issue)}报送。`);
  requireState(issue, ['dispatched', 'claimed', 'suspended'], '再报进展');
}
