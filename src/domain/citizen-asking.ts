import type { CitizenMessage } from './citizen.ts';
import { askVerdict } from './citizen-texts.ts';
import { DAY_MS } from './shanghai.ts';

/** Days for which 满意 and 不满意 without a number are taken for the answer. */
const VERDICT_DAYS = 14;

/**
 * 评价: the question to the citizen, and the draft that makes his bare 满意 or 不满意 understood. `Platform` is the platform's name,
 * `conversation` the key of his one-to-one chat.
 */
export const verdictQuestion = <Platform extends string>(
  message: CitizenMessage,
  to: { readonly platform: Platform; readonly personId: string; readonly conversation: string },
  at: Date,
) => {
  const { platform, personId, conversation } = to;
  const text = askVerdict(message);
  return {
    letter: { platform, personId, text },
    draft: {
      kind: 'fill' as const,
      person: personId,
      conversation,
      command: 'citizen.reply',
      args: { messageNos: [message.no] },
      missing: ['satisfied'],
      question: text,
      pictureIds: [],
      createdAt: at,
      expiresAt: new Date(at.getTime() + VERDICT_DAYS * DAY_MS),
    },
  };
};
