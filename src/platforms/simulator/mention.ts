/** Who is called by an @ in a text. Pure. */

const at = '[@＠]';
// After a mention chat programs put a space of their own (U+2005); people type ordinary, wide or no ones.
const gap = '[\\s\\u2005\\u00a0\\u3000]*';

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Longest first, so that a name that begins another does not win. */
function anyOf(names: readonly string[]): string {
  return [...names]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
}

/** The text without the bot's mention at its beginning or end. */
export function withoutBot(text: string, botNames: readonly string[]): string {
  const mention = `${at}${gap}(?:${anyOf(botNames)})`;
  return text
    .replace(new RegExp(`^(?:${gap}${mention})+${gap}`), '')
    .replace(new RegExp(`(?:${gap}${mention})+${gap}$`), '');
}

/** Whether the text calls the bot anywhere. */
export function callsBot(text: string, botNames: readonly string[]): boolean {
  return new RegExp(`${at}${gap}(?:${anyOf(botNames)})`).test(text);
}

/** The people of `names` whom the text calls, each once, in order of appearance. */
export function calledPeople(text: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const found = text.matchAll(new RegExp(`${at}${gap}(${anyOf(names)})`, 'g'));
  return [...new Set(Array.from(found, (match) => match[1] ?? ''))].filter((name) => name !== '');
}
