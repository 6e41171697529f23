/** 市民留言 (domain §11): from the first word to the citizen's own yes or no. Contacts are not in it, they are kept apart. */
import { isOffice } from './city.ts';
import type { Person } from './directory.ts';
import { Refusal } from './refusal.ts';
import { speaksForUnit } from './rights.ts';
import { isSamePlace } from './same-place.ts';
import type { Settings } from './settings.ts';
import { DAY_MS, HOUR_MS } from './shanghai.ts';

export interface CitizenMessage {
  /** The number people speak: 留言12. */
  readonly no: number;
  /** 来源: said to the bot, or handed on from the 12345 line. */
  readonly channel: 'citizen' | '12345';
  /** As it was said, contacts masked. */
  readonly text: string;
  readonly location: string | null;
  /** Canonical name of the directory's site, where the place is one. */
  readonly site: string | null;
  readonly category: string | null;
  /** Who handles it: the units of its problem, or those it was given to. */
  readonly units: readonly string[];
  /** The problem it became, where a place and a defect were given. */
  readonly issueNo: number | null;
  /** 同一事项: the first message on the same matter. */
  readonly firstNo: number | null;
  readonly state: 'open' | 'closed';
  /** 1; 2 when the citizen was not satisfied and the unit has to look again. */
  readonly round: 1 | 2;
  readonly receivedAt: Date;
  /** Who took it down; null: the citizen himself. */
  readonly registeredBy: string | null;
  /** The first answer: what 回复率 counts. */
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** The last answer. */
  readonly answer: string | null;
  readonly closedAt: Date | null;
  /** When the citizen was asked whether he is satisfied, in this round. */
  readonly askedAt: Date | null;
  /** Of the present round; null: not said. */
  readonly satisfied: boolean | null;
}

export type CitizenStep = 'receive' | 'link' | 'answer' | 'close' | 'rate' | 'again';

/** One line of the append-only record. */
export interface CitizenRecord {
  readonly messageNo: number;
  readonly at: Date;
  readonly step: CitizenStep;
  /** Canonical name, `市民`, or `督办机器人`. */
  readonly by: string;
  readonly messageId: string | null;
  readonly note: string | null;
}

export const CITIZEN = '市民';

export interface Receiving {
  readonly channel: CitizenMessage['channel'];
  readonly text: string;
  readonly location: string | null;
  readonly site: string | null;
  readonly category: string | null;
  readonly units: readonly string[];
  readonly issueNo: number | null;
  /** The first message on the same matter; it shares its problem and its units. */
  readonly first: CitizenMessage | null;
  readonly at: Date;
  readonly registeredBy: string | null;
}

/** 受理: a message that has no number yet. */
export function receiveMessage({ first, at, ...facts }: Receiving): Omit<CitizenMessage, 'no'> {
  return {
    ...facts,
    units: first?.units ?? facts.units,
    issueNo: first === null ? facts.issueNo : first.issueNo,
    firstNo: first === null ? null : (first.firstNo ?? first.no),
    state: 'open',
    round: 1,
    receivedAt: at,
    answeredAt: null,
    answeredBy: null,
    answer: null,
    closedAt: null,
    askedAt: null,
    satisfied: null,
  };
}

/** 同一事项: the oldest message still open on the same place and category (R22); undefined where there is none. */
export function firstOnSame(
  messages: readonly CitizenMessage[],
  matter: Pick<CitizenMessage, 'location' | 'site' | 'category'>,
  { at, withinDays }: { readonly at: Date; readonly withinDays: number },
): CitizenMessage | undefined {
  if (matter.location === null || matter.category === null) return undefined;
  return messages
    .filter(({ state, receivedAt }) => state === 'open' && at.getTime() - receivedAt.getTime() <= withinDays * DAY_MS)
    .filter((message) => message.category === matter.category && isSamePlace(message, matter))
    .toSorted((a, b) => a.no - b.no)[0];
}

/** 转办: to a problem, to a unit, or to the first message on the same matter. Throws Refusal `citizen.closed`. */
export function linkMessage(
  message: CitizenMessage,
  to: { readonly issueNo: number | null; readonly units: readonly string[]; readonly first: CitizenMessage | null },
): CitizenMessage {
  if (message.state === 'closed') {
    throw new Refusal('citizen.closed', `留言${message.no}已经办结，不能再转办。没有作任何改动。`);
  }
  return {
    ...message,
    issueNo: to.issueNo ?? message.issueNo,
    units: to.first === null ? to.units : to.first.units,
    firstNo: to.first === null ? message.firstNo : (to.first.firstNo ?? to.first.no),
  };
}

