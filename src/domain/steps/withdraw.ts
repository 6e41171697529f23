import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { mayWithdraw } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { requireReason, requireRight, requireState } from './state.ts';

export interface Withdrawing {
  readonly by: Person;
  readonly at: Date;
  readonly reason: string | null;
  readonly settings: Settings;
}

/** 撤销 (domain §4): logged by mistake; it stays in the log. Throws Refusal: `right`, `issue.state`, `issue.reason`. */
export function withdraw(issue: Issue, { by, at, reason, settings }: Withdrawing): Issue {
  requireRight(
    mayWithdraw(by, issue, at, settings),
    `#${issue.no}只能由登记人在${settings.withdraw.inspectorMinutes}分钟内、本组组长或创城办撤销。责任单位有异议的，请回复“申诉${issue.no}，原因：…”。`,
  );
  requireState(issue, ['draft', 'dispatched', 'claimed'], '撤销');
  requireReason(reason, '撤销', `撤销${issue.no}，原因：重复登记`);
  return { ...issue, state: 'withdrawn' };
}
