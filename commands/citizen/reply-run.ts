/** 答复与评价: the office or the handling unit answers; the citizen says whether he is satisfied (domain §11). */
import type { Answer, Letter, RunContext } from '../../src/bot/command.ts';
import { answerMessage, awaitsVerdict } from '../../src/domain/citizen.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { citizenStanding } from '../../src/domain/citizen-texts.ts';
import { isOffice } from '../../src/domain/city.ts';
import { maskContacts } from '../../src/domain/contacts.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { withoutVerdict } from '../../src/reading/told-verdict.ts';
import { tellUnit } from '../tell-unit.ts';
import { askCitizen, letterTo } from './correspondence.ts';
import { onceMore, verdict } from './verdict-run.ts';

export interface CitizenReplyArgs {
  readonly messageNos: readonly number[];
  readonly text: string;
  readonly satisfied?: boolean;
  readonly photos: number;
}

type Context = RunContext<CitizenReplyArgs>;

export const replyToCitizen = (context: Context): Promise<Answer> =>
  context.by.roles.includes('citizen') ? verdict(context) : answers(context);

/** Said as done, not as meant: 已转城管局整改 is none. */
const DONE =
  /办结|(?:处理|整改|清理|维修)(?:完毕|完成|完了|好了|到位)|(?:已|均|全部)(?:经|于)?(?:全部|及时|现场)?(?:解决|清理|清运|清除|修复|修好|更换|拆除|补上|补齐|恢复|劝离|完成)/;

/** Throws Refusal: `citizen.no`, `citizen.unknown`, and what answering refuses; then nothing of it is written. */
async function answers(context: Context): Promise<Answer> {
  const { args, by, at, store, messageId } = context;
  if (args.messageNos.length === 0) {
    throw new Refusal('citizen.no', '没有看出是哪一条留言，请写明编号，例如：留言12已回复：垃圾已清理。');
  }
  const text = maskContacts(answerText(args.text));
  const told = args.satisfied ?? null;
  // Of the unit it is no verdict: its answer goes to the citizen, who is asked himself.
  const satisfied = isOffice(by) ? told : null;
  const words = told === null ? text : withoutVerdict(text);
  const letters: Letter[] = [];
  const lines: string[] = [];
  const steps = [];
  for (const message of await withLinked(args.messageNos, context)) {
    const issue = message.issueNo === null ? undefined : await store.issues.find(message.issueNo);
    const isProblemOpen = issue !== undefined && isGoingOn(issue);
    steps.push({
      message: answerMessage(message, { by, at, text, isDone: DONE.test(text), isProblemOpen, satisfied }),
      issue,
    });
  }
  for (const { message, issue } of steps) {
    await store.citizens.save(message, { at, step: stepOf(message, satisfied), by: by.name, messageId, note: text });
    const isAsking = awaitsVerdict(message) && message.askedAt?.getTime() === at.getTime();
    const sent = isAsking
      ? await askCitizen(store, message, at)
      : await letterTo(store, message.no, `您反映的事项（留言${message.no}）答复如下：${words}`);
    if (satisfied === null && (isAsking || words !== '')) letters.push(...sent);
    lines.push(
      `留言${message.no}已记录答复：${citizenStanding(message)}${issue && isGoingOn(issue) ? goingOnText(message, issue) : ''}。`,
    );
    if (sent.length === 0 && satisfied === null) lines.push('该市民没有在线联系方式，请电话回复。');
  }
  const again = steps.filter(({ message }) => stepOf(message, satisfied) === 'again');
  const notices = again.flatMap(({ message }) =>
    message.units.flatMap((unit) => tellUnit(context, unit, onceMore(message, text))),
  );
  if (told !== null && satisfied === null) lines.push('满意与否由市民本人或创城办回访登记，这里没有记。');
  return { text: [...new Set(lines)].join('\n'), letters, notices };
}

const stepOf = (message: CitizenMessage, satisfied: boolean | null) => {
  if (satisfied !== null && message.round === 2 && message.state === 'open') return 'again' as const;
  return message.state === 'closed' ? ('close' as const) : ('answer' as const);
};

const goingOnText = ({ state }: CitizenMessage, { no }: Issue): string =>
  state === 'closed' ? `，#${no}继续整改` : `，#${no}销号后办结`;

const isGoingOn = ({ state }: Issue): boolean => !['closed', 'withdrawn', 'merged'].includes(state);

/** An answer to the first message of a matter answers those that were linked to it. */
async function withLinked(nos: readonly number[], { store }: Context): Promise<readonly CitizenMessage[]> {
  const named = await store.citizens.list({ nos });
  for (const no of nos) {
    if (!named.some((message) => message.no === no)) {
      throw new Refusal('citizen.unknown', `没有留言${no}，请核对编号。没有作任何改动。`);
    }
  }
  const open = await store.citizens.list({ state: 'open' });
  return [
    ...named,
    ...open.filter(({ no, firstNo }) => firstNo !== null && nos.includes(firstNo) && !nos.includes(no)),
  ];
}

/** 留言12已回复：垃圾已清理 → 垃圾已清理. */
function answerText(text: string): string {
  const said = /(?:回复|答复|反馈|办结)[^：:，,]{0,6}[：:，,]\s*(.+)$/s.exec(text)?.[1]?.trim() ?? '';
  return said.length >= 2 ? said : text;
}
