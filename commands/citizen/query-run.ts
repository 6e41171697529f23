/** 查留言: a citizen sees his own; the office all; a unit those it handles. Contacts only one-to-one and only for who handles the case. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { isAnswerLate, mayHandle } from '../../src/domain/citizen.ts';
import { isOffice } from '../../src/domain/city.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import { citizenDetail, citizenList } from '../../src/domain/citizen-texts.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { mayReadMessage } from '../../src/domain/rights.ts';
import { addDays, dayOf, periodText, startOfDay } from '../../src/domain/shanghai.ts';
import type { Period } from '../../src/reading/periods.ts';
import type { Filters } from '../filters.ts';
import { senderIdOf } from './correspondence.ts';

export interface CitizenQueryArgs extends Filters {
  readonly messageNos?: readonly number[];
  readonly filter?: 'unreplied' | 'open' | 'late';
  readonly period: Period | null;
}

type Context = RunContext<CitizenQueryArgs>;

export function queryMessages(context: Context): Promise<Answer> {
  const { args, by } = context;
  if (by.roles.includes('citizen')) return ownMessages(context);
  return args.messageNos === undefined ? listing(context) : details(args.messageNos, context);
}

/** Throws Refusal `citizen.unknown` where he has sent none. */
async function ownMessages(context: Context): Promise<Answer> {
  const { args, at, store, conversation } = context;
  const own = await store.citizens.nosFrom(conversation.platform, senderIdOf(context) ?? '');
  const nos = args.messageNos === undefined ? own.slice(-3) : own.filter((no) => args.messageNos?.includes(no));
  const messages = await store.citizens.list({ nos });
  if (messages.length === 0) {
    throw new Refusal(
      'citizen.unknown',
      '没有查到您的留言。反映问题请直接说明地点和情况，如“翠竹园小区门口占道卖菜”。',
    );
  }
  return { text: messages.map((message) => citizenDetail(message, at, null)).join('\n\n') };
}

async function details(nos: readonly number[], context: Context): Promise<Answer> {
  const { by, at, store, conversation } = context;
  const messages = (await store.citizens.list({ nos })).filter((message) => mayReadMessage(context.by, message));
  if (messages.length === 0)
    throw new Refusal('citizen.unknown', `没有查到${nos.map((no) => `留言${no}`).join('、')}，请核对编号。`);
  const texts: string[] = [];
  for (const message of messages) {
    const isPrivate = conversation.chatKind === 'single' && mayHandle(by, message);
    const contact = isPrivate ? await store.citizens.contactOf(message.no) : undefined;
    texts.push([citizenDetail(message, at, contact?.phone ?? null), ...waysOn(message, by)].join('\n'));
  }
  return { text: texts.join('\n\n') };
}

/** What who handles it may reply, as long as it waits for an answer. */
function waysOn(message: CitizenMessage, by: Context['by']): readonly string[] {
  if (message.answeredAt !== null || message.state === 'closed' || !mayHandle(by, message)) return [];
  const toUnit = isOffice(by) && message.units.length === 0 ? `；转办请回复“留言${message.no}转…（单位）”` : '';
  return [`答复请回复“留言${message.no}已回复：…”${toUnit}。`];
}

async function listing(context: Context): Promise<Answer> {
  const { args, at, store, settings } = context;
  const { period, units, filter, source, sites, categories } = args;
  const range = period === null ? {} : { from: startOfDay(period.from), to: startOfDay(addDays(period.to, 1)) };
  const messages = (await store.citizens.list(range)).filter(
    (message) =>
      mayReadMessage(context.by, message) &&
      (units.length === 0 || message.units.some((unit) => units.includes(unit))) &&
      (source !== '12345' || message.channel === '12345') &&
      (sites === undefined || (message.site !== null && sites.includes(message.site))) &&
      (categories === undefined || (message.category !== null && categories.includes(message.category))) &&
      isWanted(message, filter, context),
  );
  const title = period === null ? '' : periodText(period.from, period.to, dayOf(at));
  const only = filter === undefined ? undefined : ONLY[filter];
  return { text: citizenList(messages, { at, most: settings.bulletin.mostListed, settings, period: title, only }) };
}

const ONLY = { unreplied: '未答复的', late: '超时未答复的', open: '未办结的' } as const;

function isWanted(message: CitizenMessage, filter: CitizenQueryArgs['filter'], { at, settings }: Context): boolean {
  if (filter === 'unreplied') return message.answeredAt === null;
  if (filter === 'late') return isAnswerLate(message, at, settings);
  return filter !== 'open' || message.state === 'open';
}
