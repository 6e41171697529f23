/** 考核分的回答: a unit's score with every event behind it, or the table of all units (domain §8). */
import type { ScoreEvent, ScoreKind } from './score.ts';
import { round, scoreOf } from './score.ts';
import type { ScoreSettings } from './pressure-settings.ts';
import { dayOf, dayText, momentText } from './shanghai.ts';

const KIND_NAMES: Readonly<Record<ScoreKind, string>> = {
  superior: '上级督查发现',
  found: '督查发现',
  fixedOnSpot: '现场整改',
  overdue: '超期',
  returned: '退回',
  rebound: '反弹',
  paper: '督办文书',
  bulletins: '连续两期通报',
  rejectedAppeal: '申诉不成立',
  material: '资料退回',
  note: '创城办登记',
};

const KINDS: readonly ScoreKind[] = [
  'superior',
  'found',
  'fixedOnSpot',
  'overdue',
  'returned',
  'rebound',
  'paper',
  'bulletins',
  'rejectedAppeal',
  'material',
  'note',
];

/** `-1`, `+3`. */
export const pointsText = (points: number): string => (points > 0 ? `+${round(points)}` : `${round(points)}`);

export interface ScoreQuestion {
  readonly unit: string;
  readonly events: readonly ScoreEvent[];
  readonly points: ScoreSettings;
  /** First day of the month. */
  readonly month: string;
  readonly at: Date;
}

/** One unit: the score, then each kind with all its events. */
export function scoreAnswer({ unit, events, points, month, at }: ScoreQuestion): string {
  const own = events.filter((event) => event.unit === unit);
  const score = scoreOf(unit, own, points);
  const lines = KINDS.flatMap((kind) =>
    kindLines(
      kind,
      own.filter((event) => event.kind === kind),
    ),
  );
  const isNow = dayOf(at).slice(0, 7) === month.slice(0, 7);
  return [
    `${unit} ${monthText(month, at)}考核 ${score}分（基础${points.base}分${isNow ? `，截至${momentText(at, at)}` : ''}）`,
    ...(lines.length === 0 ? ['没有扣分和加分。'] : lines),
    ...(lines.length === 0 ? [] : ['对其中哪一件有疑问，回复“编号+记录”可看全过程。']),
  ].join('\n');
}

const monthText = (month: string, at: Date): string =>
  `${month.slice(0, 4) === dayOf(at).slice(0, 4) ? '' : `${month.slice(0, 4)}年`}${Number(month.slice(5, 7))}月`;

/** Events with words of their own stand alone, the others of a kind together. */
function kindLines(kind: ScoreKind, events: readonly ScoreEvent[]): readonly string[] {
  if (events.length === 0) return [];
  const told = events.filter(({ what }) => what !== null);
  const plain = events.filter(({ what }) => what === null);
  const sum = plain.reduce((total, { points }) => total + points, 0);
  const nos = plain.flatMap(({ issueNos }) => issueNos);
  return [
    ...(plain.length === 0 ? [] : [`· ${KIND_NAMES[kind]}${plain.length}件 ${pointsText(sum)}：${numbers(nos)}`]),
    ...told.map(({ at, what, points, issueNos }) => {
      const about = issueNos.length === 0 ? '' : `（${numbers(issueNos)}）`;
      return `· ${dayText(dayOf(at))} ${KIND_NAMES[kind]} ${what ?? ''} ${pointsText(points)}${about}`;
    }),
  ];
}

const numbers = (nos: readonly number[]): string => nos.map((no) => `#${no}`).join('、');

/** All units that have events, the highest first; the others in one line. Units only, never persons (§13.5). */
export function scoreTable(
  units: readonly string[],
  { events, points, month, at }: Omit<ScoreQuestion, 'unit'>,
): string {
  const touched = units.filter((unit) => events.some((event) => event.unit === unit));
  const rows = touched
    .map((unit) => ({ unit, score: scoreOf(unit, events, points) }))
    .toSorted((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1));
  const rest = units.length - touched.length;
  return [
    `${monthText(month, at)}各单位考核分（基础${points.base}分）：`,
    ...rows.map(({ unit, score }) => `${unit} ${score}`),
    ...(rest === 0 ? [] : [`${rows.length === 0 ? '' : '其余'}${rest}家没有扣分和加分。`]),
    ...(rows[0] === undefined ? [] : [`回复“${rows.at(-1)?.unit ?? ''}为什么扣分”看明细。`]),
  ].join('\n');
}
