/** 申请的存取 for the commands that ask and decide: which request is meant, and what becomes of those that have lost their object. */
import type { Issue } from '../domain/issue.ts';
import { Refusal } from '../domain/refusal.ts';
import { decide, REQUEST_NAMES } from '../domain/request.ts';
import type { IssueRequest } from '../domain/request.ts';
import { isLive, requestCard } from '../domain/request-cards.ts';
import type { Kept, Store } from '../../storage/store.ts';
import type { Person } from '../domain/directory.ts';
import type { Answer, RunContext } from './command.ts';

type Kind = IssueRequest['kind'];
type OfKind<K extends Kind> = Kept<Extract<IssueRequest, { readonly kind: K }>>;

const isOfKind =
  <K extends Kind>(kind: K) =>
  (request: Kept<IssueRequest>): request is OfKind<K> =>
    request.kind === kind;

/** Looks up the requests that wait on these problems; the function gives the one meant, or throws Refusal `request.none`. */
export async function requestsOn<K extends Kind>(
  store: Pick<Store, 'requests'>,
  nos: readonly number[],
  kind: K,
): Promise<(issue: Issue) => OfKind<K>> {
  const pending = (await store.requests.pending({ kind, issueNos: nos })).filter(isOfKind(kind));
  return (issue) => {
    const own = pending.filter(({ issueNo }) => issueNo === issue.no);
    const live = own.find((request) => isLive(issue, request));
    if (live) return live;
    throw new Refusal(
      'request.none',
      `#${issue.no}没有待答复的${REQUEST_NAMES[kind]}。可回复“查${issue.no}”看现在的情况。`,
    );
  };
}

/** Live requests of all kinds on one problem, for the rules against asking twice. */
export async function liveOn(
  store: Pick<Store, 'requests'>,
  issueNos: readonly number[],
): Promise<(issue: Issue) => readonly IssueRequest[]> {
  const pending = await store.requests.pending({ issueNos });
  return (issue) => pending.filter((request) => request.issueNo === issue.no && isLive(issue, request));
}

/** A problem that goes elsewhere or is put aside takes the other requests on it off the office's desk, or those of them that are meant; `why` is kept with them. */
export async function lapseRequests(
  { store, by, at }: Pick<RunContext<object>, 'store' | 'by' | 'at'>,
  issueNo: number,
  { why, which = () => true }: { readonly why: string; readonly which?: (request: IssueRequest) => boolean },
): Promise<void> {
  const pending = await store.requests.pending({ issueNos: [issueNo] });
  for (const request of pending.filter(which)) {
    await store.requests.save(request.id, decide(request, { state: 'rejected', by: by.name, at, note: why }));
  }
}

/**
 * 认领 or 报整改 by the unit that disputes the problem ends the dispute: nobody has to decide it any more. Gives the line that says so;
 * null: nothing was disputed.
 */
export async function endDispute(
  { store, by, at }: Pick<RunContext<object>, 'store' | 'by' | 'at'>,
  issueNos: readonly number[],
): Promise<string | null> {
  const pending = await store.requests.pending({ kind: 'appeal', issueNos });
  const own = pending.filter(({ unit }) => unit === by.unit);
  for (const request of own) {
    const note = '本单位已认领或报整改';
    await store.requests.save(request.id, decide(request, { state: 'withdrawn', by: by.name, at, note }));
  }
  const nos = own.map(({ issueNo }) => `#${issueNo}`);
  return nos.length === 0 ? null : `${nos.join('、')}的申诉随之撤回，不再裁定。`;
}

/** One-to-one to everybody who decides, the asker left out. */
export function tellDeciders(
  { directory, settings, at, by }: Pick<RunContext<object>, 'directory' | 'settings' | 'at' | 'by'>,
  { issue, request, to }: { issue: Issue; request: IssueRequest; to: readonly Person[] },
): NonNullable<Answer['notices']> {
  const text = requestCard(issue, request, { directory, settings, at });
  return to.filter(({ name }) => name !== by.name).map(({ name }) => ({ to: name, text }));
}
