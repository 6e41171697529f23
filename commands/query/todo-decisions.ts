/** 待办 of those who decide: requests that wait for them, and papers that wait for a signature (domain §4, §7). */
import type { RunContext } from '../../src/bot/command.ts';
import { hasRole } from '../../src/domain/city.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { paperNumber, spokenNumber } from '../../src/domain/paper.ts';
import { awaitsPrincipal, decidersOf, isLive, requestLine } from '../../src/domain/request-cards.ts';
import type { IssueRequest } from '../../src/domain/request.ts';
import { isOfficeLead } from '../../src/domain/rights.ts';
import { shortened } from '../../src/domain/wording.ts';

type Asking = Pick<RunContext<object>, 'by' | 'at' | 'store' | 'settings' | 'directory'>;

/** Lines for whoever asks; nothing for who decides on nothing. */
export async function todoDecisions(context: Asking): Promise<readonly string[]> {
  const { by, at, store, settings } = context;
  if (!hasRole(by, 'officeLead', 'officeStaff', 'unitPrincipal')) return [];
  const most = settings.bulletin.mostListed;
  const pending = await store.requests.pending();
  const issues = new Map(
    (await store.issues.list({ nos: pending.map(({ issueNo }) => issueNo) })).map((one) => [one.no, one]),
  );
  const own = pending.flatMap((request) => {
    const issue = issues.get(request.issueNo);
    return issue !== undefined && isLive(issue, request) && isFor(issue, request, context) ? [{ issue, request }] : [];
  });
  const requests = own.map(
    ({ issue, request }) => `#${issue.no} ${shortened(issue.location, 18)} ${requestLine(request, at)}`,
  );
  return [...section('待审批申请', requests, most), ...(await papersToSign(context, most))];
}

/** Whoever decides; a second extension waits for the unit's principal first. */
function isFor(issue: Issue, request: IssueRequest, { by, directory }: Asking): boolean {
  if (request.kind === 'extension' && awaitsPrincipal(issue, request)) {
    return directory.principalsOf(request.unit).some(({ name }) => name === by.name);
  }
  return decidersOf(issue, request.kind, directory).some(({ name }) => name === by.name);
}

async function papersToSign({ by, store }: Asking, most: number): Promise<readonly string[]> {
  if (!isOfficeLead(by)) return [];
  const drafts = await store.papers.list({ state: 'draft' });
  const [first] = drafts;
  if (first === undefined) return [];
  const lines = drafts.map((paper) => `${paperNumber(paper)} ${paper.title} ${paper.unit} #${paper.issueNo}`);
  return [...section('待签发文书', lines, most), `看全文请回复“查看${spokenNumber(first)}”。`];
}

function section(title: string, lines: readonly string[], most: number): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`另有${lines.length - most}件`] : [];
  return [`${title}${lines.length}件：`, ...lines.slice(0, most), ...more];
}
