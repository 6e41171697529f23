/** Letters: what is to be said to whom, before the postbox addresses it. */
import type { Address, Attachment, Button, PlatformName, ReplyRoute } from './chat.ts';
import type { Person } from './domain/directory.ts';

/** Where an answer goes: known from the message it answers. */
export interface Destination {
  readonly key: string;
  readonly platform: PlatformName;
  readonly to: Address;
}

export interface AnswerLetter {
  readonly destination: Destination;
  readonly text: string;
  /** Names to be tagged as far as their budget of the day goes. */
  readonly notify: readonly string[];
  readonly buttons: readonly Button[];
  readonly reply: ReplyRoute | null;
  readonly answers: string | null;
  readonly at: Date;
  /** Not before: an answer may wait for the 200 that carries it. */
  readonly dueAt: Date;
}

export interface PushLetter {
  readonly groupId: string;
  readonly text: string;
  readonly notify: readonly string[];
  readonly at: Date;
  /** So many of the day's pushes are left for others: reminders must not use up the bulletin's. */
  readonly leave?: number | undefined;
  /**
   * Something is still being made that should go along: is told the ids of the messages that could carry it. They wait for it a little
   * while (outbox.attach) and go without it after that.
   */
  readonly withPicture?: ((rowIds: readonly string[]) => Promise<void>) | undefined;
}

/** A file that somebody asked for or that was ordered to be sent. */
export interface ParcelLetter {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly at: Date;
}

export interface NoticeLetter {
  readonly to: Person;
  readonly text: string;
  readonly at: Date;
  /** The paper that is served by it: remembered with the message, so that delivery is known. */
  readonly paperId?: string | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** Not before: it is kept until then; absent: it goes now. */
  readonly dueAt?: Date | undefined;
  /** It only presses for these: dropped when none of them is open any more by then. */
  readonly issueNos?: readonly number[] | undefined;
}
