/** Takes the bot's own mention out of a text. WeCom sends mentions as plain display names without any list or flag (wecom §3.4). Pure. */

/** What may stand after a mention: blanks of all kinds and characters without width. */
const SPACE = '[\\s\\u00a0\\u2000-\\u200d\\u2060\\u3000\\ufeff]';

/**
 * Removes every `@name` and `＠name` of these names together with the blanks after it; the mentions of others stay. Longest names
 * first, so that 督办 does not cut 督办小助手 in two.
 */
export function withoutBotNames(text: string, botNames: readonly string[]): string {
  const names = botNames.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return trimmed(text);
  const pattern = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  return trimmed(text.replaceAll(new RegExp(`[@＠](?:${pattern})${SPACE}*`, 'giu'), ''));
}

function trimmed(text: string): string {
  return text.replaceAll(new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu'), '');
}
