/** 周报、督查专报、督查情况通报 as plain data (domain §12): what is edited in chat, archived, and printed. Holds only JSON. */
import type { Period } from '../domain/figures.ts';
import { dayText } from '../domain/shanghai.ts';
import type { PaperTable } from './paper-table.ts';
import { tableText } from './table-text.ts';

export type SpecialIssueKind = 'weekly' | 'special' | 'circular';

/** Masthead of each kind, after the name of the campaign. */
export const KIND_NAMES: Readonly<Record<SpecialIssueKind, string>> = {
  weekly: '创城督查周报',
  special: '创城督查专报',
  circular: '创城督查情况通报',
};

export interface PaperPart {
  readonly heading: string;
  /** How its items are numbered, so that numbers close up when one is deleted: not at all, （一）, or 1. */
  readonly numbering: 'plain' | 'chinese' | 'arabic';
  readonly items: readonly string[];
}

export interface SpecialIssue {
  readonly kind: SpecialIssueKind;
  /** 期号; 0 while it is not numbered. */
  readonly no: number;
  /** Set where numbers begin anew each year; null: they run through. */
  readonly year: number | null;
  /** Who issues it: ××市创建全国文明城市指挥部办公室. */
  readonly issuer: string;
  /** Day on the paper, `2026-11-22`. */
  readonly date: string;
  readonly title: string;
  readonly parts: readonly PaperPart[];
  readonly attachments: readonly PaperTable[];
  /** 报 (up), 送 (across), 发 (down). */
  readonly reportTo: string;
  readonly sendTo: string;
  readonly issueTo: string;
  /** Who signed it; null while a draft. */
  readonly signedBy: string | null;
  /** The published paper this one corrects. */
  readonly corrects: { readonly no: number; readonly year: number | null } | null;
  /** By when the demands ask for it, a day; absent on drafts of before and on corrections, which keep what they say. */
  readonly demandDay?: string | undefined;
  /** T of the figures, ISO, and the numbers of the problems they were computed from (§5 Freeze). */
  readonly asOf: string;
  readonly issueNos: readonly number[];
}

/** `第258期`, `2026年第16期`; a draft has none yet. */
export function numberText({ no, year }: Pick<SpecialIssue, 'no' | 'year'>): string {
  const nth = no === 0 ? '第　期' : `第${no}期`;
  return year === null ? nth : `${year}年${nth}`;
}

/** `2026年11月22日`. */
export const fullDayText = (day: string): string => `${day.slice(0, 4)}年${dayText(day)}`;

/** `11月16日至22日`, `10月26日至11月3日`: a period as papers write it. */
export function paperPeriodText({ from, to }: Period): string {
  if (from === to) return dayText(from);
  const years = from.slice(0, 4) === to.slice(0, 4) ? undefined : from.slice(0, 4);
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dayText(to, years);
  return `${dayText(from, years === undefined ? undefined : to.slice(0, 4))}至${end}`;
}

const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 to 九十九. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE_DIGITS[tens]}十`;
  return ones === 0 && tens > 0 ? head : `${head}${CHINESE_DIGITS[ones]}`;
}

/** `一、基本情况`. */
export const headingText = (part: PaperPart, at: number): string => `${chineseNumber(at + 1)}、${part.heading}`;

/** An item with its number: `（一）部门…`, `1. …`. A part of one item needs no number. */
export function itemText(part: PaperPart, at: number): string {
  const item = part.items[at] ?? '';
  if (part.numbering === 'chinese') return `（${chineseNumber(at + 1)}）${item}`;
  return part.numbering === 'plain' || part.items.length === 1 ? item : `${at + 1}. ${item}`;
}

/** The line a correcting paper begins with; null for others. */
export const correctionText = ({ corrects, kind }: SpecialIssue): string | null =>
  corrects === null ? null : `本期更正《${KIND_NAMES[kind]}》${numberText(corrects)}，有关数据和表述以本期为准。`;

/** `1. 单位整改情况表`. */
export const attachmentLines = ({ attachments }: SpecialIssue): readonly string[] =>
  attachments.map(({ title }, at) => `${at + 1}. ${title}`);

/** 报、送、发 lines; an empty one is left out. */
export const routeLines = ({ reportTo, sendTo, issueTo }: SpecialIssue): readonly string[] =>
  [
    ['报', reportTo],
    ['送', sendTo],
    ['发', issueTo],
  ].flatMap(([word, names]) => (names === '' ? [] : [`${word}：${names}`]));

/** The paper as a chat shows it: the whole body, attachments by name and number of rows. */
export function specialIssueText(model: SpecialIssue): string {
  const named = model.attachments.map(({ title, rows }, at) => `${at + 1}. ${title}（${rows.length}条）`);
  return [...headOf(model), ...(named.length === 0 ? [] : [`附件：${named.join('　')}`]), ...tailOf(model)].join('\n');
}

/** The paper as it goes out, in a terminal: what chat shows, and the tables. */
export function specialIssuePrint(model: SpecialIssue): string {
  const [first, ...others] = attachmentLines(model);
  return [
    ...headOf(model),
    ...(first === undefined ? [] : [`附件：${first}`, ...others.map((line) => `　　　${line}`)]),
    ...tailOf(model),
    ...model.attachments.flatMap((table, at) => ['', `附件${at + 1}`, ...tableText(table)]),
  ].join('\n');
}

function headOf(model: SpecialIssue): readonly string[] {
  const correction = correctionText(model);
  return [
    `${KIND_NAMES[model.kind]} ${numberText(model)}${model.signedBy === null ? '（草稿）' : ''}`,
    `${model.issuer}　${fullDayText(model.date)}`,
    model.title,
    ...(correction === null ? [] : [correction]),
    ...model.parts.flatMap((part, at) => [headingText(part, at), ...part.items.map((_, nth) => itemText(part, nth))]),
  ];
}

const tailOf = (model: SpecialIssue): readonly string[] => [
  ...routeLines(model),
  ...(model.signedBy === null ? [] : [`签发：${model.signedBy}`]),
];
