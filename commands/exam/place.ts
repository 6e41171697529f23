/** 被测评的地方: the site named, else the words between the frame and the score. */
import { gridIn } from '../outreach/visits.ts';
import type { Said } from '../../src/reading/said.ts';

/** 网上申报, 问卷: told by their names; else a site is examined. */
export function wayArgs(text: string): { way?: 'onlineMaterial' | 'survey' } {
  if (/网上申报|材料审核|资料审核/.test(text)) return { way: 'onlineMaterial' };
  return /问卷/.test(text) ? { way: 'survey' } : {};
}

const FRAME =
  /^.*?(?:测评|模拟检查|模考|月测)(?:得分|成绩)?[:,\s]*|(?:\d{1,2}月)?(?:模拟|月度)?(?:测评|检查)(?:得分)?|^(?:撤销|作废|删除|更正)|的$|(?:登记|得分)?(?:改为|改成|应为|应该是)$/g;

/** Null where nothing is left that could be a place. */
export function examPlace(said: Pick<Said, 'sites' | 'text' | 'units'>): string | null {
  const { sites, text } = said;
  const { way } = wayArgs(text);
  if (way === 'survey') return gridIn(said) ?? '全市';
  if (way === 'onlineMaterial') return '全市';
  const [site] = sites;
  if (site !== undefined) return site;
  const before = text.split(/得(?:了)?分?\s*[:为是]?\s*\d|\d+(?:\.\d)?\s*\/|指标/)[0] ?? '';
  const place = before.replace(FRAME, '').replace(/[:,\s]+/g, '');
  return place.length >= 2 && place.length <= 20 ? place : null;
}
