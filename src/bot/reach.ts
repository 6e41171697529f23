/** 通知到人: who reads this conversation is tagged in the answer, who does not gets the same text one-to-one (domain §13). */
import { withoutTags } from '../domain/tags.ts';
import type { Answer, RunContext } from './command.ts';

/** `text` holds `@name` for everybody in `names`; it is left only for those who are really tagged. */
export function reaching(
  { conversation, directory }: Pick<RunContext<object>, 'conversation' | 'directory'>,
  text: string,
  names: readonly string[],
): Required<Pick<Answer, 'text' | 'notify' | 'notices'>> {
  const members = conversation.groupId === null ? [] : (directory.group(conversation.groupId)?.members ?? []);
  const here = names.filter((name) => members.includes(name));
  const elsewhere = [...new Set(names)].filter((name) => !members.includes(name));
  return {
    text: withoutTags(text, elsewhere, here),
    notify: here,
    notices: elsewhere.map((to) => ({ to, text: withoutTags(text, names) })),
  };
}
