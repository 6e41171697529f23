/** 入户情况 as it is told: the grid, the figures, the remarks. Pure. */
import { written } from '../../src/reading/fold.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';
import type { Said } from '../../src/reading/said.ts';

const NUMBER = '(\\d+|[一二两三四五六七八九十百]+)';
const HOUSEHOLDS = new RegExp(`(?:入户|走访|上门)[^,。;\\d]{0,10}?${NUMBER}\\s*[户家]`);
const LEAFLETS = new RegExp(
  `(?:发放?|分发|派发|张贴|宣传单|宣传册|宣传页|宣传品|告知书|倡议书)[^,。;\\d]{0,12}?${NUMBER}\\s*[份张本册]`,
);

export function visitsIn(text: string): { households: number; leaflets: number } {
  const number = (pattern: RegExp): number => parseNumeral(pattern.exec(text)?.[1] ?? '') ?? 0;
  return { households: number(HOUSEHOLDS), leaflets: number(LEAFLETS) };
}

/** 居民反映…: each remark by itself. */
export function remarksIn(text: string): readonly string[] {
  const said =
    /(?:居民|群众|住户|业主|商户|大家)?(?:反映|提出|建议|意见)(?:的)?(?:问题|意见)?\s*[:是有]?\s*(.+)$/s.exec(
      text,
    )?.[1];
  if (said === undefined) return [];
  return said
    .split(/[;。、\n]+|,(?=.{4,})/)
    .map((remark) => written(remark))
    .filter((remark) => remark.length >= 3);
}

/** 哪个网格: a community, street or town named, an estate, else whatever is called 社区, 网格, 小区; null: none, the sender's own. */
export function gridIn({ units, sites, text }: Pick<Said, 'units' | 'sites' | 'text'>): string | null {
  const unit = units.find((name) => /(?:社区|街道|镇|乡|村|嘎查)$/.test(name));
  const named = /([一-龥\d]{2,10}?(?:社区|网格|小区|居委会))/.exec(text)?.[1];
  return unit ?? sites[0] ?? named?.replace(FRAME, '') ?? null;
}

const FRAME = /^(?:更正|今天|昨天|上午|下午|登记|录入|满意度|问卷|宣传)+/;
