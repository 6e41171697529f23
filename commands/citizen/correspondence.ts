/** 市民所在的会话: by what id a citizen can be written to, and what is waiting for his word. */
import type { Letter, RunContext } from '../../src/bot/command.ts';
import { singleKey } from '../../src/conversation-key.ts';
import { verdictQuestion } from '../../src/domain/citizen-asking.ts';
import type { CitizenMessage } from '../../src/domain/citizen.ts';
import type { Store } from '../../storage/store.ts';

/** The platform's id of who speaks in a one-to-one chat; null in a group. */
export function senderIdOf({ conversation }: Pick<RunContext<object>, 'conversation'>): string | null {
  return conversation.chatKind === 'single' ? conversation.chatId : null;
}

/** The letter that asks; what is answered to it will be understood. None where only a telephone number is known. */
export async function askCitizen(store: Store, message: CitizenMessage, at: Date): Promise<readonly Letter[]> {
  const contact = await store.citizens.contactOf(message.no);
  const { platform = null, personId = null } = contact ?? {};
  if (platform === null || personId === null) return [];
  const { letter, draft } = verdictQuestion(
    message,
    { platform, personId, conversation: singleKey(platform, personId) },
    at,
  );
  await store.drafts.add(draft);
  return [letter];
}

/** A letter to who sent the message, where he wrote to the bot himself. */
export async function letterTo(store: Store, no: number, text: string): Promise<readonly Letter[]> {
  const contact = await store.citizens.contactOf(no);
  if (!contact?.platform || !contact.personId) return [];
  return [{ platform: contact.platform, personId: contact.personId, text }];
}
