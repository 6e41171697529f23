/** 查一件: one problem with its history. */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import type { Button } from '../../src/chat.ts';
import { stepEach } from '../../src/bot/several.ts';
import { issueDetail } from '../../src/domain/cards.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { linesFor } from '../../src/domain/paper-record.ts';
import { isVerifier, mayClaim, verifyBar } from '../../src/domain/rights.ts';

export interface ShowArgs {
  readonly issueNos: readonly number[];
}

const MOST_SHOWN = 5;
/** Lines of the record on the card; all of them with 办理记录. */
const LAST_RECORDS = 6;

export default defineCommand<ShowArgs>({
  id: 'issue.show',
  summary: '查看一件问题的办理情况',
  examples: ['查一下327', '327整改了吗', '看看#412到哪一步了'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'issue.show') return undefined;
    return { issueNos: said.issueNos };
  },

  async run(context) {
    const { args, store, said } = context;
    const steps = await stepEach(store, args.issueNos.slice(0, MOST_SHOWN), () => null);
    const isFull = said.has('记录', '全部', '历史', '经过');
    const texts: string[] = [];
    for (const { issue } of steps) texts.push(await detailOf(issue, isFull, context));
    const [only] = steps;
    const more = args.issueNos.length > MOST_SHOWN ? [`一次最多看${MOST_SHOWN}件，其余请再发一次。`] : [];
    return {
      text: [...texts, ...more].join('\n\n'),
      ...(only && steps.length === 1 ? { buttons: buttonsFor(only.issue, context) } : {}),
    };
  },
});

type Context = RunContext<ShowArgs>;

async function detailOf(issue: Issue, isFull: boolean, context: Context): Promise<string> {
  const { store, directory, settings, at, link, by, conversation } = context;
  // The unit reads along in a group.
  const reader = conversation.chatKind === 'single' ? by : 'everybody';
  const all = linesFor(await store.records.ofIssue(issue.no), reader);
  const records = isFull ? all : all.slice(-LAST_RECORDS);
  const pictures = await store.pictures.ofIssue(issue.no);
  const count = (kind: 'before' | 'after' | 'verify' | 'progress'): number =>
    pictures.filter((photo) => photo.kind === kind && photo.round === issue.round).length;
  const photos = {
    before: count('before'),
    after: count('after'),
    verify: count('verify'),
    progress: count('progress'),
  };
  const requests = await store.requests.ofIssue(issue.no);
  const detail = issueDetail(issue, { directory, settings, at, photos, records, requests, link: link(issue.no) });
  const text = [detail, ...(await hintsFor(issue, context))].join('\n');
  const hidden = all.length - records.length;
  return hidden === 0 ? text : `${text}\n（另有${hidden}条更早的记录，回复“查${issue.no}办理记录”看全部）`;
}

/** 照片提示 of this round: for those who verify, not for the unit (domain §13). */
async function hintsFor(issue: Issue, { by, store, settings, conversation }: Context): Promise<readonly string[]> {
  // The unit reads along in a group.
  if (!isVerifier(by, settings) || conversation.chatKind === 'group') return [];
  const hints = await store.photoChecks.hintsOf(issue.no);
  return [...new Set(hints.filter(({ round }) => round === issue.round).map(({ text }) => text))];
}

/** What the asker may do next with it. */
function buttonsFor(issue: Issue, { by, directory, settings }: Context): readonly Button[] {
  if (issue.state === 'dispatched' && mayClaim(by, issue)) return [{ label: '认领', says: `认领${issue.no}` }];
  const reporterUnit = directory.person(issue.reportedBy ?? '')?.unit ?? null;
  if (issue.state !== 'reported' || verifyBar(by, issue, reporterUnit, settings) !== null) return [];
  return [
    { label: '通过', says: `${issue.no}核查通过` },
    { label: '退回', says: `${issue.no}退回` },
  ];
}
