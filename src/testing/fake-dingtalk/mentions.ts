/** Who is really mentioned by a webhook message: in the `at` list, as `@id` in the body, and in the group (dingtalk §5, §11). Pure. */
import { at, textAt, textsAt } from '../read.ts';
import type { Office } from './office.ts';

export interface Shown {
  readonly text: string;
  readonly tagged: readonly string[];
}

/** `members` null: a one-to-one conversation, where nobody can be mentioned. */
export function shownTo(members: readonly string[] | null, body: unknown, office: Office): Shown {
  const words = wordsOf(body);
  const listed = textsAt(body, 'at', 'atUserIds');
  if (at(body, 'at', 'isAtAll') === true) return { text: `@所有人 ${words}`, tagged: ['@all'] };
  const tagged = listed.filter((id) => members?.includes(id) === true && hasMention(words, id));
  const text = tagged.reduce((shown, id) => shown.replaceAll(`@${id}`, `@${office.people.get(id)?.name ?? id}`), words);
  return { text, tagged };
}

/** The id must end there: `@cc01` does not stand in `@cc0112`. */
function hasMention(words: string, id: string): boolean {
  return new RegExp(`@${id.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![A-Za-z0-9_-])`, 'u').test(words);
}

export function wordsOf(body: unknown): string {
  switch (textAt(body, 'msgtype')) {
    case 'text':
      return textAt(body, 'text', 'content');
    case 'markdown':
      return textAt(body, 'markdown', 'text');
    case 'actionCard':
      return textAt(body, 'actionCard', 'text');
    default:
      return '';
  }
}
