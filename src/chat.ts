/**
 * The words both sides of the house share: what comes in from a chat platform, what goes out to it, and what a platform is.
 * Nothing here knows a vendor. Imports nothing.
 */

export type PlatformName = 'wecom' | 'dingtalk' | 'simulator';

/** 群聊 or 单聊. In a group the bot is spoken to by mentioning it; in a one-to-one chat every message is for the bot. */
export type ChatKind = 'group' | 'single';

/** A picture as the platform that received it will fetch it later. `ref` is that platform's own text (often a secret link): never shown, never logged. */
export interface PictureRef {
  readonly ref: string;
}

/** 引用: the message that is being replied to, as far as the platform tells. */
export interface Quote {
  readonly text: string | null;
  readonly messageId: string | null;
  readonly pictures: readonly PictureRef[];
}

/** A way to answer this one message directly, valid for a time. `route` is the platform's own text and a secret. */
export interface ReplyRoute {
  readonly route: string;
  readonly expiresAt: Date;
}

export interface Incoming {
  readonly platform: PlatformName;
  /** Whatever makes a delivery unique on its platform (DingTalk: robot and message id together). */
  readonly id: string;
  /** A deed without an id of its own (a press on a DingTalk card): done again it has the same. Seen if something came of it, else for some seconds. */
  readonly sharesId?: boolean;
  /** `click`: a button was pressed, `text` is what the button says. `entered`: the one-to-one chat was opened. */
  readonly kind: 'message' | 'click' | 'entered';
  readonly chatKind: ChatKind;
  /** The platform's id of the conversation; in a one-to-one chat the sender's id. */
  readonly chatId: string;
  /** The platform's id of the sender; empty where the platform does not name one (outsiders). */
  readonly senderId: string;
  /** As typed, the bot's own mention taken out by the platform where it knows the bot's name. */
  readonly text: string;
  /** A film, a file, a sticker, speech that was not recognised: nothing in it can be read. Absent: there are words or pictures, or nothing at all. */
  readonly isUnreadable?: boolean;
  readonly mentionsBot: boolean;
  /** Platform ids of other people mentioned, where the platform tells them. */
  readonly mentionedIds: readonly string[];
  readonly pictures: readonly PictureRef[];
  readonly quote: Quote | null;
  readonly sentAt: Date;
  readonly reply: ReplyRoute | null;
}

/** A person who is to be notified. `personId` is the platform's id; `text` of the message shows `@name`. */
export interface Mention {
  readonly personId: string;
  readonly name: string;
}

/** A button on a card. Pressing it is the same as typing `says`. */
export interface Button {
  readonly label: string;
  readonly says: string;
}

/** A picture or paper that goes along; its bytes are asked for by content hash. */
export interface Attachment {
  readonly kind: 'picture' | 'file';
  readonly name: string;
  readonly hash: string;
}

/** `groupId` is the directory's id of a paired group; `chatId` the platform's id, where it is known. */
export type Address =
  | { readonly kind: 'group'; readonly groupId: string | null; readonly chatId: string | null }
  | { readonly kind: 'single'; readonly personId: string };

export interface Outgoing {
  /** The outbox row's id: the idempotency key where the platform takes one. */
  readonly id: string;
  readonly platform: PlatformName;
  readonly to: Address;
  /** Plain text, as a person reads it; lines separated by \n. Nothing in it is markup. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly buttons: readonly Button[];
  readonly attachments: readonly Attachment[];
  /** The direct way to answer the message that caused this one. */
  readonly reply: ReplyRoute | null;
  /** The platform's id of the message this one answers. */
  readonly answers: string | null;
}

