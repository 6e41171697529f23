/** 逐件列出请确认: several numbers want a yes before they are done (corpus README, needsConfirm). */
import type { Issue } from '../domain/issue.ts';
import { issueLine } from '../domain/wording.ts';
import type { Answer, RunContext } from './command.ts';
import { hold } from './hold.ts';

export interface ListQuestion {
  readonly command: string;
  readonly args: object;
  /** 认领, 核查通过并销号. */
  readonly verb: string;
  readonly issues: readonly Issue[];
  readonly pictureIds?: readonly string[];
}

/** Lines shown; more are counted. */
const MOST_LISTED = 20;

type Asking = Pick<RunContext<object>, 'by' | 'at' | 'conversation' | 'store' | 'settings' | 'pictureIds'>;

export function askList(context: Asking, question: ListQuestion): Promise<Answer> {
  const { issues, verb, command, args, pictureIds } = question;
  const lines = issues.slice(0, MOST_LISTED).map((issue) => issueLine(issue, context.at, { withUnit: true }));
  const more = issues.length > MOST_LISTED ? [`另有${issues.length - MOST_LISTED}件`] : [];
  const text = [`请确认：以下${issues.length}件${verb}。`, ...lines, ...more, '回复“对”办理，回复“取消”不办。'].join(
    '\n',
  );
  return hold(context, { kind: 'confirm', command, args, text, ...(pictureIds ? { pictureIds } : {}) });
}
