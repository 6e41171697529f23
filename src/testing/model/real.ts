/** The same move by the domain's own steps, with the requests kept beside the problems as the storage keeps them. */
import type { Issue } from '../../domain/issue.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Appeal, Extension, IssueRequest, Suspension } from '../../domain/request.ts';
import { isLive } from '../../domain/request-cards.ts';
import type { Settings } from '../../domain/settings.ts';
import { dayOf } from '../../domain/shanghai.ts';
import { rejectAppeal, requestAppeal, upholdAppeal } from '../../domain/steps/appeal.ts';
import { assignOwner } from '../../domain/steps/assign-owner.ts';
import { claim } from '../../domain/steps/claim.ts';
import { approveExtension, confirmExtension, rejectExtension, requestExtension } from '../../domain/steps/extend.ts';
import { fixOnSpot } from '../../domain/steps/fix-on-spot.ts';
import { dispatch, logIssue } from '../../domain/steps/log.ts';
import { merge } from '../../domain/steps/merge.ts';
import { checkProgress } from '../../domain/steps/progress.ts';
import { addCoUnits, designate, reassign } from '../../domain/steps/reassign.ts';
import { checkRecheck, reopen } from '../../domain/steps/recheck.ts';
import { report } from '../../domain/steps/report.ts';
import { approveSuspension, rejectSuspension, requestSuspension, resume } from '../../domain/steps/suspend.ts';
import { checkUrge } from '../../domain/steps/urge.ts';
import { close, returnIssue } from '../../domain/steps/verify.ts';
import { withdraw } from '../../domain/steps/withdraw.ts';
import { castOf } from './cast.ts';
import { asToday } from './deputed.ts';
import { ASKED } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';

export interface Real {
  readonly issues: Map<number, Issue>;
  readonly requests: Map<number, IssueRequest[]>;
  /** When it was last put aside: in the house the record tells. */
  readonly suspendedAt: Map<number, Date>;
}

export const emptyReal = (): Real => ({ issues: new Map(), requests: new Map(), suspendedAt: new Map() });

/** Does the move, or says why not; a refusal leaves everything as it was. Whatever else is thrown goes through. */
export function playReal(real: Real, planned: Scene, settings: Settings): Outcome {
  const scene = { ...planned, by: asToday(planned) };
  try {
    if (scene.kind === 'log' || scene.kind === 'fix') enter(real, scene, settings);
    else return onIssue(real, scene, settings);
    return 'ok';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'right' ? 'right' : 'no';
  }
}

function enter(real: Real, scene: Scene, settings: Settings): void {
  const { kind, by, units, category, isComplete } = scene;
  const [at, stated] = timesOf(scene);
  const facts = { location: '人民路', site: null, description: '问题', source: 'inspection', origin: null } as const;
  const team = by.unit?.startsWith('督查') ? by.unit : null;
  const particulars = { ...facts, category, hurried: false, units, coUnits: [], deadline: stated };
  const context = { by, at, settings, team, groupId: null };
  const no = real.issues.size + 1;
  const logged = logIssue(particulars, context);
  const entry = kind === 'fix' ? fixOnSpot(logged, { by, at, photos: isComplete ? 1 : 0, settings }) : logged;
  real.issues.set(no, { ...entry, no });
  real.requests.set(no, []);
}

const timesOf = ({ at, stated }: Scene): [Date, Date | null] => [
  new Date(at),
  stated === null ? null : new Date(stated),
];

function onIssue(real: Real, scene: Scene, settings: Settings): Outcome {
  const issue = real.issues.get(scene.no ?? 0);
  if (!issue) return 'none';
  const requests = (real.requests.get(issue.no) ?? []).filter((request) => isLive(issue, request));
  const asked = ASKED[scene.kind];
  const request = requests.find(({ kind }) => kind === asked);
  if (asked !== undefined && !request) return 'none';
  const after = stepOf({ real, scene, settings, issue, requests, request });
  for (const changed of after.issues) real.issues.set(changed.no, changed);
  if (after.request) keep(real, request, after.request);
  if (scene.kind === 'approveSuspension') real.suspendedAt.set(issue.no, new Date(scene.at));
  return 'ok';
}

