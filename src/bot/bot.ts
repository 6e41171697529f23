/**
 * One message, one transaction (style §3.3): the mark that it was seen, what it changed and the answer to it are committed together.
 * A refusal or a fault undoes all the message did and is answered in its stead, still exactly once.
 */
import type { Incoming } from '../chat.ts';
import { withDeputies } from '../domain/absence.ts';
import type { Directory } from '../domain/city.ts';
import { maskContacts } from '../domain/contacts.ts';
import { Refusal } from '../domain/refusal.ts';
import { withSwitches } from '../domain/inspection-period.ts';
import type { Settings } from '../domain/settings.ts';
import { dayOf } from '../domain/shanghai.ts';
import type { Postbox } from '../postbox.ts';
import type { OutboxRow, OutboxStore, Storage, Store } from '../../storage/store.ts';
import type { Reader } from '../reading/reader.ts';
import type { Answer, Command } from './command.ts';
import { answerTo } from './answer.ts';
import { faultNo, faultSentence } from './fault.ts';
import { placeOf } from './place.ts';

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

/** Who was to hear of it and cannot be reached is named, so that somebody tells him. */
const missedSentence = (names: readonly string[]): string => `${names.join('、')}没有可用的单聊渠道，请另行告知。`;

const SEEN: Handled = { seen: true, answer: null };

export function createBot(options: BotOptions): Bot {
  const { storage, postbox } = options;

  /** Marks the message as seen and puts the answer that `work` gives into the outbox, all in one transaction. */
  function once(
    incoming: Incoming,
    passage: AnswerPassage,
    work: (store: Store, at: Date) => Promise<Answer | null>,
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
      if (!(await store.inbox.accept({ ...message, receivedAt: at }))) return SEEN;
      const said = await work(store, at);
      if (said === null) return { seen: false, answer: null };
      const missed = await tell(store, said.notices ?? [], at);
      const answer = await postbox.answer(store, {
        destination: { key: place.key, platform, to: place.to },
        text: missed.length === 0 ? said.text : `${said.text}\n${missedSentence(missed)}`,
        notify: said.notify ?? [],
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

  /** One-to-one to others; gives the names of those whom no platform leads to. */
  async function tell(store: Store, notices: NonNullable<Answer['notices']>, at: Date): Promise<string[]> {
    const { directory } = options.city();
    const missed: string[] = [];
    for (const { to: name, text, paperId } of notices) {
      const to = directory.person(name);
      if (to && !(await postbox.notice(store, { to, text, at, paperId }))) missed.push(name);
    }
    return [...new Set(missed)];
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
    async handle(incoming, passage = BY_OUTBOX) {
      try {
        return await once(incoming, passage, async (store, at) => {
          const { directory, ...city } = options.city();
          const switches = await store.inspectionSwitches.between(new Date(0), new Date(at.getTime() + 1));
          const settings = withSwitches(city.settings, switches, at);
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
        return once(incoming, passage, () => Promise.resolve({ text }));
      }
    },
  };
}
