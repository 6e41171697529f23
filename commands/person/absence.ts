/** 外出代班: for the days that one is away the deputy has his rights and hears of his problems too; back again, that ends. */
import { defineCommand } from '../../src/bot/command.ts';
import type { Answer, Held, RunContext } from '../../src/bot/command.ts';
import { deputedRoles } from '../../src/domain/absence.ts';
import { isOpen } from '../../src/domain/issue.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { isOfResponsibleUnit } from '../../src/domain/rights.ts';
import { addDays, dayOf, periodText } from '../../src/domain/shanghai.ts';
import { awayDays } from '../../src/reading/away-days.ts';
import { isFinished } from '../../src/reading/acts/absence.ts';

export interface AbsenceArgs {
  /** Who stands in; absent where one is back. */
  readonly deputy?: string;
  /** Days, both inclusive; `from` absent: today; `to` absent: until one is back. */
  readonly from?: string;
  readonly to?: string;
  /** Days were named that no calendar has. */
  readonly isUnread?: boolean;
  readonly isBack?: boolean;
  /** 取消代班: what is still to come, too. */
  readonly isCalledOff?: boolean;
}

/** Without an end stated it ends by itself after so many days. */
const MOST_DAYS = 30;

export default defineCommand<AbsenceArgs>({
  id: 'person.absence',
  summary: '外出时请同事代班',
  examples: ['我下周出差，王磊代', '本周王磊代我', '我回来了'],
  allow: [
    'officeLead',
    'officeStaff',
    'inspectorLead',
    'inspector',
    'unitPrincipal',
    'unitDeputy',
    'unitLiaison',
    'communityHead',
    'owner',
    'gridHead',
    'gridMember',
    'roadChief',
    'sponsor',
  ],
  instead: '代班由本人说明，如“我下周出差，王磊代”。',

  read(said) {
    if (said.act !== 'person.absence') return undefined;
    if (isFinished(said.text)) return { isBack: true, ...(said.has('代班') ? { isCalledOff: true } : {}) };
    const deputy = said.persons.find((name) => name !== said.heard.sender?.name);
    if (deputy === undefined) return undefined;
    const days = awayDays(said.text, said.heard.sentAt);
    return { deputy, ...(days === 'unread' ? { isUnread: true } : days) };
  },

  run: (context) => (context.args.isBack === true ? comeBack(context) : goAway(context)),
});

type Context = RunContext<AbsenceArgs & Held>;

async function goAway(context: Context): Promise<Answer> {
  const { args, by, at, store, directory, messageId } = context;
  const today = dayOf(at);
  const deputy = directory.person(args.deputy ?? '');
  if (!deputy || deputy.name === by.name) {
    throw new Refusal('absence.deputy', '请写明由哪位同事代班，例如：我下周出差，王磊代。没有作任何改动。');
  }
  if (by.unit === null || deputy.unit !== by.unit) {
    throw new Refusal(
      'absence.unit',
      `代班的要是本单位的同事，${deputy.name}不在${by.unit ?? '同一单位'}。没有作任何改动。`,
    );
  }
  const { from, to } = daysOf(args, today);
  await store.absences.add({
    person: by.name,
    deputy: deputy.name,
    from,
    to,
    announcedBy: by.name,
    announcedAt: at,
    messageId,
  });
  const open = deputedRoles(by).length === 0 ? [] : await store.issues.list({ units: [by.unit] });
  const count = open.filter((issue) => isOpen(issue) && isOfResponsibleUnit(by, issue)).length;
  const days = periodText(from, to, today);
  const until = args.to === undefined ? `到您回复“我回来了”为止，最长${MOST_DAYS}天` : '提前回来请回复“我回来了”';
  const inHand = count === 0 ? '' : `目前在办${count}件，`;
  return {
    text: `已记下：${days}由${deputy.name}代${by.name}办理，提醒同时发给${deputy.name}。${until}。`,
    notices: [
      {
        to: deputy.name,
        text: `${by.name}${days}外出，请您代办创城督办事项。${inHand}回复“我的待办”看明细；这几天您可以办理${by.name}名下的事项。`,
      },
    ],
  };
}

/** Throws Refusal `absence.days`, `absence.past`: nobody is announced for days on which he has no right. */
function daysOf(args: AbsenceArgs, today: string): { readonly from: string; readonly to: string } {
  const from = args.from === undefined || args.from < today ? today : args.from;
  const to = args.to ?? addDays(from, MOST_DAYS - 1);
  if (to < today) throw new Refusal('absence.past', '代班的日期已经过了。没有作任何改动，请写明日期再发一次。');
  if (args.isUnread === true || to < from) {
    throw new Refusal(
      'absence.days',
      '没有看出代班是从哪天到哪天，没有作任何改动。可这样说：“我11月24日到26日出差，王磊代”。',
    );
  }
  return { from, to };
}

async function comeBack({ args, by, at, store }: Context): Promise<Answer> {
  const ended = await store.absences.end(by.name, { day: dayOf(at), at, begunOnly: args.isCalledOff !== true });
  if (ended.length === 0) throw new Refusal('absence.none', `没有${by.name}正在进行的代班，不用取消。`);
  const deputies = [...new Set(ended.map(({ deputy }) => deputy))];
  return {
    text: `欢迎回来，代班已结束，今天起仍由${by.name}办理。`,
    notices: deputies.map((to) => ({ to, text: `${by.name}已返岗，代班结束，感谢您这几天代办。` })),
  };
}
