import { Refusal } from './refusal.ts';

/** 申请: appeal, extension and 挂账 hang on a problem and leave its clock alone while they are pending (domain §4). */
interface RequestBase {
  readonly issueNo: number;
  /** Round of the problem in which it was made. */
  readonly round: number;
  /** `withdrawn`: taken back before an answer. */
  readonly state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  readonly unit: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** What was said with the decision. */
  readonly decisionNote: string | null;
}

/** The office answers an appeal within so many hours (domain §4). */
export const APPEAL_ANSWER_HOURS = 24;

/** 申诉: not ours, or not a fact. */
export interface Appeal extends RequestBase {
  readonly kind: 'appeal';
  readonly ground: 'notOurs' | 'notExist';
  readonly suggestedUnits: readonly string[];
}

/** 延期. The second one needs the principal's confirmation first. */
export interface Extension extends RequestBase {
  readonly kind: 'extension';
  readonly until: Date;
  readonly confirmedBy: string | null;
}

/** 挂账: a plan and a day of review, `2026-12-22`. */
export interface Suspension extends RequestBase {
  readonly kind: 'suspension';
  readonly plan: string | null;
  readonly reviewOn: string | null;
}

export type IssueRequest = Appeal | Extension | Suspension;

/** What came out of a step that touches both. */
export interface Decided<R extends IssueRequest, I> {
  readonly issue: I;
  readonly request: R;
}

export const REQUEST_NAMES: Readonly<Record<IssueRequest['kind'], string>> = {
  appeal: '申诉',
  extension: '延期申请',
  suspension: '挂账申请',
};

/** The pending request of a kind on a problem, if there is one. */
export const pendingOf = (
  requests: readonly IssueRequest[],
  kind: IssueRequest['kind'],
  unit: string | null = null,
): IssueRequest | undefined =>
  requests.find(
    (request) => request.kind === kind && request.state === 'pending' && (unit === null || request.unit === unit),
  );

/** Throws Refusal `request.decided` unless it still waits for a decision. */
export function requirePending(request: IssueRequest): void {
  if (request.state === 'pending') return;
  const outcome = { approved: '答复“同意”', rejected: '答复“不同意”', withdrawn: '撤回' }[request.state];
  throw new Refusal(
    'request.decided',
    `#${request.issueNo}的${REQUEST_NAMES[request.kind]}已由${request.decidedBy ?? '创城办'}${outcome}，不用再办。`,
  );
}

/** The request with the decision on it. */
export function decide<R extends IssueRequest>(
  request: R,
  decision: {
    readonly state: Exclude<IssueRequest['state'], 'pending'>;
    readonly by: string;
    readonly at: Date;
    readonly note: string | null;
  },
): R {
  return {
    ...request,
    state: decision.state,
    decidedBy: decision.by,
    decidedAt: decision.at,
    decisionNote: decision.note,
  };
}
