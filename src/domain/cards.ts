/** 卡片: the messages about one problem (domain §12). Names in `mentions` are people to be notified; the text has them as `@name`. */
import { contactsOf } from './addressees.ts';
import { appealDueAt, overdueDays, remainingText } from './deadline.ts';
import { isReportedOnTime } from './figures.ts';
import { isOpen } from './issue.ts';
import type { Person } from './directory.ts';
import type { Issue, IssueRecord, IssueStep } from './issue.ts';
import type { IssueRequest } from './request.ts';
import { isLive, requestLine } from './request-cards.ts';
import { momentText, stampText } from './shanghai.ts';
import { categoryName } from './stats.ts';
import { STATE_NAMES } from './steps/state.ts';
import { loggerText, placeText, shortStamp } from './wording.ts';
import type { WordingContext } from './wording.ts';

/** A text and the people it notifies, by canonical name. */
export interface Card {
  readonly text: string;
  readonly mentions: readonly string[];
}

export interface DispatchWording extends WordingContext {
  /** Pictures of what was found. */
  readonly photos: number;
  /** Who hands it over; absent: who logged it. */
  readonly by?: Person;
  /** Signed link to the problem's page; null: none. */
  readonly link?: string | null | undefined;
}

/** 交办通知: what, where, until when, by whom, and what the unit types. Tags the liaisons of the responsible units. */
export function dispatchCard(issue: Issue, wording: DispatchWording): Card {
  const { directory, settings, at } = wording;
  const mentions = issue.units.flatMap((unit) => contactsOf(unit, directory));
  const until =
    issue.deadline === null ? '未定' : `${momentText(issue.deadline, at)}（${remainingText(issue.deadline, at)}）`;
  const names = mentions.map((name) => `@${name} `).join('');
  const coUnits = issue.coUnits.length === 0 ? [] : [`协办：${issue.coUnits.join('、')}`];
  const head = issue.round > 1 ? '【反弹重办】' : issue.designated ? '【指定交办】' : '【交办】';
  const lines = [
    `${head}#${issue.no}|${issue.units.join('、')}${issue.urgent ? '|紧急' : ''}`,
    `点位：${placeText(issue, { directory, settings })}`,
    `问题：${problemText(issue, wording)}${wording.photos > 0 ? ` 图${wording.photos}` : ''}`,
    ...coUnits,
    `时限：${until} 交办：${dispatcherText(issue, wording)}`,
    `${names}回复“认领${issue.no}”即受理；整改后引用本条回复“已整改”并附照片。${appealHint(issue, wording)}`,
    ...linkLine(wording.link),
  ];
  return { text: lines.join('\n'), mentions };
}

/** 交办人: a citizen or a grid member logs, and hands over nothing (§4). */
export const dispatcherText = (issue: Issue, { by, directory }: DispatchWording): string =>
  by === undefined || by.name === issue.loggedBy
    ? loggerText(issue)
    : [directory.teamOf(by), by.name].filter((word) => word !== null).join(' ');

function appealHint(issue: Issue, { settings, at }: WordingContext): string {
  if (issue.designated) return '本件由创城办指定，不再受理申诉。';
  const due = appealDueAt(issue, settings);
  if (due === null || due <= at) return '';
  return `如有异议，请在${momentText(due, at)}前回复“申诉${issue.no}，理由：…”。`;
}

export interface VerifyWording extends WordingContext {
  readonly photos: { readonly before: number; readonly after: number };
  readonly link?: string | null | undefined;
}

/** 核查卡: what was reported, and what the verifier types. Tags who logged it. */
export function verifyCard(issue: Issue, wording: VerifyWording): Card {
  const { directory, settings, at, photos } = wording;
  const reported = issue.reportedAt === null ? '' : ` ${shortStamp(issue.reportedAt, at)}报整改`;
  const late = isReportedOnTime(issue) ? '' : '，已过时限';
  const by = issue.reportedBy === null ? '' : `（${issue.reportedBy}）`;
  const lines = [
    `【待核查】#${issue.no}|${issue.units.join('、')}${reported}${by}${late}`,
    `点位：${placeText(issue, { directory, settings })}`,
    `问题：${problemText(issue, wording)}`,
    `图片：整改前${photos.before}张，整改后${photos.after}张`,
    `请核查后回复“${issue.no}核查通过”或“${issue.no}退回，原因：…”。`,
    ...linkLine(wording.link),
  ];
  return { text: lines.join('\n'), mentions: [issue.loggedBy] };
}

/** 销号 in one line: `#327 已销号（市城管局）：…，核查人刘志强，按期。` */
export function closedLine(issue: Issue): string {
  const did = issue.fixedOnSpot ? '登记人' : '核查人';
  const who = issue.closedBy === null ? '' : `，${did}${issue.closedBy}`;
  return `#${issue.no} 已销号（${issue.units.join('、')}）：${issue.location} ${issue.description}${who}，${punctuality(issue)}。`;
}

