/** 任务清单: several tasks set out in one message, each with its unit and its limit (domain §11). Pure. */
import { listMarks } from './list-marks.ts';

export interface TaskList {
  /** What is said before the first. */
  readonly head: string;
  readonly items: readonly string[];
}

/** `text` is folded. Null: no list of two at least. */
export function taskList(text: string): TaskList | null {
  const marks = listMarks(text);
  const [first] = marks;
  if (first === undefined) return null;
  const items = marks.map(({ end }, at) =>
    text
      .slice(end, marks[at + 1]?.start ?? text.length)
      .replace(/[\s;,。、]+$/, '')
      .trim(),
  );
  return { head: text.slice(0, first.start), items };
}
