/** How the people of the campaign say it: what they find, until when, and in which form. Only sentences that can be read one way. */
import { clockAt, dayAfter, dayAt, dayName, moment, throughDay, weekday } from './limits.ts';
import type { Random } from './random.ts';

export interface Defect {
  readonly words: string;
  readonly category: string;
  readonly tier: number;
  /** Whose it usually is; empty: whoever answers for the place. */
  readonly units: readonly string[];
}

const defect = (words: string, category: string, tier: number, units = ''): Defect => ({
  words,
  category,
  tier,
  units: units.split(' ').filter(Boolean),
});

export const DEFECTS: readonly Defect[] = [
  defect('垃圾桶满溢', 'sanitation', 1, '市环卫中心'),
  defect('地面有烟头', 'sanitation', 1, '市环卫中心'),
  defect('垃圾没人清', 'sanitation', 1),
  defect('占道经营', 'street_order', 1, '市城管局 市市场监管局'),
  defect('出店经营严重', 'street_order', 1, '市城管局 市市场监管局'),
  defect('楼道堆放杂物', 'clutter', 1),
  defect('乱堆乱放', 'clutter', 1),
  defect('非机动车乱停放', 'parking', 1, '市城管局 市交警大队'),
  defect('墙面小广告未清除', 'illegal_ads', 2, '市城管局'),
  defect('公益广告破损', 'psa', 3, '市委宣传部'),
  defect('公益广告褪色', 'psa', 3),
  defect('路灯不亮', 'facility', 3, '市住建局 市供电公司'),
  defect('休息座椅损坏', 'facility', 3),
  defect('店招破损', 'signboard', 3, '市城管局'),
  defect('没有垃圾分类标识', 'waste_sorting', 3),
  defect('空中线缆杂乱', 'cable', 4, '市电信公司 市移动公司 市联通公司 市供电公司'),
  defect('绿化带黄土裸露', 'greening', 4, '市园林中心'),
  defect('楼道飞线充电', 'charging', 0, '市消防大队'),
];

export interface Until {
  readonly words: string;
  readonly at: number;
}

/** A time that can be meant one way only; null: nothing is said. */
export function someUntil(random: Random, at: number): Until | null {
  const today = dayAt(at);
  const [tomorrow, later] = [dayAfter(today, 1), dayAfter(today, random.int(3, 6))];
  const choices: (Until | null)[] = [
    null,
    null,
    null,
    { words: '明天上午10点前', at: moment(tomorrow, '10:00') },
    { words: '明天下午5点前', at: moment(tomorrow, '17:00') },
    { words: '3日内', at: throughDay(dayAfter(today, 3)) },
    { words: `${dayName(later)}前`, at: throughDay(later) },
    ...(clockAt(at) < '14:00' ? [{ words: '今天下午5点前', at: moment(today, '17:00') }] : []),
    ...(weekday(today) <= 3 ? [{ words: '周五前', at: throughDay(dayAfter(today, 5 - weekday(today))) }] : []),
  ];
  return random.pick(choices);
}

export const tomorrow = (at: number): Until => ({
  words: '明天下午5点前',
  at: moment(dayAfter(dayAt(at), 1), '17:00'),
});

/** One problem of a message. */
export interface Finding {
  readonly place: string;
  readonly what: Defect;
  /** As the unit is called in the message. */
  readonly unit: string;
  readonly until: Until | null;
}

const SINGLE: readonly ((finding: Finding, time: string) => string)[] = [
  ({ place, what, unit }, time) => `${place}${what.words}，请${unit}${time}处理`,
  ({ place, what, unit }, time) => `${place}${what.words}。请${unit}${time}整改到位`,
  ({ place, what, unit }, time) => `登记：${place}${what.words}，请${unit}${time}处理好`,
  ({ place, what, unit }, time) => `${place} ${what.words} 请${unit}${time}整改`,
  ({ place, what, unit }, time) =>
    `上报问题 地点：${place} 问题：${what.words} 责任单位：${unit}${time === '' ? '' : ` 时限：${time}`}`,
];

