/** 指标: Ⅱ-3, Ⅰ-12, 3.2, as typed; null where none is named. */
import { cardOf } from '../../src/reading/acts/cards.ts';
import { fold } from '../../src/reading/fold.ts';
import type { Said } from '../../src/reading/said.ts';

/** Of the message, else of the card 【资料…】 that it answers. */
export const indicatorOf = ({ text, heard }: Pick<Said, 'text' | 'heard'>): string | null =>
  indicatorIn(text) ?? (cardOf(heard.quote) === 'material' ? indicatorIn(fold(heard.quote ?? '')) : null);

export function indicatorIn(text: string): string | null {
  const named =
    /(?:测评)?指标\s*(?:编号|项)?[:第]?\s*([IVX]{1,4}\s?-\s?\d+(?:[-.]\d+)*|[A-Z]?\d+(?:[-.]\d+)*|[一二三四五六七八九十]+)/.exec(
      text,
    )?.[1];
  const bare = /(?<![A-Za-z])([IVX]{1,4}-\d+(?:[-.]\d+)*)/.exec(text)?.[1];
  const found = (named ?? bare)?.replace(/\s/g, '') ?? null;
  return found?.replace(/^(I{1,3}|IV|V|VI{0,3}|IX|X)(?=-)/, (roman) => ROMAN[roman] ?? roman) ?? null;
}

const ROMAN: Readonly<Record<string, string>> = {
  I: 'Ⅰ',
  II: 'Ⅱ',
  III: 'Ⅲ',
  IV: 'Ⅳ',
  V: 'Ⅴ',
  VI: 'Ⅵ',
  VII: 'Ⅶ',
  VIII: 'Ⅷ',
  IX: 'Ⅸ',
  X: 'Ⅹ',
};
