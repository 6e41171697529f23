/** The draft of a paper from the figures (domain §5, §12). Pure: the same question gives the same draft. */
import type { Task } from '../../storage/store.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { dayOf } from '../domain/shanghai.ts';
import { overdueTable, suspendedTable, unitTable } from './issue-tables.ts';
import { specialIssueParts } from './special-issue-parts.ts';
import type { PartsQuestion } from './special-issue-parts.ts';
import { paperPeriodText } from './special-issue.ts';
import { withWork } from './work-done.ts';
import type { SpecialIssue, SpecialIssueKind } from './special-issue.ts';
import type { WorkInfoSum } from '../domain/work-info.ts';
import { taskProgressTable } from './task-tables.ts';

export interface SpecialIssueQuestion extends Omit<PartsQuestion, 'beforeName' | 'answerDays'> {
  readonly kind: SpecialIssueKind;
  readonly no: number;
  /** Set where numbers begin anew each year. */
  readonly year: number | null;
  readonly issuer: string;
  readonly tasks: readonly Task[];
  readonly routes?: Partial<Pick<SpecialIssue, 'reportTo' | 'sendTo' | 'issueTo'>> | undefined;
  readonly beforeName?: string | undefined;
  readonly answerDays?: number | undefined;
  /** 信息报送 of the week; absent or empty: none. */
  readonly workInfo?: readonly WorkInfoSum[] | undefined;
}

/** Default 报、送、发 lines after S4; an office writes its own. */
export const DEFAULT_ROUTES: Pick<SpecialIssue, 'reportTo' | 'sendTo' | 'issueTo'> = {
  reportTo: '市委常委，市人大常委会主任，市政协主席，市政府副市长',
  sendTo: '市纪委监委，市委督查室，市政府督查室',
  issueTo: '各乡镇（街道），市直各部门，有关单位',
};

/** The draft; `issues` are all of the campaign as they stood at `at`. Its attachments: units, tasks, overdue, 挂账. */
export function composeSpecialIssue(issues: readonly Issue[], question: SpecialIssueQuestion): SpecialIssue {
  const { at, period, kind, no, year, issuer, tasks, routes, settings } = question;
  const today = dayOf(at);
  const about = kind === 'circular' ? '督查情况' : '督查整改情况';
  return {
    kind,
    no,
    year,
    issuer,
    date: today,
    title: `关于${paperPeriodText(period)}${about}的通报`,
    parts: withWork(
      specialIssueParts(issues, {
        ...question,
        beforeName: question.beforeName ?? '上周',
        answerDays: question.answerDays ?? 3,
      }),
      question.workInfo,
    ),
    attachments: [
      unitTable(issues, question),
      taskProgressTable(tasks, at),
      overdueTable(issues, question),
      suspendedTable(issues),
    ],
    ...DEFAULT_ROUTES,
    ...routes,
    signedBy: null,
    corrects: null,
    asOf: at.toISOString(),
    issueNos: figuresOf(issues, { at, period, settings }).issueNos,
  };
}
