/**
 * 哪一件: an order that names no number and quotes no card (已整改, 通过, 同意) is read as if it stood under the card of what waits for the
 * sender. Where that makes an order of it, the bot asks which one is meant; nothing is recorded before the answer.
 */
import type { Person } from '../domain/directory.ts';
import { issueLine } from '../domain/wording.ts';
import type { Reader } from '../reading/reader.ts';
import { takesOn } from '../reading/acts/state-words.ts';
import { quotedNumbers } from '../reading/numbers.ts';
import type { Heard } from '../reading/said.ts';
import { mayUse } from './allowed.ts';
import { askList } from './ask-list.ts';
import { awaiting } from './awaiting.ts';
import type { Awaiting } from './awaiting.ts';
import { choose } from './choose.ts';
import type { Reading } from './choose.ts';
import type { Answer, Command, RunContext } from './command.ts';
import { hold } from './hold.ts';

interface Asking extends Pick<RunContext<object>, 'by' | 'at' | 'conversation' | 'store' | 'settings' | 'directory'> {
  readonly commands: readonly Command<object>[];
  readonly reader: Reader;
  readonly heard: Heard;
  /** Keeps the pictures of the message and gives their ids; called only where a question is put. */
  readonly pictures: () => Promise<readonly string[]>;
}

/** What the words would do, and what a person types to do it to number `no`. */
const ORDERS: Readonly<Record<string, { readonly does: string; readonly typed: (no: number) => string }>> = {
  'issue.claim': { does: '认领', typed: (no) => `认领${no}` },
  'issue.rectify': { does: '报整改完成', typed: (no) => `${no}已整改` },
  'issue.progress': { does: '记为整改进展', typed: (no) => `${no}正在整改，…` },
  'issue.appeal': { does: '提出申诉', typed: (no) => `申诉${no}，理由：…` },
  'issue.extend': { does: '申请延期', typed: (no) => `${no}申请延期到…，原因：…` },
  'issue.suspend': { does: '申请挂账', typed: (no) => `${no}申请挂账，原因：…` },
  'issue.verify': { does: '核查通过并销号', typed: (no) => `${no}核查通过` },
  'issue.return': { does: '退回重改', typed: (no) => `${no}退回，原因：…` },
  'issue.withdraw': { does: '撤销', typed: (no) => `撤销${no}，原因：…` },
  'appeal.approve': { does: '同意申诉', typed: (no) => `同意${no}申诉` },
  'appeal.reject': { does: '不同意申诉', typed: (no) => `不同意${no}申诉，原因：…` },
  'extend.approve': { does: '同意延期', typed: (no) => `同意${no}延期` },
  'extend.reject': { does: '不同意延期', typed: (no) => `不同意${no}延期，原因：…` },
  'suspend.approve': { does: '同意挂账', typed: (no) => `同意${no}挂账` },
  'suspend.reject': { does: '不同意挂账', typed: (no) => `不同意${no}挂账，原因：…` },
};

/** More are counted, not listed. */
const MOST_LISTED = 8;

interface Meant {
  readonly issue: Awaiting['issue'];
  readonly reading: Reading;
}

/** The question, kept as a draft with the pictures of the message; null where the words are no order over any card that waits. */
export async function askWhichOne(asking: Asking): Promise<Answer | null> {
  const { by, at } = asking;
  if (asking.heard.text.trim() === '') return null;
  const takesAll = TAKES_ALL.test(asking.heard.text.replace(/^@\S+\s*/, ''));
  const heard = takesAll ? { ...asking.heard, text: '认领', mentionsBot: true } : asking.heard;
  const waiting = await awaiting(by, asking);
  const meant = meantAmong(heard.quote === null ? waiting : onCard(heard.quote, waiting), { ...asking, heard });
  const [first] = meant;
  if (!first) return null;
  const id = first.reading.command.id;
  const order = ORDERS[id];
  if (!order) return null;
  if (meant.some(({ reading }) => reading.command.id !== id)) return { text: waysText(meant) };
  // All of them stand in the draft: 都要 answers as well as a number.
  const args = { ...first.reading.args, issueNos: meant.map(({ issue }) => issue.no) };
  const context = { ...asking, pictureIds: await asking.pictures() };
  if (meant.length > 1 && takesAll) return askAll(id, args, context);
  if (meant.length === 1) {
    const text = `请确认：${issueLine(first.issue, at)}，${order.does}？回复“对”办理，回复“取消”不办。`;
    return hold(context, { kind: 'confirm', command: id, args, text });
  }
  const lines = meant.slice(0, MOST_LISTED).map(({ issue }) => issueLine(issue, at));
  const more = meant.length > MOST_LISTED ? [`另有${meant.length - MOST_LISTED}件`] : [];
  const text = [
    `还缺编号：${order.does}的是哪一件？`,
    ...lines,
    ...more,
    `回复编号即可，如“${first.issue.no}”；不办请回复“取消”。`,
  ].join('\n');
  return hold(context, { kind: 'fill', command: id, args, missing: ['issueNos'], text });
}

