/** Encrypted sender ids (`wo…`) are replaced by plain ones before the bot looks anybody up (wecom §3.10). */
import { DeliveryError } from '../../chat.ts';
import type { Incoming } from '../../chat.ts';
import type { App } from './corp-app.ts';
import type { Log } from './options.ts';

/** The vendor waits five seconds for the 200; a conversion that takes longer serves the next message of the same person. */
const MOST_MS = 3_000;

/**
 * The message with the plain id of its sender. A plain id may begin with `wo` too: the vendor then calls it invalid and it stays.
 * A conversion that fails leaves the message as it is, for then the bot tells the sender that it does not know them.
 */
export async function plainSender(incoming: Incoming, given: { app: App | null; log: Log }): Promise<Incoming> {
  const { senderId } = incoming;
  if (given.app === null || !/^wo/iu.test(senderId)) return incoming;
  try {
    const plain = (await inTime(given.app.plainIds([senderId]))).get(senderId);
    if (plain === undefined) return incoming;
    return { ...incoming, senderId: plain, chatId: incoming.chatKind === 'single' ? plain : incoming.chatId };
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    given.log('成员账号转换失败', { message: incoming.id, reason: error.message });
    return incoming;
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeliveryError('later', '企业微信答复太慢。')), MOST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
