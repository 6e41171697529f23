/** 指令: what people may say. The path of a command's file is its id; `defineCommand` is the identity with a type. */
import type { ChatKind, PlatformName, Button } from '../chat.ts';
import type { Directory } from '../domain/city.ts';
import type { Person, Role } from '../domain/directory.ts';
import type { Settings } from '../domain/settings.ts';
import type { Said } from '../reading/said.ts';
import type { Store } from '../../storage/store.ts';

/** What the reading of every command may carry: what must be asked for, and whether a yes is wanted first (corpus README). */
export interface Held {
  readonly missing?: readonly string[];
  readonly needsConfirm?: boolean;
}

/** The conversation a message came from, and where its answer goes. */
export interface Conversation {
  /** Key under which order holds and drafts are kept. */
  readonly key: string;
  readonly platform: PlatformName;
  readonly chatKind: ChatKind;
  /** Directory id of the paired group; null in one-to-one. */
  readonly groupId: string | null;
  /** The platform's own id of it; in one-to-one the person's. */
  readonly chatId: string;
}

export interface RunContext<Args> {
  readonly args: Args;
  readonly said: Said;
  /** From the directory, never from the message. */
  readonly by: Person;
  readonly at: Date;
  readonly conversation: Conversation;
  readonly messageId: string;
  /** Ids of the pictures that came with the message or with what it quotes. */
  readonly pictureIds: readonly string[];
  /** Those of them that stand in the quoted message: somebody showed them before. */
  readonly quotedPictureIds: readonly string[];
  readonly store: Store;
  readonly directory: Directory;
  readonly settings: Settings;
  /** The person said yes to this very reading (draft.confirm). */
  readonly confirmed: boolean;
  /** All commands there are, for 帮助. */
  readonly commands: readonly Command<object>[];
  /** Signed link to a problem's page; null where pages are not configured. */
  readonly link: (issueNo: number) => string | null;
  /** Runs another command in the same transaction: how draft.confirm and draft.fill go on. Rights are checked again. */
  runOther(id: string, args: object, options: { confirmed: boolean; pictureIds: readonly string[] }): Promise<Answer>;
}

/** To a citizen; `personId` is the platform's id of the chat he wrote in. */
export interface Letter {
  readonly platform: PlatformName;
  readonly personId: string;
  readonly text: string;
}

/** One-to-one to a person of the directory. */
export interface Notice {
  readonly to: string;
  readonly text: string;
  /** A paper of the ladder that is served by it. */
  readonly paperId?: string | undefined;
  /** 催办, 考核, 任务: it presses, and nobody waits for it; on a rest day it is not sent (domain §13.2). */
  readonly presses?: boolean;
}

/** What the bot says back, in the same conversation. */
export interface Answer {
  /** Chinese, plain text (domain §12, §13). */
  readonly text: string;
  /** A question or a refusal: nothing has been done yet. */
  readonly isNothingDone?: boolean;
  /** Names of people to be notified; the bot takes the tags from their daily budget and writes the others without one. */
  readonly notify?: readonly string[];
  readonly buttons?: readonly Button[];
  /** Messages to others caused by this one, each one-to-one to a person. */
  readonly notices?: readonly Notice[];
  /** Messages to citizens, who are not in the directory: one-to-one, by the platform's own id. */
  readonly letters?: readonly Letter[];
  /** Messages to groups of the directory on the same platform, by the group's own address: only its members read them. */
  readonly posts?: readonly { readonly groupId: string; readonly text: string }[];
}

export interface Command<Args extends object> {
  readonly id: string;
  /** One line of 帮助. */
  readonly summary: string;
  /** Shown by 帮助, and tests: each is read by this command alone. Numbers are those of the examples' issues. */
  readonly examples: readonly string[];
  /** The coarse right, by role; the fine one is the domain's. `everyone`: all of the directory. `anyone`: citizens too. */
  readonly allow: readonly Role[] | 'everyone' | 'anyone';
  /** Who has not got the right is told this: why, and what can be typed instead; `{no}` stands for the number asked about. */
  readonly instead?: string;
  /** Pictures that the person has sent without words within two minutes before belong to it (domain §14). */
  readonly takesPictures?: boolean;
  /** Pure and narrow: the arguments, or undefined when this is not meant. In doubt undefined. Keys as the corpus README has them. */
  read(said: Said): (Args & Held) | undefined;
  /** Throws Refusal. Absent while the action is not available yet. */
  run?(context: RunContext<Args & Held>): Promise<Answer>;
}

export function defineCommand<Args extends object>(command: Command<Args>): Command<Args> {
  return command;
}
