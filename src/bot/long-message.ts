/** 一条消息太长: it is refused as a whole, for what is cut off would be missed by nobody until it is too late. */
import { Refusal } from '../domain/refusal.ts';
import { LONGEST_MESSAGE } from '../reading/reader.ts';

/** Throws Refusal `message.long` for a message longer than what is read. */
export function refuseLongMessage(text: string): void {
  if (text.length <= LONGEST_MESSAGE) return;
  throw new Refusal(
    'message.long',
    `这条消息有${text.length}个字，一次最多看${LONGEST_MESSAGE}个字，没有作任何登记或改动。请分几条发，每条不超过${LONGEST_MESSAGE}个字。`,
  );
}
