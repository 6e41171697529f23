import { decideDeadline, hasPassed, isDanger } from '../deadline.ts';
import type { Person } from '../directory.ts';
import { UNTOUCHED } from '../issue.ts';
import type { Issue, IssueOrigin, IssueSource } from '../issue.ts';
import { Refusal } from '../refusal.ts';
import { mayDispatch, mayDispatchDraft, mayLog } from '../rights.ts';
import type { Settings } from '../settings.ts';
import { requireRight, requireState } from './state.ts';

/** 登记: the particulars of a new problem, already read and routed. */
export interface Particulars {
  readonly location: string;
  readonly site: string | null;
  readonly category: string;
  readonly description: string;
  readonly source: IssueSource;
  readonly origin: IssueOrigin | null;
  /** 尽快, 马上, 抓紧 were said. */
  readonly hurried: boolean;
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  /** Time limit stated in the message. */
  readonly deadline: Date | null;
}

export interface Logging {
  readonly by: Person;
  readonly at: Date;
  readonly settings: Settings;
  /** 督查组 of the logger. */
  readonly team: string | null;
  readonly groupId: string | null;
}

/** An issue that has no number yet. */
export type NewIssue = Omit<Issue, 'no'>;

/**
 * Log (domain §4): entries of inspectors and the office with all particulars are dispatched at once, the others wait as a draft.
 * Throws Refusal: `right`, `issue.location`.
 */
export function logIssue(particulars: Particulars, context: Logging): NewIssue {
  const { by, at, settings } = context;
  requireRight(mayLog(by), '登记问题由督查组、创城办和网格人员办理。市民反映问题请私聊我，直接说明地点和情况即可。');
  if (particulars.location.trim() === '') {
    throw new Refusal('issue.location', '缺少地点。请补充，例如：人民路与解放路交叉口东北角');
  }
  const { deadline: stated, hurried, ...facts } = particulars;
  const urgent = isDanger(facts, settings);
  const complete = mayDispatch(by) && particulars.units.length > 0;
  const coUnits = particulars.coUnits.filter((unit) => !particulars.units.includes(unit));
  return {
    ...facts,
    coUnits,
    ...UNTOUCHED,
    urgent,
    state: complete ? 'dispatched' : 'draft',
    loggedBy: by.name,
    team: context.team,
    groupId: context.groupId,
    loggedAt: at,
    dispatchedAt: complete ? at : null,
    // A draft keeps the time that was stated, so that nobody has to say it again.
    deadline: complete ? decideDeadline({ ...facts, hurried, urgent, at, stated }, settings).at : stated,
  };
}

export interface Dispatching {
  readonly by: Person;
  readonly at: Date;
  readonly settings: Settings;
  /** Named now; empty: those the draft already has. */
  readonly units: readonly string[];
  readonly stated: Date | null;
}

/** 交办 of a draft by the office, or by an inspector of his own team's (§4). Throws Refusal: `right`, `issue.state`, `issue.units`. */
export function dispatch(issue: Issue, { by, at, settings, units, stated }: Dispatching): Issue {
  const whose = issue.team === null ? '创城办' : `${issue.team}或创城办`;
  requireRight(mayDispatchDraft(by, issue), `#${issue.no}由${issue.loggedBy}上报，等${whose}确认后交办。`);
  if (issue.state !== 'draft') {
    throw new Refusal('issue.state', `#${issue.no}已经交办过了。要换责任单位，请创城办回复“${issue.no}转给…”。`);
  }
  requireState(issue, ['draft'], '交办');
  const responsible = units.length > 0 ? units : issue.units;
  if (responsible.length === 0) {
    throw new Refusal(
      'issue.units',
      `#${issue.no}缺少责任单位。请说明由哪个单位整改，例如：${issue.no}责任单位市城管局`,
    );
  }
  const deadline = decideDeadline(
    { ...issue, hurried: false, at, stated: stated ?? later(issue.deadline, at) },
    settings,
  ).at;
  const coUnits = issue.coUnits.filter((unit) => !responsible.includes(unit));
  return { ...issue, state: 'dispatched', units: responsible, coUnits, dispatchedAt: at, deadline };
}

/** A stated time that has passed while the draft was waiting is no limit any more. */
const later = (deadline: Date | null, at: Date): Date | null => (hasPassed(deadline, at) ? null : deadline);
