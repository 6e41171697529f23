/** The draft of a paper from the figures (domain §5, §12). Pure: the same question gives the same draft. */
import { figuresOf, inPeriod } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf } from '../domain/shanghai.ts';
import { demandDay } from './special-issue-demands.ts';
import { specialIssueParts } from './special-issue-parts.ts';
import type { PartsGround, PartsQuestion } from './special-issue-parts.ts';
import { attachmentsOf } from './special-issue-tables.ts';
import { paperPeriodText } from './special-issue.ts';
import { withWork } from './work-done.ts';
import type { SpecialIssue, SpecialIssueKind } from './special-issue.ts';
import type { WorkInfoSum } from '../domain/work-info.ts';

type Defaulted = 'beforeName' | 'answerDays' | 'supervisions' | 'rejectedAppeals';

export interface SpecialIssueQuestion extends Omit<PartsQuestion, Defaulted>, Partial<Pick<PartsQuestion, Defaulted>> {
  readonly kind: SpecialIssueKind;
  readonly no: number;
  /** Set where numbers begin anew each year. */
  readonly year: number | null;
  readonly issuer: string;
  readonly routes?: Partial<Pick<SpecialIssue, 'reportTo' | 'sendTo' | 'issueTo'>> | undefined;
  /** 信息报送 of the week; absent or empty: none. */
  readonly workInfo?: readonly WorkInfoSum[] | undefined;
}

/** Default 报、送、发 lines after S4; an office writes its own. */
const DEFAULT_ROUTES: Pick<SpecialIssue, 'reportTo' | 'sendTo' | 'issueTo'> = {
  reportTo: '市委常委，市人大常委会主任，市政协主席，市政府副市长',
  sendTo: '市纪委监委，市委督查室，市政府督查室',
  issueTo: '各乡镇（街道），市直各部门，有关单位',
};

/** The draft; `issues` are all of the campaign as they stood at `at`. Its attachments: units, tasks, overdue, 挂账, where there are any. */
export function composeSpecialIssue(issues: readonly Issue[], question: SpecialIssueQuestion): SpecialIssue {
  const { at, period, kind, no, year, issuer, routes, settings } = question;
  const about = kind === 'circular' ? '督查情况' : '督查整改情况';
  const base = groundOf(issues, question);
  const attachments = attachmentsOf(base);
  return {
    kind,
    no,
    year,
    issuer,
    date: dayOf(at),
    title: `关于${paperPeriodText(period)}${about}的通报`,
    parts: withWork(specialIssueParts(issues, { ...base, attachments }), question.workInfo),
    attachments,
    ...DEFAULT_ROUTES,
    ...routes,
    signedBy: null,
    corrects: null,
    demandDay: demandDay(dayOf(at), { answerDays: base.answerDays, workday: settings.workday }),
    asOf: at.toISOString(),
    issueNos: figuresOf(issues, { at, period, settings }).issueNos,
  };
}

/** A paper of a past week does not count what has been dispatched since (domain §5: problems of the period, position as of T). */
function groundOf(issues: readonly Issue[], question: SpecialIssueQuestion): Omit<PartsGround, 'attachments'> {
  const { at, period, settings } = question;
  const { from } = settings.campaign;
  const whole = { from: from < period.from ? from : period.from, to: period.to };
  const upToPeriod = issues.filter(inPeriod(whole, at, settings));
  return {
    beforeName: '上周',
    answerDays: 3,
    supervisions: [],
    rejectedAppeals: [],
    ...question,
    issues: upToPeriod,
    own: new Set(upToPeriod.filter(inPeriod(period, at, settings)).map(({ no }) => no)),
    whole,
  };
}