function keep(real: Real, before: IssueRequest | undefined, after: IssueRequest): void {
  const own = real.requests.get(after.issueNo) ?? [];
  const index = before === undefined ? -1 : own.indexOf(before);
  real.requests.set(after.issueNo, index < 0 ? [...own, after] : own.with(index, after));
}

interface Playing {
  readonly real: Real;
  readonly scene: Scene;
  readonly settings: Settings;
  readonly issue: Issue;
  readonly requests: readonly IssueRequest[];
  readonly request: IssueRequest | undefined;
}

interface After {
  readonly issues: readonly Issue[];
  readonly request?: IssueRequest;
}

const only = (issue: Issue): After => ({ issues: [issue] });
const both = ({ issue, request }: { issue: Issue; request: IssueRequest }): After => ({ issues: [issue], request });
const nothing: After = { issues: [] };

function stepOf(playing: Playing): After {
  const { real, scene, settings, issue, requests, request } = playing;
  const { by, units } = scene;
  const [at, stated] = timesOf(scene);
  const reason = scene.isComplete ? '有原因' : null;
  const verifying = {
    by,
    at,
    settings,
    reporterUnit: issue.reportedBy === null ? null : castOf(issue.reportedBy).unit,
  };
  const ownerUnit = issue.owner === null ? null : castOf(issue.owner).unit;
  const giving = { by, at, units, keepDeadline: scene.isOther, stated, ownerUnit, settings };
  const deciding = { by, at, note: null };
  switch (scene.kind) {
    case 'dispatch':
      return only(dispatch(issue, { by, at, settings, units, stated }));
    case 'claim':
      return only(claim(issue, { by, at, owner: scene.owner }));
    case 'assign':
      return only(assignOwner(issue, { by, at, owner: scene.owner ?? by }));
    case 'progress':
      checkProgress(issue, { by });
      return nothing;
    case 'report':
      return only(report(issue, { by, at, photos: scene.isComplete ? 1 : 0 }));
    case 'close':
      return only(close(issue, verifying));
    case 'return':
      return only(returnIssue(issue, { ...verifying, reason, stated }));
    case 'withdraw':
      return only(withdraw(issue, { by, at, reason, settings }));
    case 'appeal': {
      const ground = scene.isOther ? 'notExist' : 'notOurs';
      return both(requestAppeal(issue, { by, at, reason, ground, suggestedUnits: units, settings }));
    }
    case 'uphold':
      return both(upholdAppeal(issue, request as Appeal, { ...deciding, units, stated, ownerUnit, settings }));
    case 'rejectAppeal':
      return both(rejectAppeal(issue, request as Appeal, deciding));
    case 'reassign':
      return only(reassign(issue, giving));
    case 'designate':
      return only(designate(issue, giving));
    case 'addCo':
      return only(addCoUnits(issue, { by, coUnits: units }));
    case 'extend':
      return both(requestExtension(issue, { by, at, reason, until: stated, requests, settings }));
    case 'confirm':
      return { issues: [], request: confirmExtension(issue, request as Extension, { by }) };
    case 'approveExtension':
      return both(approveExtension(issue, request as Extension, { ...deciding, until: stated }));
    case 'rejectExtension':
      return both(rejectExtension(issue, request as Extension, deciding));
    case 'suspend': {
      const reviewOn = stated === null ? null : dayOf(stated);
      return both(requestSuspension(issue, { by, at, reason, plan: null, reviewOn, requests }));
    }
    case 'approveSuspension':
      return both(approveSuspension(issue, request as Suspension, deciding));
    case 'rejectSuspension':
      return both(rejectSuspension(issue, request as Suspension, deciding));
    case 'resume': {
      const suspendedAt = real.suspendedAt.get(issue.no) ?? at;
      return only(resume(issue, { by: scene.isOther ? null : by, at, suspendedAt, stated }));
    }
    case 'merge': {
      const { survivor, merged } = merge(issue, real.issues.get(scene.otherNo ?? 0) ?? issue, { by });
      return { issues: [survivor, merged] };
    }
    case 'recheck':
      checkRecheck(issue, { by, settings });
      return nothing;
    case 'reopen':
      return only(reopen(issue, { by, at, stated, settings }));
    case 'urge':
      checkUrge(issue, { by });
      return nothing;
    default:
      throw new Error(`${scene.kind} is not on a problem`);
  }
}