export interface WebhookRequest {
  readonly method: string;
  readonly path: string;
  /** The query exactly as it stood in the request line, without the question mark. */
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What goes into the 200. `carriesAnswer`: the answer travels in it, so the outbox need not send it once the response is out. */
export interface Acknowledgement {
  readonly body: string;
  readonly contentType: string;
  readonly carriesAnswer: boolean;
}

/** What a platform makes of a request. It never throws for what a stranger sends. */
export type Received =
  | { readonly kind: 'handshake'; readonly body: string }
  | {
      readonly kind: 'message';
      readonly incoming: Incoming;
      /** When the vendor began this delivery, by its own clock, where it says so: a retry has a moment of its own. */
      readonly deliveredAt?: Date | undefined;
      acknowledge(answer: Outgoing | null): Acknowledgement;
    }
  | { readonly kind: 'ignored'; readonly reason: string; readonly acknowledgement: Acknowledgement }
  | {
      readonly kind: 'refused';
      readonly status: 400 | 401;
      readonly reason: string;
      /** It is refused for its age alone: where this message was handled before, that is acknowledged and nothing else happens. */
      readonly unlessSeen?: { readonly id: string; readonly acknowledgement: Acknowledgement };
    };

/** Hands a message to the bot; resolves after the commit. `answer` is null where there is none or the message had been seen before. */
export type Deliver = (incoming: Incoming) => Promise<{ answer: Outgoing | null }>;

/**
 * How far a message of several parts is out, kept in its row so that a restart goes on there. A message of one part needs none of it:
 * that it is under way is known already.
 */
export interface PartsOut {
  /** What `out` was told last, perhaps before a restart; null: no part is out. */
  readonly note: string | null;
  /** A part is out and another follows. Resolves when the note is written down. */
  out(note: string): Promise<void>;
  /** A part that is not the first leaves now: until `out` nobody could tell what became of it. */
  leaving(): Promise<void>;
}

export interface Platform {
  readonly name: PlatformName;
  /** True where sending the same id again has no second effect: then an interrupted delivery may be repeated. */
  readonly sendsOnce?: boolean;
  /** One request of the vendor, verified and decoded. Absent on platforms that have only a socket. */
  receive?(request: WebhookRequest): Received;
  /**
   * Fills in what only the network knows (a sender whose id the vendor encrypted), before the message goes to the bot. Takes three
   * seconds at most and never throws: where it fails, the message comes back as it was. Doors with a socket do it themselves.
   */
  complete?(incoming: Incoming): Promise<Incoming>;
  /**
   * One attempt to deliver, after the parts that `partsOut` names. Throws DeliveryError; anything else thrown is a fault of ours and
   * counts as unknown.
   */
  send(message: Outgoing, partsOut?: PartsOut): Promise<void>;
  /** The picture's original bytes. Throws DeliveryError: `later` may be tried again, `refused` is final (expired, too large). */
  fetchPicture(ref: string): Promise<Buffer>;
  /** Whether a message to this address can be sent now or later at all (no one-to-one channel, no group webhook: false). */
  canReach(to: Address, needsMention: boolean): boolean;
  /** Whether a picture or file can go along to this address; absent: wherever messages lead. */
  canAttach?(to: Address): boolean;
  /** Opens what has to be kept open (sockets); resolves when the first attempt is under way, not when it succeeded. */
  start?(deliver: Deliver): Promise<void>;
  stop?(): Promise<void>;
  /** For /healthz and the log: one line in Chinese about the connection, without secrets. */
  health?(): string;
  /** What the office ought to see to before it hurts (an allowance that runs out): a line in Chinese each, for its morning line. */
  concerns?(): readonly string[];
}

/** The least that has to pass before the next try, in milliseconds; or the exact wait. */
export type Wait = number | { readonly exactMs: number };

/**
 * Why a delivery did not happen. `refused`: the platform said no, for good. `later`: try again after `retryAfterMs`, where
 * `isExact` says that this wait alone counts: the platform named it, or asking again costs nobody anything. Otherwise it is the least
 * that has to pass, and who tries again and again waits longer each time. `unknown`: it may or may not have arrived, so it is shown to people and not sent again.
 * `message` is Chinese that an administrator can act on, without secrets.
 */
export class DeliveryError extends Error {
  readonly outcome: 'refused' | 'later' | 'unknown';
  readonly retryAfterMs: number;
  readonly isExact: boolean;

  constructor(outcome: 'refused' | 'later' | 'unknown', message: string, wait: Wait = 0) {
    super(message);
    this.name = 'DeliveryError';
    this.outcome = outcome;
    this.isExact = typeof wait !== 'number';
    this.retryAfterMs = typeof wait === 'number' ? wait : wait.exactMs;
  }
}
