/** The four parts of a paper, in words (domain §12): what was found, what was put right, what is wrong, what is asked. Pure. */
import type { Task } from '../../storage/store.ts';
import { leftOutParts } from '../domain/answers.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Figures, Period } from '../domain/figures.ts';
import { COUNTED_STATES } from '../domain/issue.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf } from '../domain/shanghai.ts';
import { loggedIn } from '../domain/stats.ts';
import { changeText } from './issue-tables.ts';
import type { UnitTableQuestion } from './issue-tables.ts';
import type { PaperTable } from './paper-table.ts';
import { demands } from './special-issue-demands.ts';
import { byGroup } from './special-issue-groups.ts';
import { weaknesses } from './special-issue-weaknesses.ts';
import { paperRate, paperStamp, ratesText, referTo } from './special-issue-wording.ts';
import { paperPeriodText } from './special-issue.ts';
import type { PaperPart } from './special-issue.ts';

/** A 督办单 that was issued: §7 has it told in the paper. */
export interface IssuedSupervision {
  readonly issueNo: number;
  readonly unit: string;
  readonly round: number;
  /** `督办〔2026〕18号`. */
  readonly number: string;
  readonly signedAt: Date;
}

export interface PartsQuestion extends UnitTableQuestion {
  readonly period: Period;
  /** What the span before is called: `上周同期`. */
  readonly beforeName: string;
  /** Days the paper gives for what is overdue. */
  readonly answerDays: number;
  readonly tasks: readonly Task[];
  /** 督办单 issued up to T, oldest first. */
  readonly supervisions: readonly IssuedSupervision[];
  /** Problems whose appeal was turned down in this round. */
  readonly rejectedAppeals: readonly number[];
}

/** What a part is written from: issues dispatched up to the end of the period, as they stood at T. */
export interface PartsGround extends PartsQuestion {
  /** All of the campaign, those of the period among them. */
  readonly issues: readonly Issue[];
  /** Numbers of those of the period, whatever became of them: 本期交办; the others are 往期交办. */
  readonly own: ReadonlySet<number>;
  /** Those of the campaign, 累计. */
  readonly whole: Period;
  /** Tables the paper has. */
  readonly attachments: readonly PaperTable[];
}

/** 基本情况、整改情况、存在问题、下步要求; `found`: all issues as they stood at T, also those dispatched after the period. */
export function specialIssueParts(found: readonly Issue[], ground: PartsGround): readonly PaperPart[] {
  return [
    {
      heading: '基本情况',
      numbering: 'plain',
      items: [basics(found, ground), ...comparison(ground), ...soFar(ground)],
    },
    { heading: '整改情况', numbering: 'chinese', items: byGroup(ground) },
    { heading: '存在问题', numbering: 'arabic', items: weaknesses(ground) },
    { heading: '下步要求', numbering: 'arabic', items: demands(ground) },
  ];
}

/** What was logged in the period, and how what was dispatched in it stands. */
function basics(all: readonly Issue[], ground: PartsGround): string {
  const { at, period, settings, issues } = ground;
  const figures = figuresOf(issues, { at, period, settings });
  const head = `${paperPeriodText(period)}（以下称本期）${foundText(loggedIn(all, period, at))}。截至${paperStamp(at)}，`;
  const beside = besideText(figures);
  if (figures.count === 0) return `${head}本期没有交办的问题${beside === '' ? '' : `；${beside}`}。`;
  return (
    `${head}本期交办${figures.count}件${againText(ground)}，已销号${figures.closed}件，${stillOpenText(figures)}` +
    `${ratesText(figures)}${beside === '' ? '' : `；${beside}`}。`
  );
}

/** `登记问题146件，涉及点位92处，其中督查组（3个）检查发现113件，现场整改5件`. */
function foundText(found: readonly Issue[]): string {
  if (found.length === 0) return '没有登记新的问题';
  const places = new Set(found.map(({ site, location }) => site ?? location)).size;
  const byTeams = found.filter(({ team }) => team !== null);
  const teams = new Set(byTeams.map(({ team }) => team)).size;
  const spots = found.filter(({ fixedOnSpot }) => fixedOnSpot).length;
  const notes = [
    ...(teams === 0 ? [] : [`${teams}个督查组检查发现${byTeams.length}件`]),
    ...(spots === 0 ? [] : [`现场整改${spots}件`]),
  ];
  return `登记问题${found.length}件，涉及点位${places}处${notes.length === 0 ? '' : `，其中${notes.join('，')}`}`;
}

/** Why more may have been dispatched than was logged: what came back, or was given to another unit, was logged before. */
function againText({ issues, own, period }: PartsGround): string {
  const again = issues.filter(
    ({ no, state, loggedAt }) => own.has(no) && COUNTED_STATES.includes(state) && dayOf(loggedAt) < period.from,
  );
  return again.length === 0 ? '' : `（含此前登记、本期重新交办的${again.length}件）`;
}

function stillOpenText({ reported, claimed, unclaimed, overdueOpen }: Figures): string {
  const late = overdueOpen === 0 ? '' : `（其中超期未整改${overdueOpen}件）`;
  return `待核查${reported}件，整改中${claimed + unclaimed}件${late}`;
}

/** `另有挂账2件、撤销3件，不计入交办数`. */
function besideText({ leftOut }: Figures): string {
  const parts = leftOutParts({ ...leftOut, draft: 0 });
  return parts.length === 0 ? '' : `另有${parts.join('、')}，不计入交办数`;
}

/** With the same span before, as that stood then; nothing where nothing was dispatched in it. */
function comparison({ before, beforeName, settings, issues, at, period }: PartsGround): readonly string[] {
  if (before === null) return [];
  const figures = figuresOf(issues, { at, period, settings });
  const earlier = figuresOf(before.issues, { at: before.at, period: before.period, settings });
  if (earlier.count === 0) return [];
  const span = `${beforeName}（${paperPeriodText(before.period)}，截至${paperStamp(before.at)}）`;
  const more = figures.count - earlier.count;
  const counts = more === 0 ? '交办数持平' : `交办${more > 0 ? '增加' : '减少'}${Math.abs(more)}件`;
  return [
    `${span}交办${earlier.count}件，整改率${paperRate(earlier.rectificationRate)}；与之相比，` +
      `本期${counts}${pointsText(changeText(figures.rectificationRate, earlier.rectificationRate))}。`,
  ];
}

function pointsText(change: string | null): string {
  if (change === null) return '';
  if (Number(change) === 0) return '，整改率持平';
  return `，整改率${change.startsWith('-') ? '下降' : '上升'}${change.replace(/^[+-]/, '')}个百分点`;
}

/** 累计; left out where the campaign has no other problems than those of the period. */
function soFar(ground: PartsGround): readonly string[] {
  const { issues, at, settings, whole, own, attachments } = ground;
  const all = figuresOf(issues, { at, period: whole, settings });
  if (all.count === 0 || issues.every(({ no }) => own.has(no))) return [];
  const { suspended } = all.leftOut;
  const refer = referTo('挂账问题清单', attachments).replace(/^，/, '');
  const put = suspended === 0 ? '' : `；另有挂账${suspended}件${refer === '' ? '' : `（${refer}）`}`;
  return [
    `创建活动开展以来至本期末，累计交办${all.count}件，已销号${all.closed}件，${stillOpenText(all)}，` +
      `整改率${paperRate(all.rectificationRate)}${put}。`,
  ];
}
