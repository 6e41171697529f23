/** 存在困难, said with the progress of a task: 困难：缺资金, 存在困难是场地没落实, 困难已解决. */
import { written } from './fold.ts';

const SOLVED =
  /(?:没有?|无)(?:什么|其他)?(?:存在)?(?:的)?困难|困难(?:都|均)?(?:已经?|都)(?:经)?(?:解决|克服|化解|消除)(?:了)?|困难[:是为]*\s*(?:没有|无|暂无)(?=[,。;\s]|$)/;
const NAMED =
  /(?:目前|当前|现在|主要|还)?(?:存在|遇到|面临|有)?(?:的)?(?:主要|实际|具体)?困难(?:和问题)?(?:主要)?(?:是|为|有|在于)?\s*[:,]?\s*([^;。\n]{2,80})/;

export interface Difficulty {
  /** Empty: there is none any more. */
  readonly text: string;
  /** The message without it. */
  readonly rest: string;
}

/** Null: it is not spoken of. `text` is folded. */
export function difficultyIn(text: string): Difficulty | null {
  const solved = SOLVED.exec(text);
  if (solved) return { text: '', rest: without(text, solved) };
  const named = NAMED.exec(text);
  if (!named) return null;
  // What follows may be the progress: 困难：缺资金，进度60%.
  const said = (named[1] ?? '').split(/,(?=.*(?:进度|完成|\d\s?%))/)[0] ?? '';
  const difficulty = written(said);
  return difficulty.length < 2
    ? null
    : { text: difficulty, rest: written(text.replace(named[0].replace(named[1] ?? '', said), '')) };
}

const without = (text: string, [span]: RegExpExecArray): string => written(text.replace(span, ''));
