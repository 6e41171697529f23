/** Where a message goes when place or defect were not enough for a problem of its own (domain §11). */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import { linkMessage } from '../../src/domain/citizen.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { citizenCard } from '../../src/domain/citizen-texts.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { handOnProblem } from './hand-on.ts';
import { tellUnit } from '../tell-unit.ts';

export interface CitizenLinkArgs {
  readonly messageNos: readonly number[];
  readonly issueNo?: number;
  readonly units: readonly string[];
  /** ISO: the limit said for the problem of the message. */
  readonly deadline?: string | null;
  readonly missing?: readonly string[];
}

type Context = RunContext<CitizenLinkArgs>;

/** Throws Refusal: `citizen.unknown`, `issue.unknown`, `citizen.closed`; then nothing is written. */
export async function linkMessages(context: Context): Promise<Answer> {
  const { args, by, at, store, messageId } = context;
  if (args.issueNo === undefined && args.units.length === 0 && args.messageNos.length === 1) return askUnit(context);
  const messages = await store.citizens.list({ nos: args.messageNos });
  const unknown = args.messageNos.filter((no) => !messages.some((message) => message.no === no));
  if (unknown.length > 0)
    throw new Refusal('citizen.unknown', `没有留言${unknown.join('、')}，请核对编号。没有作任何改动。`);
  const where = await whereTo(messages, context);
  const moved = messages.filter(({ no }) => no !== where.first?.no).map((message) => linkMessage(message, where));
  const lines: string[] = [];
  const handed: Answer[] = [];
  for (const message of moved) {
    const isToUnit = where.issueNo === null && where.first === null;
    const problem = isToUnit ? await handOnProblem(message, args, context) : null;
    if (problem !== null) handed.push(problem);
    const to = where.issueNo === null ? message.units.join('、') : `#${where.issueNo}`;
    const same = where.first === null ? '' : `，与留言${where.first.no}合并办理`;
    await store.citizens.save(message, { at, step: 'link', by: by.name, messageId, note: `${to}${same}` });
    lines.push(`留言${message.no}已${where.first === null ? `转${to}` : `与留言${where.first.no}合并`}办理。`);
    if (isToUnit && problem === null && args.deadline != null) lines.push(withoutLimit(message));
  }
  const units = [...new Set(where.units)];
  const cards = moved.map((message) => citizenCard(message, context.settings)).join('\n\n');
  return {
    text: [...lines, ...handed.map(({ text }) => text)].join('\n'),
    notify: handed.flatMap(({ notify }) => notify ?? []),
    buttons: handed.flatMap((answer) => answer.buttons ?? []),
    notices: [
      ...handed.flatMap(({ notices }) => notices ?? []),
      ...units.flatMap((unit) => tellUnit(context, unit, cards)),
    ],
  };
}

/** 留言1转办: nobody is named. */
function askUnit(context: Context): Promise<Answer> {
  const { args } = context;
  const text = `还差责任单位：留言${args.messageNos.join('、')}转给哪个单位办理，请回复单位名称，如“市城管局”。`;
  return hold(context, { kind: 'fill', command: 'citizen.link', args, missing: ['units'], text });
}

/** A limit is a problem's; a message whose place or matter is not known has none. */
const withoutLimit = ({ no }: CitizenMessage): string =>
  `留言${no}还没有成为问题（缺地点或情况），时限没有登记。核实后请登记问题，再回复“留言${no}对应#编号”。`;

interface Where {
  readonly issueNo: number | null;
  readonly units: readonly string[];
  readonly first: CitizenMessage | null;
}

async function whereTo(messages: readonly CitizenMessage[], { args, store }: Context): Promise<Where> {
  if (args.issueNo !== undefined) {
    const issue = await store.issues.find(args.issueNo);
    if (issue === undefined)
      throw new Refusal('issue.unknown', `没有#${args.issueNo}这个问题，请核对编号。没有作任何改动。`);
    return { issueNo: issue.no, units: issue.units, first: null };
  }
  if (args.units.length > 0) return { issueNo: null, units: args.units, first: null };
  const first = messages.toSorted((a, b) => a.no - b.no)[0] ?? null;
  return { issueNo: first?.issueNo ?? null, units: [], first };
}