/** 都认领, 新的几个全部认领: not one of them but all. */
const TAKES_ALL =
  /^(?:我们?(?:局|单位|街道|中心|公司|镇|大队)?|新的?|这|那|剩下的?|今天的?)*(?:几[个件条]|些)?(?:我们?)?(?:都|全部?|全都|一起|一并)(?:认领|认|接|领)[吧了。!\s]*$/;

/** 都要: what waits is listed, and a yes asked for. `args`: with the numbers that were listed. */
export async function askAll(
  command: string,
  args: Readonly<Record<string, unknown>>,
  context: Parameters<typeof askList>[0],
): Promise<Answer> {
  const nos = Array.isArray(args['issueNos']) ? args['issueNos'].filter((no) => typeof no === 'number') : [];
  const issues = await context.store.issues.list({ nos });
  const ordered = issues.toSorted((one, other) => one.no - other.no);
  return askList(context, { command, args, verb: ORDERS[command]?.does ?? '办理', issues: ordered });
}

/** What is quoted narrows it down; a quote without a number is of something else. */
function onCard(quote: string, waiting: readonly Awaiting[]): readonly Awaiting[] {
  const { issueNos } = quotedNumbers(quote);
  return waiting.filter(({ issue }) => issueNos.includes(issue.no));
}

/** Cards of one kind are read once: the words mean the same over each of them. */
function meantAmong(waiting: readonly Awaiting[], asking: Asking): readonly Meant[] {
  const readings = new Map<string, Reading | null>();
  return waiting.flatMap(({ issue, card, commands }) => {
    const kind = `${card.slice(0, card.indexOf('#'))}${commands.join()}`;
    const known = readings.get(kind);
    const reading = known === undefined ? readingOver(card, issue.no, asking) : known;
    readings.set(kind, reading);
    if (!reading || !commands.includes(reading.command.id)) return [];
    return [{ issue, reading: { ...reading, args: { ...reading.args, issueNos: [issue.no] } } }];
  });
}

/** The one order about this very number that the words make under the card; null where they make none, several, or another one. */
function readingOver(
  card: string,
  no: number,
  { heard, reader, commands, by }: Asking & { by: Person },
): Reading | null {
  const said = reader.understand({ ...heard, quote: card, pending: null });
  const choice = choose(commands, said, by);
  if (choice.kind === 'none' && takesOn(said.text)) return claiming(no, commands, by);
  if (choice.kind !== 'readings' || choice.readings.length !== 1) return null;
  const [reading] = choice.readings;
  if (!reading?.allowed || !('issueNos' in reading.args) || !Array.isArray(reading.args.issueNos)) return null;
  return reading.args.issueNos.length === 1 && reading.args.issueNos[0] === no ? reading : null;
}

/** 收到，马上安排: they would take it. */
function claiming(no: number, commands: readonly Command<object>[], by: Person): Reading | null {
  const command = commands.find(({ id }) => id === 'issue.claim');
  const args: object & { issueNos: readonly number[] } = { issueNos: [no] };
  return command && mayUse(command, by) ? { command, args, allowed: true } : null;
}

/** The same words do different things to different problems: what to type for each is said instead of a question. */
function waysText(meant: readonly Meant[]): string {
  const ways = meant.slice(0, MOST_LISTED).flatMap(({ issue, reading }) => {
    const order = ORDERS[reading.command.id];
    return order ? [`· #${issue.no} ${order.does}：回复“${order.typed(issue.no)}”`] : [];
  });
  return ['还缺编号，没有作任何改动。您可能是要：', ...ways].join('\n');
}
