/**
 * What the simulator is given, and the messages it keeps. It plays the vendor of a chat platform, so these are a vendor's
 * things: a memory of what was said, a store of pictures, an address book. `storage` satisfies them; nothing here imports it.
 */
import type { Button, ChatKind } from '../../chat.ts';

/** One message as the vendor keeps it. `from` is a name, or `bot`; in one-to-one `person` is the other side, in a group `group`. */
export interface KeptMessage {
  readonly id: string;
  readonly at: Date;
  readonly chatKind: ChatKind;
  readonly group: string | null;
  readonly person: string | null;
  readonly from: string;
  readonly text: string;
  /** Names of those who are notified. */
  readonly mentions: readonly string[];
  /** Content hashes of pictures. */
  readonly images: readonly string[];
  /** Id of the message this one replies to. */
  readonly quote: string | null;
  readonly buttons: readonly Button[];
}

export type Conversation = { readonly group: string } | { readonly person: string };

export interface Memory {
  /** The same id again changes nothing and gives false. */
  add(message: KeptMessage): Promise<boolean>;
  find(id: string): Promise<KeptMessage | undefined>;
  /** In order; `after` is the id of a message, itself left out. */
  list(conversation: Conversation, after?: string): Promise<KeptMessage[]>;
  /** The bot's messages added after the given one (null: all), in any conversation, in order. */
  fromBotAfter(id: string | null): Promise<KeptMessage[]>;
}

/** Pictures and papers by content hash. */
export interface Files {
  /** Keeps the bytes and gives their hash. */
  put(bytes: Buffer): Promise<string>;
  get(hash: string): Promise<Buffer | undefined>;
}

export interface KnownGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** A person of the directory as a colleague knows him: `role` in Chinese (`联络员`), `unit` null for citizens. */
export interface KnownPerson {
  readonly name: string;
  readonly role: string;
  readonly unit: string | null;
}

export interface SimulatorParts {
  readonly memory: Memory;
  readonly files: Files;
  /** Asked at each use, so that a directory edited while running is seen. */
  groups(): readonly KnownGroup[];
  people(): readonly KnownPerson[];
  /** What people may call the bot after an @; the first is the one shown. */
  readonly botNames: readonly [string, ...string[]];
  now(): Date;
}

/** What a visitor of the simulator asked for cannot be done; `message` is one Chinese line for him. */
export class SimulatorRefusal extends Error {
  readonly status: 400 | 404 | 409 | 413;

  constructor(status: 400 | 404 | 409 | 413, message: string) {
    super(message);
    this.name = 'SimulatorRefusal';
    this.status = status;
  }
}
