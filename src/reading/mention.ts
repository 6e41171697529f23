/** 提及: the bot's own name after @, with any space or none, taken out of the text. */

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Alternatives of a pattern, the longest first. */
export const alternatives = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escape)
    .join('|') || '(?!)';

/** 所有人, typed or put in by a client: no part of what is said about a problem. */
const EVERYBODY = /<@ ?all>|@ ?(?:所有人|全体成员|全体人员|all(?![A-Za-z]))/gi;

/** The text without 所有人 after @; the same text where there is none. */
export const withoutEverybody = (text: string): string =>
  text
    .replace(EVERYBODY, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,。;!?])/g, '')
    .trim();

/** Makes the function that takes the bot's mention out of folded text. `names` are folded display names. */
export function mentionRemover(names: readonly string[]): (text: string) => string {
  const pattern = new RegExp(`@ ?(?:${alternatives(names)})[ :,]*`, 'g');
  return (text) => text.replace(pattern, ' ').replace(/ {2,}/g, ' ').trim();
}
