/** 任务清单: several tasks set out in one message, each with its unit and its limit (domain §11). Pure. */
import { listMarks } from './list-marks.ts';
import type { ListMark } from './list-marks.ts';

export interface TaskList {
  /** What is said before the first. */
  readonly head: string;
  readonly items: readonly string[];
}

/** `text` is folded. Null: no list of two at least. */
export function taskList(text: string): TaskList | null {
  const numbered = listMarks(text);
  const marks = numbered.length > 0 ? numbered : spokenMarks(text);
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

const FIGURES = '一二三四五六七八九十';
/** 一是…二是…, 一、…二、…. */
function spokenMarks(text: string): readonly ListMark[] {
  const found = [...text.matchAll(new RegExp(`(?<=^|[:;,。\\s])([${FIGURES}])(?:是|、)(?=[一-龥])`, 'g'))];
  const inOrder = found.length > 1 && found.every(([, figure = ''], at) => FIGURES.indexOf(figure) === at);
  return inOrder ? found.map(({ 0: typed, index }) => ({ start: index, end: index + typed.length })) : [];
}
