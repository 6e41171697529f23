/** 被测评的地方: the site named, else the words between the frame and the score. */
import type { Said } from '../../src/reading/said.ts';

const FRAME =
  /^.*?(?:测评|模拟检查|模考|月测)(?:得分|成绩)?[:,\s]*|(?:\d{1,2}月)?(?:模拟|月度)?(?:测评|检查)(?:得分)?/g;

/** Null where nothing is left that could be a place. */
export function examPlace({ sites, text }: Pick<Said, 'sites' | 'text'>): string | null {
  const [site] = sites;
  if (site !== undefined) return site;
  const before = text.split(/得(?:了)?分?\s*[:为是]?\s*\d|\d+(?:\.\d)?\s*\/|指标/)[0] ?? '';
  const place = before.replace(FRAME, '').replace(/[:,\s]+/g, '');
  return place.length >= 2 && place.length <= 20 ? place : null;
}
