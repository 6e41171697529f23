/** 上报时说的时限: it may have passed before the office comes to confirm; then it is said what holds in its stead. */
import type { Answer, RunContext } from '../../src/bot/command.ts';
import { hold } from '../../src/bot/hold.ts';
import type { Stepped } from '../../src/bot/several.ts';
import { hasPassed } from '../../src/domain/deadline.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { momentText, stampText } from '../../src/domain/shanghai.ts';
import type { AnswerFields } from './merge-fields.ts';

/** Lines shown; more are counted. */
const MOST_LISTED = 8;

interface Confirming {
  readonly nos: readonly number[];
  readonly fields: AnswerFields;
  readonly pictureIds: readonly string[];
}

/**
 * Wants a yes to the times by which the problems are handed over, where one is not as it was said; null: all are, or the yes has been
 * given. `stated`: said with the yes itself.
 */
export function askAboutTimes(
  steps: readonly Stepped<Issue>[],
  { nos, fields, pictureIds, stated }: Confirming & { readonly stated: Date | null },
  context: Omit<RunContext<object>, 'args'>,
): Promise<Answer> | null {
  const { at, confirmed, said } = context;
  const isOver = hasPassed(stated, at);
  const isUnsure = stated !== null && (isOver || (said.deadline?.doubtful === true && !confirmed));
  const passed = steps.filter(({ issue }) => stated === null && hasPassed(issue.deadline, at));
  const asked = isUnsure ? steps : confirmed ? [] : passed;
  if (asked.length === 0) return null;
  const lines = asked.slice(0, MOST_LISTED).map(({ issue, done }) => {
    const until = done.deadline === null ? '未定' : momentText(done.deadline, at);
    if (isOver) return `#${issue.no}的时限${until}已经过了`;
    const was = isUnsure || issue.deadline === null ? '' : `上报时说的${stampText(issue.deadline)}已经过了，`;
    return `#${issue.no}${was}时限${until}`;
  });
  const more = asked.length > MOST_LISTED ? [`另有${asked.length - MOST_LISTED}件`] : [];
  const what = [...lines, ...more].join('；');
  const text = isOver
    ? `还差新的时限：${what}。请引用本条回复时限，如“明天上午10点前”；不办了请回复“取消”。`
    : `请确认：${what}。回复“对”交办，或回复“时限改到…”；不办了请回复“取消”。`;
  const args = { issueNos: nos, fields };
  const kind = isOver ? 'fill' : 'confirm';
  return hold(context, { kind, command: 'draft.confirm', args, missing: isOver ? ['deadline'] : [], text, pictureIds });
}
