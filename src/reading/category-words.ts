/** 类别用词: the words that the settings have for a category. */
import type { Category } from '../domain/settings.ts';

export interface Found {
  readonly category: string;
  /** How many signs of the text decided it. */
  readonly length: number;
}

/** The longest of `words` in the text. */
export const longestIn = (text: string, words: readonly (readonly [string, string])[]): Found | null => {
  const word = words.find(([, one]) => text.includes(one));
  return word ? { category: word[0], length: word[1].length } : null;
};
/** Words of two signs and more with the ids of their categories, the longest before the others. */
export const longestFirst = (
  categories: readonly Category[],
  wordsOf: (category: Category) => readonly string[],
): (readonly [string, string])[] =>
  categories
    .flatMap((category) =>
      wordsOf(category)
        .filter((word) => word.length >= 2)
        .map((word) => [category.id, word] as const),
    )
    .toSorted(([, a], [, b]) => b.length - a.length);
