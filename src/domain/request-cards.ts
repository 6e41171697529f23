/** 申请的说法: what the office reads when something is asked for, and the line on a problem's page (domain §4, §12). */
import type { Directory } from './city.ts';
import type { Person } from './directory.ts';
import type { Issue, IssueState } from './issue.ts';
import { APPEAL_ANSWER_HOURS, REQUEST_NAMES } from './request.ts';
import type { Extension, IssueRequest } from './request.ts';
import { isOfficeLead } from './rights.ts';
import { dayOf, dayText, momentText, stampText } from './shanghai.ts';
import { REVIEW_EVERY_DAYS } from './suspensions.ts';
import { placeText, shortStamp } from './wording.ts';
import type { WordingContext } from './wording.ts';

/** Who decides on it: the office on a first extension, its lead on everything else. */
export function decidersOf(issue: Issue, kind: IssueRequest['kind'], directory: Directory): readonly Person[] {
  const office = directory.officePeople();
  return kind === 'extension' && issue.extensionCount === 0 ? office : office.filter(isOfficeLead);
}

/** A second extension that its unit's principal has not confirmed yet waits for him first. */
export const awaitsPrincipal = (issue: Issue, request: Extension): boolean =>
  issue.extensionCount > 0 && request.confirmedBy === null;

/** 待审批: one-to-one to who decides; quoting it and answering 同意 or 不同意 is enough. */
export function requestCard(issue: Issue, request: IssueRequest, wording: WordingContext): string {
  const { at } = wording;
  return [
    `【${REQUEST_NAMES[request.kind]}】#${issue.no}|${request.unit}`,
    `点位：${placeText(issue, wording)}`,
    `问题：${issue.description}`,
    ...(issue.deadline === null ? [] : [`现时限：${momentText(issue.deadline, at)}`]),
    wantedLine(request, at),
    `理由：${request.reason}（${request.requestedBy} ${shortStamp(request.requestedAt, at)}）`,
    `${howToDecide(issue, request)}答复前时限照常计算。`,
  ].join('\n');
}

function wantedLine(request: IssueRequest, at: Date): string {
  if (request.kind === 'extension') return `申请延期到：${momentText(request.until, at)}${confirmedText(request)}`;
  if (request.kind === 'suspension') {
    const review = request.reviewOn === null ? `${REVIEW_EVERY_DAYS}天后` : dayText(request.reviewOn, dayOf(at));
    return `申请挂账，复查：${review}${request.plan === null ? '' : `，计划：${request.plan}`}`;
  }
  return `申诉事项：${groundText(request)}`;
}

const confirmedText = ({ confirmedBy }: Extension): string =>
  confirmedBy === null ? '' : `（主要负责人${confirmedBy}已确认）`;

function groundText(request: IssueRequest): string {
  if (request.kind !== 'appeal') return '';
  if (request.ground === 'notExist') return '问题不属实';
  return request.suggestedUnits.length === 0
    ? '不属于本单位'
    : `不属于本单位，建议转${request.suggestedUnits.join('、')}`;
}

function howToDecide({ no }: Issue, request: IssueRequest): string {
  if (request.kind === 'extension') return `请回复“同意${no}延期”或“不同意${no}延期，原因：…”。`;
  if (request.kind === 'suspension') return `请回复“同意${no}挂账”或“不同意${no}挂账，原因：…”。`;
  const approve =
    request.ground === 'notExist' || request.suggestedUnits.length > 0
      ? `同意${no}申诉`
      : `同意${no}申诉，转给（单位）`;
  return `请在${APPEAL_ANSWER_HOURS}小时内回复“${approve}”或“驳回${no}申诉，理由：…”。`;
}

const OUTCOMES: Readonly<Record<IssueRequest['state'], string>> = {
  pending: '待答复',
  approved: '已同意',
  rejected: '未同意',
  withdrawn: '已撤回',
};

/** On a problem's page: `延期申请（待答复）：王磊 11月20日 10:00，到11月28日，需采购盲道砖`. */
export function requestLine(request: IssueRequest, at: Date): string {
  const decided =
    request.decidedBy === null ? '' : `；${request.decidedBy}${request.state === 'withdrawn' ? '撤回' : '答复'}`;
  const note = request.decisionNote === null ? '' : `：${request.decisionNote}`;
  return `${REQUEST_NAMES[request.kind]}（${OUTCOMES[request.state]}）：${request.requestedBy} ${stampText(request.requestedAt)}，${wantedText(request, at)}，${request.reason}${decided}${note}`;
}

function wantedText(request: IssueRequest, at: Date): string {
  if (request.kind === 'extension') return `到${momentText(request.until, at)}`;
  if (request.kind === 'appeal') return groundText(request);
  return request.reviewOn === null ? '挂账' : `${dayText(request.reviewOn, dayOf(at))}复查`;
}

/** Where nothing asked for can come true any more. A rebound begins a round of its own. */
const OVER: readonly IssueState[] = ['closed', 'withdrawn', 'merged'];

/** Whether a pending request still speaks of the problem as it stands: not over, same round, and the unit is still answerable for it. */
export const isLive = (issue: Issue, request: IssueRequest): boolean =>
  request.state === 'pending' &&
  !OVER.includes(issue.state) &&
  request.round === issue.round &&
  issue.units.includes(request.unit);
