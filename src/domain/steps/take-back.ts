import type { Person } from '../directory.ts';
import type { Issue } from '../issue.ts';
import { decide, REQUEST_NAMES, requirePending } from '../request.ts';
import type { Decided, IssueRequest } from '../request.ts';
import { mayTakeBack } from '../rights.ts';
import { requireRight } from './state.ts';

/**
 * 撤回申请: a request that nobody has answered yet is taken back by who asked, or by the office for him; the problem and its clock go
 * on. An appeal that was taken back has not been used (§4: one appeal that is decided). Throws Refusal: `right`, `request.decided`.
 */
export function takeBack<R extends IssueRequest>(
  issue: Issue,
  request: R,
  { by, at }: { by: Person; at: Date },
): Decided<R, Issue> {
  const name = REQUEST_NAMES[request.kind];
  requireRight(mayTakeBack(by, request), `#${issue.no}的${name}由${request.unit}提出，只能由该单位或创城办撤回。`);
  requirePending(request);
  const appealedBy =
    request.kind === 'appeal' ? issue.appealedBy.filter((unit) => unit !== request.unit) : issue.appealedBy;
  return {
    issue: { ...issue, appealedBy },
    request: decide(request, { state: 'withdrawn', by: by.name, at, note: null }),
  };
}
