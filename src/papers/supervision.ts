/** 督办单、提醒函、交办单 as plain data and as text (domain §7, §12). Drafted by the bot, issued by an officeLead. Holds only JSON. */
import { paperNumber } from '../domain/paper.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf, stampText } from '../domain/shanghai.ts';
import { fullDayText } from './special-issue.ts';
import { explanation, handedOver, ladderMatter, untilText } from './supervision-grounds.ts';

export type NoticeKind = 'dispatch' | 'reminder' | 'supervision' | 'accountability';

/** Name of the paper, and the word in its number: 督办〔2026〕18号. */
export const NOTICE_NAMES: Readonly<Record<NoticeKind, { readonly title: string; readonly word: string }>> = {
  dispatch: { title: '交办单', word: '交办' },
  reminder: { title: '提醒函', word: '提醒' },
  supervision: { title: '督办单', word: '督办' },
  accountability: { title: '问责建议', word: '问责' },
};

/** One person it was handed to, by which way, and whether the platform tells that it was read. Moments are ISO. */
export interface Service {
  readonly to: string;
  readonly deliveredAt: string | null;
  readonly readAt: string | null;
}

/** One step of 办理流程记录. The moment is ISO. */
export interface NoticeStep {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly note: string;
}

export interface Notice {
  readonly kind: NoticeKind;
  /** What this city calls it, and the word of its number; absent: as usual. */
  readonly title?: string | undefined;
  readonly word?: string | undefined;
  readonly year: number;
  readonly no: number;
  readonly issuer: string;
  readonly date: string;
  /** Who issued it; null while a draft. */
  readonly signedBy: string | null;
  readonly unit: string;
  /** 主要负责同志, 分管负责同志: whom in the unit it is for. */
  readonly addressee: string;
  readonly issueNos: readonly number[];
  /** 事由, a sentence each. */
  readonly matters: readonly string[];
  /** 要求, numbered. */
  readonly demands: readonly string[];
  readonly feedback: string;
  readonly enclosures: readonly string[];
  /** 办理流程记录, attached as a table; absent: none. */
  readonly steps?: readonly NoticeStep[] | undefined;
  readonly served: readonly Service[];
  /** What headquarters says of an issued 问责建议; absent: nothing yet. */
  readonly opinion?: string | undefined;
}

/** `督办〔2026〕18号`, by the word of its kind where the city has none of its own. */
export const noticeNumber = ({ kind, word, ...number }: Pick<Notice, 'kind' | 'word' | 'year' | 'no'>): string =>
  paperNumber({ ...number, word: word ?? NOTICE_NAMES[kind].word });

/** 督办单, or what the city calls it. */
export const noticeTitle = ({ kind, title }: Pick<Notice, 'kind' | 'title'>): string =>
  title ?? NOTICE_NAMES[kind].title;

export interface NoticeQuestion {
  readonly kind: NoticeKind;
  readonly no: number;
  readonly issuer: string;
  /** The moment of the draft; its day and year stand on the paper. */
  readonly at: Date;
  readonly unit: string;
  readonly issues: readonly Issue[];
  /** Papers that went before, by problem: `提醒〔2026〕31号`. */
  readonly earlier?: ReadonlyMap<number, readonly string[]> | undefined;
  /** By when; null: the problem's own time limit (交办单) or no time. */
  readonly until: Date | null;
  readonly contact: string;
}

/** The draft: nothing is served, nobody has signed. */
export function composeNotice(question: NoticeQuestion): Notice {
  const { kind, no, issuer, at, unit, issues } = question;
  const day = dayOf(at);
  return {
    kind,
    no,
    issuer,
    unit,
    year: Number(day.slice(0, 4)),
    date: day,
    signedBy: null,
    addressee: ADDRESSEES[kind],
    issueNos: issues.map((issue) => issue.no),
    matters: issues.map((issue) => matterOf(issue, question)),
    demands: DEMANDS[kind](question),
    feedback: FEEDBACK[kind](question),
    enclosures: kind === 'dispatch' || kind === 'reminder' ? ['问题照片'] : ['问题照片', '办理流程记录'],
    served: [],
  };
}

