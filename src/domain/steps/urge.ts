import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { mayUrge } from '../rights.ts';
import { requireRight, requireState } from './state.ts';

/** 催办 changes nothing: only whether it may be done. Throws Refusal: `right`, `issue.state`. */
export function checkUrge(issue: Issue, { by }: { by: Person }): void {
  requireRight(mayUrge(by), '催办由指挥部领导、创城办和督查组办理。');
  requireState(issue, ['dispatched', 'claimed'], '催办');
}
