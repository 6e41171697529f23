/** 考核加减分 said by the office (domain §8): 扣5分, 加3分, 弄虚作假扣分. */

/** What the points are for, where a word tells. */
export type ScoreMatter = 'faked' | 'praised' | 'cleanSite' | 'cleanSiteBySuperior' | 'other';

export interface Points {
  /** Signed; null: the settings say how many. */
  readonly points: number | null;
  readonly matter: ScoreMatter;
}

const MATTERS: readonly (readonly [ScoreMatter, RegExp])[] = [
  ['faked', /弄虚作假|造假|作假|假照片|[Pp]图|旧照片|摆拍/],
  ['praised', /表扬|表彰|肯定|推广|典型/],
  ['cleanSiteBySuperior', /(?:上级|国检|省检|国家|中央|省级|省里|市级|第三方测评).{0,12}(?:零|无|没有?|未发现)问题/],
  ['cleanSite', /(?:零|无|没有?|未发现)问题/],
];

/** Null where no points are given or taken. */
export function pointsIn(text: string): Points | null {
  const matter = MATTERS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
  const stated = /(扣|减|加|奖励?)(?:掉|除|上|考核)?[^,。;\d]{0,8}?(\d{1,2}(?:\.\d{1,2})?)\s*分/.exec(text);
  if (stated) return { points: Number(stated[2]) * (/[扣减]/.test(stated[1] ?? '') ? -1 : 1), matter };
  if (matter === 'faked' && /扣分/.test(text)) return { points: null, matter };
  return (matter === 'praised' || matter === 'cleanSite' || matter === 'cleanSiteBySuperior') && /加分/.test(text)
    ? { points: null, matter }
    : null;
}

/** 人民路扣2分，路面破损: what it cost is no part of what is wrong. */
export const withoutPoints = (text: string): string =>
  text.replace(/[,，]?\s*(?:被|共|各)?[扣失丢](?:了|掉)?\s*\d{1,2}(?:\.\d{1,2})?\s*分(?!钟|类|之|开|[区处])/g, ',');
