/** 又说了一遍: an order that is given whole while the bot still asks for a part of it; the question about it is not put any more. */
import type { Store } from '../../storage/store.ts';
import type { Reading } from './choose.ts';

const NUMBERS = ['issueNos', 'taskNos', 'messageNos'] as const;

const numbersOf = (args: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(NUMBERS.map((key) => args[key] ?? []));
const NONE = numbersOf({});

/** Closes the person's open questions about the same order for the same numbers. */
export async function closeOvertaken(
  { command, args }: Reading,
  asked: { readonly person: string; readonly conversation: string },
  { store, at }: { readonly store: Store; readonly at: Date },
): Promise<void> {
  const numbers = numbersOf({ ...args });
  if (numbers === NONE) return;
  for (const draft of await store.drafts.allOpen(asked.person, asked.conversation, at)) {
    if (draft.command === command.id && numbersOf(draft.args) === numbers) {
      await store.drafts.close(draft.id, 'replaced', at);
    }
  }
}