const ADDRESSEES: Readonly<Record<NoticeKind, string>> = {
  dispatch: '联络员',
  reminder: '分管负责同志',
  supervision: '主要负责同志',
  accountability: '由指挥部研究',
};

const matterOf = (issue: Issue, { kind, at, earlier }: NoticeQuestion): string =>
  kind === 'dispatch' ? handedOver(issue) : ladderMatter(issue, at, earlier?.get(issue.no) ?? []);

/** A 提醒函 asks for no written explanation (domain §12). */
const DEMANDS: Readonly<Record<NoticeKind, (question: NoticeQuestion) => readonly string[]>> = {
  dispatch: ({ until }) => [
    until === null ? '按上述时限整改到位，并附整改前后照片。' : `${untilText(until)}整改到位，并附整改前后照片。`,
    '对事实或责任有异议的，请在规定时间内申诉并附依据。',
  ],
  reminder: ({ until }) => [`请督促有关科室和责任人${untilText(until)}整改到位，并附整改前后照片。`],
  supervision: ({ until, issues, at }) => [
    `${untilText(until)}整改到位，并附整改前后照片。`,
    ...explanation(issues, at),
    '对同类点位举一反三，开展排查。',
  ],
  // People decide what becomes of it, never the bot (domain §7).
  accountability: () => ['提请指挥部研究，是否问责、如何问责由指挥部决定。'],
};

const FEEDBACK: Readonly<Record<NoticeKind, (question: NoticeQuestion) => string>> = {
  dispatch: ({ contact }) => `整改后在工作群回复并附照片（联系人：${contact}）。`,
  reminder: ({ contact }) => `整改后在工作群回复并附照片（联系人：${contact}）。`,
  supervision: ({ issuer, contact }) => `由主要负责同志签字后报${issuer}（联系人：${contact}）。`,
  accountability: ({ issuer, contact }) => `研究意见请告知${issuer}（联系人：${contact}）。`,
};

/** 送达 as a line: `王磊：11月22日 10:05送达，11月22日 10:21已读`. */
function serviceText({ to, deliveredAt, readAt }: Service): string {
  if (deliveredAt === null) return `${to}：尚未送达`;
  const read = readAt === null ? '未读或平台不提供' : `${stampText(new Date(readAt))}已读`;
  return `${to}：${stampText(new Date(deliveredAt))}送达，${read}`;
}

/** The paper as a chat shows it. */
export function noticeText(notice: Notice): string {
  const title = noticeTitle(notice);
  return [
    `${notice.issuer}${title}${notice.signedBy === null ? '（草稿）' : ''}`,
    `编号：${noticeNumber(notice)}　${fullDayText(notice.date)}`,
    `签发：${notice.signedBy ?? '待签发'}`,
    `${unitLabel(notice)}：${notice.unit}（${notice.addressee}）`,
    ...numbered('事由', notice.matters),
    ...numbered('要求', notice.demands),
    `反馈：${notice.feedback}`,
    ...(notice.enclosures.length === 0 ? [] : [`附：${notice.enclosures.join('、')}`]),
    ...(notice.served.length === 0 ? [] : ['送达回执：', ...notice.served.map(serviceText)]),
    ...(notice.opinion === undefined ? [] : [`指挥部意见：${notice.opinion}`]),
  ].join('\n');
}

/** 被督办单位, 受文单位. */
export const unitLabel = ({ kind }: Pick<Notice, 'kind'>): string => UNIT_LABELS[kind];

const UNIT_LABELS: Readonly<Record<NoticeKind, string>> = {
  dispatch: '受文单位',
  reminder: '受文单位',
  supervision: '被督办单位',
  accountability: '涉及单位',
};

function numbered(name: string, items: readonly string[]): string[] {
  return items.length === 1
    ? [`${name}：${items[0]}`]
    : [`${name}：`, ...items.map((item, at) => `${at + 1}. ${item}`)];
}
