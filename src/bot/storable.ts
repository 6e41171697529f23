/** 存得下的字: what people send may hold characters that no database takes (NUL on PostgreSQL) or that are half of one. */
import type { Incoming } from '../chat.ts';
import { storableText } from '../storable-text.ts';

/** The message with such characters left out of its words, and all else as it was. */
export function storable(incoming: Incoming): Incoming {
  const { text, quote } = incoming;
  return {
    ...incoming,
    text: storableText(text),
    quote: quote && { ...quote, text: quote.text && storableText(quote.text) },
  };
}
