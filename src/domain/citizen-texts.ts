/** 留言怎么说: the sentences about a citizen's message, for the office, the units and the citizen (domain §12, §13.8). */
import type { CitizenMessage } from './citizen.ts';
import { awaitsVerdict, isAnswerLate } from './citizen.ts';
import { citizenFigures } from './citizen-figures.ts';
import { rateText } from './rate.ts';
import type { Settings } from './settings.ts';
import { momentText, stampText } from './shanghai.ts';
import { listed, shortened } from './wording.ts';

/** `待答复`, `办理中`, `已办结（满意）`. */
export function citizenStanding(message: CitizenMessage): string {
  if (message.state === 'closed') {
    const verdict = message.satisfied === null ? '待市民评价' : message.satisfied ? '满意' : '不满意';
    return `已办结（${verdict}）`;
  }
  const again = message.round === 2 ? '，市民不满意，再次办理' : '';
  return message.answeredAt === null ? `待答复${again}` : `办理中${again}`;
}

/** Where a message came from: `12345`, `市民留言`. */
const channelName = (channel: CitizenMessage['channel']): string => (channel === '12345' ? '12345转办' : '市民留言');

/** `留言12 翠竹园小区门口 占道卖菜：待答复（11月22日 10:00）`. */
export const citizenLine = (message: CitizenMessage): string =>
  `留言${message.no} ${shortened(message.text, 30)}${message.issueNo === null ? '' : `（#${message.issueNo}）`}：${citizenStanding(message)}，${stampText(message.receivedAt)}收到`;

/** What the office is told when one comes in. */
export function citizenCard(message: CitizenMessage, { citizen }: Pick<Settings, 'citizen'>): string {
  const problem =
    message.issueNo === null
      ? '未转为问题（地点或情况不全），请联系核实后登记'
      : `已转为问题#${message.issueNo}${message.units.length === 0 ? '' : `，责任单位${message.units.join('、')}`}`;
  const same = message.firstNo === null ? [] : [`与留言${message.firstNo}为同一事项，合并办理`];
  return [
    `【${channelName(message.channel)}】留言${message.no}`,
    shortened(message.text, 200),
    [problem, ...same].join('；'),
    `请在${citizen.answerHours}小时内答复：“留言${message.no}已回复：…”`,
  ].join('\n');
}

/** What the citizen is asked when his matter is settled. */
export const askVerdict = (message: CitizenMessage): string =>
  [
    `您反映的事项（留言${message.no}）已办结${message.answer === null ? '。' : `：${message.answer}`}`,
    '您对办理结果满意吗？请回复“满意”或“不满意”，不满意的请说明原因。',
  ].join('\n');

/** One message in full. `phone`: for who handles the case only, and never in a group. */
export function citizenDetail(message: CitizenMessage, at: Date, phone: string | null): string {
  const lines = [
    `留言${message.no}（${channelName(message.channel)}）：${citizenStanding(message)}`,
    `内容：${message.text}`,
    `收到：${momentText(message.receivedAt, at)}${message.issueNo === null ? '' : `，问题#${message.issueNo}`}${message.firstNo === null ? '' : `，与留言${message.firstNo}为同一事项`}`,
    ...(message.units.length === 0 ? [] : [`办理单位：${message.units.join('、')}`]),
    ...(message.answer === null ? [] : [`答复：${message.answer}`]),
    ...(phone === null ? [] : [`联系电话：${phone}`]),
  ];
  return lines.join('\n');
}

export interface CitizenListing {
  readonly at: Date;
  readonly most: number;
  readonly settings: Pick<Settings, 'citizen'>;
  /** `本周`, `11月16—22日`; empty: since the beginning. */
  readonly period: string;
  /** `未答复的`: the messages are some of all, and a rate of them alone would be a wrong one. */
  readonly only?: string | undefined;
}

/** 留言清单: the figures first, then the lines, unanswered ones first. */
export function citizenList(
  messages: readonly CitizenMessage[],
  { at, most, settings, period, only = '' }: CitizenListing,
): string {
  if (messages.length === 0) return `${period}${only}市民留言：没有（截至${stampText(at)}）。`;
  const figures = citizenFigures(messages, { at, answerHours: settings.citizen.answerHours });
  const rates = only === '' ? `：回复率${rateText(figures.replyRate)}，回复办结率${rateText(figures.closureRate)}` : '';
  const late = messages.filter((message) => isAnswerLate(message, at, settings));
  const shown = messages.toSorted((a, b) => rank(a) - rank(b) || a.no - b.no).slice(0, most);
  return [
    `${period}${only}市民留言${messages.length}件（截至${stampText(at)}）${rates}`,
    ...(late.length > 0
      ? [
          `超过${settings.citizen.answerHours}小时未答复${late.length}件：${listed(
            late.map(({ no }) => `留言${no}`),
            8,
            '件',
          )}`,
        ]
      : []),
    ...shown.map((message) => citizenLine(message)),
    ...(messages.length > most ? [`另有${messages.length - most}件`] : []),
  ].join('\n');
}

const rank = (message: CitizenMessage): number => {
  if (message.answeredAt === null) return 0;
  if (message.state === 'open') return 1;
  return awaitsVerdict(message) ? 2 : 3;
};
