/** 听到的: a message as the reader is given it: who said it by the directory, what it quotes, what the bot had asked him. */
import type { Incoming } from '../chat.ts';
import type { Directory } from '../domain/city.ts';
import type { Person } from '../domain/directory.ts';
import type { Heard, IssueEntry } from '../reading/said.ts';
import type { Draft, Store } from '../../storage/store.ts';

/** Outside the directory one may speak to the bot in a one-to-one chat only, as a citizen (domain §3). */
export function citizenOf({ chatKind, senderId }: Incoming): Person | undefined {
  if (chatKind !== 'single' || senderId === '') return undefined;
  return { name: senderId, unit: null, roles: ['citizen'], aliases: [], ids: {}, mobile: null };
}

export async function heardFrom(
  incoming: Incoming,
  { person, draft }: { readonly person: Person | undefined; readonly draft: Draft | undefined },
  { store, directory }: { readonly store: Store; readonly directory: Directory },
): Promise<Heard> {
  const { platform, quote } = incoming;
  const quoteText = quote?.text ?? (quote?.messageId ? await store.inbox.textOf(platform, quote.messageId) : undefined);
  return {
    text: withMentioned(incoming, directory),
    chatKind: incoming.chatKind,
    mentionsBot: incoming.mentionsBot || incoming.chatKind === 'single',
    sender: person ? { name: person.name, roles: person.roles, unit: person.unit } : null,
    images: incoming.pictures.length + (quote?.pictures.length ?? 0),
    quote: quoteText ?? null,
    sentAt: incoming.sentAt,
    pending: draft ? pendingOf(draft) : null,
  };
}

/** What the open question asks for and what it is about, for the reader. */
function pendingOf({ kind, command, missing, args }: Draft): NonNullable<Heard['pending']> {
  const { issueNos, issues } = args;
  return {
    kind,
    command,
    missing,
    issueNos: listOf(issueNos).filter((no) => typeof no === 'number'),
    categories: listOf(issues).flatMap((entry) => (isEntry(entry) && entry.category !== null ? [entry.category] : [])),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isEntry = (value: unknown): value is Pick<IssueEntry, 'category'> =>
  typeof value === 'object' && value !== null && 'category' in value;

/**
 * The text with everybody who was mentioned. Some platforms take `@姓名` out and only list the ids; which stood where nobody can
 * tell, so the names follow the text.
 */
function withMentioned({ platform, text, mentionedIds }: Incoming, directory: Directory): string {
  const names = mentionedIds.flatMap((id) => directory.personById(platform, id)?.name ?? []);
  const unseen = names.filter((name) => !text.includes(name));
  return [text, ...unseen.map((name) => `@${name}`)].join(' ').trim();
}
