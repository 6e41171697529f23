/** 随消息的图片: those that came with a message, with what it quotes, or without words just before it. */
import type { Incoming, PictureRef } from '../chat.ts';
import type { Store } from '../../storage/store.ts';

export interface MessagePictures {
  readonly incoming: Incoming;
  readonly sentBy: string;
  /** Sent without words a moment ago, and taken by this message. */
  readonly waiting: readonly string[];
  readonly at: Date;
}

/**
 * A quoted picture without words counts as sent with this message: on a phone text and photo are two messages, and quoting is how they
 * are brought together. A quoted message with words is what the message speaks of, so its pictures stay apart.
 */
export async function keepPictures(
  store: Store,
  { incoming, sentBy, waiting, at }: MessagePictures,
): Promise<{ own: string[]; quoted: string[] }> {
  const { platform, sentAt, pictures, quote } = incoming;
  const keep = async (refs: readonly PictureRef[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const { ref } of refs) ids.push(await store.pictures.add({ platform, ref, sentBy, sentAt }));
    return ids;
  };
  const [sent, shown] = [await keep(pictures), await keep(quote?.pictures ?? [])];
  // A quoted picture is one of those that wait: it does not count twice.
  const taken = shown.length > 0 ? [] : waiting;
  await store.pictures.takeLoose(taken, at);
  const own = [...taken, ...sent];
  return (quote?.text ?? '').trim() === '' ? { own: [...own, ...shown], quoted: [] } : { own, quoted: shown };
}