/** 按期, 现场整改 or 超期n天. */
function punctuality(issue: Issue): string {
  if (issue.fixedOnSpot) return '现场整改';
  const done = issue.reportedAt ?? issue.closedAt;
  if (isReportedOnTime(issue) || issue.deadline === null || done === null) return '按期';
  return `超期${overdueDays(issue.deadline, done)}天`;
}

export interface DetailWording extends WordingContext {
  readonly photos: {
    readonly before: number;
    readonly after: number;
    readonly verify: number;
    readonly progress?: number;
  };
  readonly records: readonly IssueRecord[];
  /** All requests on it: those that wait are shown. */
  readonly requests?: readonly IssueRequest[];
  readonly link?: string | null | undefined;
}

/** 查一件: how the problem stands, with its 办理记录 from the beginning. */
export function issueDetail(issue: Issue, wording: DetailWording): string {
  const { directory, settings, at, photos, records } = wording;
  const { deadline, returnDeadline } = issue;
  const pictures = [
    ...(photos.before > 0 ? [`整改前${photos.before}张`] : []),
    ...((photos.progress ?? 0) > 0 ? [`进展${photos.progress}张`] : []),
    ...(photos.after > 0 ? [`整改后${photos.after}张`] : []),
    ...(photos.verify > 0 ? [`核查${photos.verify}张`] : []),
  ];
  return [
    `#${issue.no}|${issue.units.join('、') || '责任单位待定'}|${STATE_NAMES[issue.state]}${issue.round > 1 ? `（第${issue.round}轮）` : ''}`,
    `点位：${placeText(issue, { directory, settings })}`,
    `问题：${problemText(issue, wording)}${issue.chronic ? '，老大难' : ''}`,
    ...(deadline === null ? [] : [`时限：${momentText(deadline, at)}${clockText(issue, at)}`]),
    ...(returnDeadline === null ? [] : [`退回后时限：${momentText(returnDeadline, at)}`]),
    ...(issue.owner === null ? [] : [`责任人：${issue.owner}`]),
    ...(issue.coUnits.length === 0 ? [] : [`协办：${issue.coUnits.join('、')}`]),
    ...(issue.suspension === null ? [] : [`挂账原因：${issue.suspension.reason}`]),
    ...(pictures.length === 0 ? [] : [`图片：${pictures.join('，')}`]),
    ...(wording.requests ?? []).filter((request) => isLive(issue, request)).map((request) => requestLine(request, at)),
    ...(records.length === 0 ? [] : ['办理记录：', ...records.map(recordLine)]),
    ...linkLine(wording.link),
  ].join('\n');
}

/** How the time limit stands: running for what is open, kept or not for what has been reported. */
function clockText(issue: Issue, at: Date): string {
  if (issue.deadline === null) return '';
  if (isOpen(issue)) return `（${remainingText(issue.deadline, at)}${issue.extensionCount > 0 ? '，已延期' : ''}）`;
  return issue.state === 'reported' || issue.state === 'closed' ? `（${punctuality(issue)}）` : '';
}

/** `11月22日 10:05 王磊 认领`: one line of the record. */
export function recordLine(record: IssueRecord): string {
  const note = record.note === null || record.note === '' ? '' : `：${record.note}`;
  return `${stampText(record.at)} ${record.by} ${stepName(record)}${note}`;
}

/** What people call what was done: nobody has verified what was put right on the spot. */
export const stepName = ({ step, after }: Pick<IssueRecord, 'step' | 'after'>): string =>
  step === 'close' && after.fixedOnSpot ? '销号' : STEP_NAMES[step];

/** What people call a step. */
const STEP_NAMES: Readonly<Record<IssueStep, string>> = {
  log: '登记',
  dispatch: '交办',
  claim: '认领',
  progress: '进展',
  report: '报整改',
  close: '核查通过，销号',
  return: '退回',
  withdraw: '撤销',
  assignOwner: '指定责任人',
  appeal: '申诉',
  'appeal.approve': '同意申诉',
  'appeal.reject': '驳回申诉',
  extend: '申请延期',
  'extend.approve': '同意延期',
  'extend.reject': '不同意延期',
  suspend: '申请挂账',
  'suspend.approve': '同意挂账',
  'suspend.reject': '不同意挂账',
  takeBack: '撤回申请',
  resume: '恢复整改',
  reassign: '转办',
  merge: '合并',
  recheck: '回头看',
  chronic: '标注',
  reopen: '反弹重办',
  urge: '催办',
  handover: '交接',
  notice: '出具交办单',
  escalate: '升级督办',
};

const problemText = (issue: Issue, { settings }: WordingContext): string =>
  `${issue.description}（${categoryName(issue.category, settings)}）`;

const linkLine = (link: string | null | undefined): readonly string[] =>
  link === null || link === undefined ? [] : [`详情：${link}`];
