/** Takes the robot's own mention out of a text (dingtalk §3.3). In `text` messages the platform has done it, in `richText` it has not. Pure. */

const SPACE = '[\\s\\u00a0\\u2000-\\u200d\\u2060\\u3000\\ufeff]';

/** The text without every `@name` of these names and the blanks after it. The longest name goes first, so that none cuts another in two. */
export function withoutBotNames(text: string, botNames: readonly string[]): string {
  const names = botNames.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return trimmed(text);
  const pattern = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  return trimmed(text.replaceAll(new RegExp(`[@＠](?:${pattern})${SPACE}*`, 'giu'), ''));
}

/**
 * For a robot whose present name is not configured: the text without one leading `@something`. Only where a blank follows; in the
 * glued form (`@机器人上报…`) it would eat the order.
 */
export function withoutLeadingMention(text: string): string {
  return trimmed(
    text.replace(new RegExp(`^${SPACE}*[@＠][^\\s\\u00a0\\u2000-\\u200d\\u3000]{1,40}${SPACE}+`, 'u'), ''),
  );
}

export function trimmed(text: string): string {
  return text.replaceAll(new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu'), '');
}
