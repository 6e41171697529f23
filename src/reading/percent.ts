/** 完成比例: how much of a task is done, as people say it. */
import { parseNumeral } from './numerals.ts';

/** 进度60%, 完成了百分之六十, 完成一半, 八成, 四成五. */
export function percentIn(text: string): number | null {
  const match =
    /(\d{1,3}(?:\.\d+)?)\s?%|百分之([一二三四五六七八九十百\d]+)|进度(?:已?更新|到|为|:|已|是)*\s?(\d{1,3})(?!\d)/.exec(
      text,
    );
  const value = match ? Number(match[1] ?? match[3] ?? parseNumeral(match[2] ?? '')) : tenthsIn(text);
  if (value === null || value < 0 || value > 100) return null;
  return REMAINS.test(text) ? 100 - value : value;
}

/** 还剩两成: so much is still to do. */
const REMAINS = /(?:还[剩差有]|剩下?|差)(?:大约|大概|约|不到)?(?:\d|[一二两三四五六七八九])[\d.]*(?:成|%)/;

/** 八成, 四成五, 一半. */
function tenthsIn(text: string): number | null {
  const match =
    /(?<![第\d])([1-9一二两三四五六七八九])成([一二三四五六七八九半])?(?![为立员功本长都分效果就交熟])/.exec(text);
  if (!match) return /(?:(?:完成|进度|[干做弄搞办])(?:完|到|为|:|过)?了?|到了?)一半|一半了/.test(text) ? 50 : null;
  const ones = match[2] === '半' ? 5 : (parseNumeral(match[2] ?? '') ?? 0);
  return (parseNumeral(match[1] ?? '') ?? 0) * 10 + ones;
}
