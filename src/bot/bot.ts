/**
 * One message, one transaction (style §3.3): the mark that it was seen, what it changed and the answer to it are committed together.
 * A refusal or a fault undoes all the message did and is answered in its stead, still exactly once.
 */
import type { Incoming } from '../chat.ts';
import { withDeputies } from '../domain/absence.ts';
import type { Directory } from '../domain/city.ts';
import { maskContacts } from '../domain/contacts.ts';
import { Refusal } from '../domain/refusal.ts';
import { settingsAt } from '../domain/inspection-period.ts';
import type { Settings } from '../domain/settings.ts';
import { dayOf } from '../domain/shanghai.ts';
import type { Postbox } from '../postbox.ts';
import type { OutboxRow, OutboxStore, Storage, Store } from '../../storage/store.ts';
import type { Reader } from '../reading/reader.ts';
import type { Answer, Command } from './command.ts';
import { answerTo } from './answer.ts';
import { faultNo, faultSentence } from './fault.ts';
import { placeOf } from './place.ts';
import { storable } from './storable.ts';
import { quietly, tellOthers } from './tell.ts';

/** The city as it is known now; replaced as a whole when the settings files change. */
export interface City {
  readonly directory: Directory;
  readonly settings: Settings;
  readonly reader: Reader;
}

export interface BotOptions {
  readonly storage: Storage;
  readonly city: () => City;
  readonly commands: readonly Command<object>[];
  readonly postbox: Postbox;
  readonly now: () => Date;
  readonly link: (issueNo: number) => string | null;
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
}

export interface Handled {
  /** This delivery had been handled before: nothing happened now. */
  readonly seen: boolean;
  readonly answer: OutboxRow | null;
}

export interface Bot {
  /** Resolves after the commit. Throws only when nothing could be written at all; then the platform has to deliver again. */
  handle(incoming: Incoming, passage?: AnswerPassage): Promise<Handled>;
}

/** Where the answer may travel in the webhook's own response. */
export interface AnswerPassage {
  /** So long the outbox leaves the answer to the response. */
  readonly holdAnswerMs: number;
  /** Last thing in the message's transaction: what is written of the answer's journey is committed with it. */
  readonly leaves?: (answer: OutboxRow, outbox: OutboxStore) => Promise<void>;
}

const BY_OUTBOX: AnswerPassage = { holdAnswerMs: 0 };

const SEEN: Handled = { seen: true, answer: null };

/** A press that comes again sooner is the vendor's second delivery, not the person's second try. */
const SECOND_TRY_MS = 10_000;
/** Beside the mark of a press of which nothing came. */
const idOfNothing = (id: string): string => `${id}|nothing`;

/** A press of which nothing came may be made again, though the platform gives it the same id. */
async function reopen({ platform, id }: Incoming, at: Date, store: Store): Promise<void> {
  const until = new Date(at.getTime() - SECOND_TRY_MS);
  if (await store.inbox.forget(platform, idOfNothing(id), until)) await store.inbox.forget(platform, id, until);
}

export function createBot(options: BotOptions): Bot {
  const { storage, postbox } = options;

  /** Marks the message as seen and puts the answer that `work` gives into the outbox, all in one transaction. */
  function once(
    incoming: Incoming,
    passage: AnswerPassage,
    work: (store: Store, at: Date, settings: Settings) => Promise<Answer | null>,
  ): Promise<Handled> {
    return storage.transaction(async (store) => {
      const at = options.now();
      const place = await placeOf(incoming, options.city().directory, store);
      const { platform, id, text, senderId, quote, sentAt } = incoming;
      const message = {
        platform,
        id,
        conversation: place.key,
        sender: senderId,
        // Kept for quotes only: a citizen's telephone number has a table of its own.
        text: maskContacts(text),
        quoteId: quote?.messageId ?? null,
        sentAt,
      };
      if (incoming.sharesId === true) await reopen(incoming, at, store);
      if (!(await store.inbox.accept({ ...message, receivedAt: at }))) return SEEN;
      const settings = await settingsAt(options.city().settings, at, store.inspectionSwitches);
      const said = await work(store, at, settings);
      const isNothingDone = said === null || said.isNothingDone === true;
      if (incoming.sharesId === true && isNothingDone)
        await store.inbox.accept({ ...message, id: idOfNothing(id), receivedAt: at });
      if (said === null) return { seen: false, answer: null };
      const { directory } = options.city();
      const by = directory.personById(platform, senderId)?.name ?? null;
      const telling = { store, postbox, directory, settings, by, at };
      const lines = await tellOthers(said.notices ?? [], telling);
      const shown = await quietly(said, telling);
      const answer = await postbox.answer(store, {
        destination: { key: place.key, platform, to: place.to },
        text: [shown.text, ...lines].join('\n'),
        notify: shown.notify ?? [],
        buttons: said.buttons ?? [],
        reply: incoming.reply,
        answers: incoming.kind === 'message' ? id : null,
        at,
        dueAt: new Date(at.getTime() + passage.holdAnswerMs),
      });
      for (const letter of said.letters ?? []) await postbox.letter(store, { ...letter, at });
      for (const { groupId, text: words } of said.posts ?? []) {
        await postbox.post(store, { platform, groupId, text: words, at });
      }
      await passage.leaves?.(answer, store.outbox);
      return { seen: false, answer };
    });
  }

  /** Not an answer of a command but what stands in its stead. */
  function sentenceFor(error: unknown, incoming: Incoming): string {
    if (error instanceof Refusal) return error.message;
    const no = faultNo();
    options.log('fault while handling a message', {
      fault: no,
      error,
      platform: incoming.platform,
      message: incoming.id,
    });
    return faultSentence(no);
  }

  return {
    async handle(received, passage = BY_OUTBOX) {
      const incoming = storable(received);
      try {
        return await once(incoming, passage, async (store, at, settings) => {
          const { directory, ...city } = options.city();
          // Rights of the day: whoever is away has lent them to his deputy.
          const absences = await store.absences.on(dayOf(at));
          return answerTo(incoming, {
            ...options,
            ...city,
            settings,
            directory: withDeputies(directory, absences),
            store,
            at,
          });
        });
      } catch (error) {
        const text = sentenceFor(error, incoming);
        return once(incoming, passage, () => Promise.resolve({ text, isNothingDone: true }));
      }
    },
  };
}