export const singleText = (random: Random, finding: Finding): string =>
  random.pick(SINGLE)(finding, finding.until?.words ?? '');

/** Several problems in one message: of one place and unit as a list, or of several places and units one after another. */
export function severalText(findings: readonly Finding[], shares: boolean): string {
  const [first] = findings;
  if (first === undefined) return '';
  const time = first.until?.words ?? '';
  if (!shares) {
    return findings
      .map(({ place, what, unit, until }) => `${place}${what.words}，请${unit}${until?.words ?? ''}处理`)
      .join('；');
  }
  const list = findings.map(({ what }, nth) => `${nth + 1}.${what.words}`);
  return [`${first.place}：`, ...list, `请${first.unit}${time}处理`].join('\n');
}

export const onSpotText = ({ place, what, unit }: Finding): string => `${place}${what.words}，${unit}现场已整改`;

const SPOTS: Readonly<Record<string, readonly string[]>> = {
  residential: ['', '1栋', '3栋', '7栋', '南门', '北门', '门口'],
  main_road: ['', '东侧', '西侧', '中段', '南段'],
  secondary_road: ['', '东侧', '西侧', '中段'],
  back_street: ['', '12号门前', '口'],
};

/** The site with a spot of it, as an inspector would say it. */
export const someSpot = (random: Random, site: { readonly name: string; readonly type: string }): string =>
  `${site.name}${random.pick(SPOTS[site.type] ?? ['', '门口', '东侧'])}`;

const nosOf = (nos: readonly number[]): string => nos.join('、');
type OfNumbers = (nos: readonly number[]) => string;

export const CLAIMS: readonly OfNumbers[] = [
  (nos) => `认领${nosOf(nos)}`,
  (nos) => `收到，#${nosOf(nos)}我们认领，马上安排人去`,
  (nos) => `${nosOf(nos)}我们局认领`,
];
export const REPORTS: readonly OfNumbers[] = [
  (nos) => `${nosOf(nos)}已整改到位，请核查`,
  (nos) => `${nosOf(nos)}已整改完毕`,
  (nos) => `${nosOf(nos)}已整改`,
];
export const PROGRESS: readonly OfNumbers[] = [
  (nos) => `${nosOf(nos)}还在协调，预计周五完成`,
  (nos) => `${nosOf(nos)}已联系施工队，正在处理`,
  (nos) => `${nosOf(nos)}进度60%，等材料到货`,
];
export const PASSES: readonly OfNumbers[] = [
  (nos) => `${nosOf(nos)}核查通过，销号`,
  (nos) => `同意${nosOf(nos)}销号`,
  (nos) => `${nosOf(nos)}核查通过`,
];
export const RETURNS: readonly OfNumbers[] = [
  (nos) => `${nosOf(nos)}不通过，现场还有垃圾`,
  (nos) => `退回${nosOf(nos)}，照片看不出是同一个位置`,
  (nos) => `${nosOf(nos)}整改不彻底，退回重改，明天上午10点前`,
];
export const REBOUNDS: readonly OfNumbers[] = [
  (nos) => `${nosOf(nos)}又反弹了，今早又是老样子`,
  (nos) => `${nosOf(nos)}回潮，重新打开`,
];
export const RECHECKS: readonly OfNumbers[] = [
  (nos) => `回头看：${nosOf(nos)}没有反弹`,
  (nos) => `${nosOf(nos)}回头看，保持良好`,
];
/** What is said in a working group all day and is nobody's order. */
export const IDLE: readonly string[] = [
  '收到',
  '好的，谢谢',
  '辛苦了',
  '下午两点半在会议室开会，请准时参加',
  '今天雨大，大家路上注意安全',
  '👌',
  '材料发到邮箱了',
  '请问食堂几点开饭',
];
