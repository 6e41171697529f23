/** 提及: the bot's own name after @, with any space or none, taken out of the text. */

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Alternatives of a pattern, the longest first. */
export const alternatives = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|') || '(?!)';

/** Makes the function that takes the bot's mention out of folded text. `names` are folded display names. */
export function mentionRemover(names: readonly string[]): (text: string) => string {
  const pattern = new RegExp(`@ ?(?:${alternatives(names)})[ :,]*`, 'g');
  return (text) => text.replace(pattern, ' ').replace(/ {2,}/g, ' ').trim();
}