/** 经办: the office, and who speaks for a handling unit. Only they see contacts. */
export const mayHandle = (person: Person, message: CitizenMessage): boolean =>
  isOffice(person) || (speaksForUnit(person) && person.unit !== null && message.units.includes(person.unit));

export interface Answering {
  readonly by: Person;
  readonly at: Date;
  readonly text: string;
  /** The words say that the matter is settled. */
  readonly isDone: boolean;
  /** Its problem is still being put right: then the answer alone does not close it. */
  readonly isProblemOpen: boolean;
  /** What the citizen said on the telephone, as the office tells it. */
  readonly satisfied: boolean | null;
}

const tooEarly = ({ no, issueNo }: CitizenMessage): string =>
  `留言${no}的问题#${issueNo ?? ''}还没有销号，市民也还没有得到答复，满意与否以后再登记。先答复请回复“留言${no}已回复：…”。`;

/** 答复. Throws Refusal: `right`, `citizen.closed`. A citizen's verdict told by others is taken from the office only. */
export function answerMessage(message: CitizenMessage, answering: Answering): CitizenMessage {
  const { by, at, text, isDone, isProblemOpen, satisfied } = answering;
  if (!mayHandle(by, message)) {
    const whose = message.units.length === 0 ? '市创城办' : message.units.join('、');
    throw new Refusal('right', `留言${message.no}由${whose}办理，请由该单位或创城办答复。没有作任何改动。`);
  }
  const isVerdict = satisfied !== null && isOffice(by);
  if (isVerdict && isProblemOpen && message.answeredAt === null) throw new Refusal('citizen.open', tooEarly(message));
  if (message.state === 'closed' && !isVerdict) {
    throw new Refusal('citizen.closed', `留言${message.no}已经办结，不用再答复。`);
  }
  const answered = {
    ...message,
    answer: text,
    answeredAt: message.answeredAt ?? at,
    answeredBy: message.answeredBy ?? by.name,
  };
  if (isVerdict)
    return rated({ ...answered, closedAt: message.closedAt ?? at, askedAt: message.askedAt ?? at }, satisfied);
  return isDone && !isProblemOpen ? { ...answered, state: 'closed', closedAt: at, askedAt: at } : answered;
}

/** 办结: its problem was closed at `at`; the citizen is told so and asked, which is an answer too. */
export const closeWithProblem = (message: CitizenMessage, at: Date): CitizenMessage => ({
  ...message,
  state: 'closed',
  closedAt: at,
  askedAt: at,
  answeredAt: message.answeredAt ?? at,
});

/**
 * 满意/不满意 by the citizen himself, also without having been asked (还没清啊): a no to an answer, or to what is closed, is once more to the unit (R21). Nothing changes by a
 * yes while it is being handled, nor by a no before an answer or when it is with the unit once more already.
 */
export function heedCitizen(message: CitizenMessage, satisfied: boolean): CitizenMessage {
  if (message.state === 'closed') return satisfied && message.satisfied === true ? message : rated(message, satisfied);
  return satisfied || message.answeredAt === null || message.round === 2 ? message : rated(message, false);
}

/** Not satisfied for the first time: once more to the unit (R21); the second time it stays closed and the office sees it. */
function rated(message: CitizenMessage, satisfied: boolean): CitizenMessage {
  if (satisfied || message.round === 2) return { ...message, state: 'closed', satisfied };
  return { ...message, state: 'open', round: 2, closedAt: null, askedAt: null, satisfied: null };
}

export const awaitsVerdict = ({ state, askedAt, satisfied }: CitizenMessage): boolean =>
  state === 'closed' && askedAt !== null && satisfied === null;

/** 超时未答复: nobody has answered within the hours of the settings. */
export const isAnswerLate = (message: CitizenMessage, at: Date, { citizen }: Pick<Settings, 'citizen'>): boolean =>
  message.answeredAt === null && at.getTime() - message.receivedAt.getTime() > citizen.answerHours * HOUR_MS;
