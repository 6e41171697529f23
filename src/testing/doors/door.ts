/** One door of a vendor, as a test sees it: people speak and press on one side, what reaches them is read on the other. */
import type { Button, PlatformName } from '../../chat.ts';
import type { DoorFault } from './faults.ts';

export const DOOR_NAMES = ['wecom-url', 'wecom-socket', 'dingtalk-http', 'dingtalk-stream'] as const;
export type DoorName = (typeof DOOR_NAMES)[number];

export interface Spoken {
  readonly text?: string;
  readonly pictures?: readonly Buffer[];
  readonly quote?: { readonly text?: string; readonly pictures?: readonly Buffer[] };
  /** Directory id of the group whose conversation it is said in; null: one-to-one. Default `city`. */
  readonly group?: string | null;
}

/** Something a person did, ready to be delivered as often as the vendor likes. */
export interface Delivery {
  /** Under which the house knows it. */
  readonly id: string;
  /** One delivery by the vendor. False where the house did not take it and the vendor keeps it. */
  send(): Promise<boolean>;
}

/** A message as its readers have it. */
export interface Shown {
  readonly text: string;
  /** Names of those who were notified. */
  readonly tagged: readonly string[];
}

export type Where = { readonly group: string } | { readonly person: string };

export interface Door {
  readonly name: DoorName;
  readonly platform: Exclude<PlatformName, 'simulator'>;
  /** Whether messages bring cards whose buttons come back. */
  readonly hasButtons: boolean;
  /** What goes into the environment of the house. */
  readonly env: Readonly<Record<string, string>>;
  /** What goes into the settings file, by dotted key. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The vendor's id of a group's conversation. */
  chatOf(groupId: string): string;
  /** What stands in the directory for a group; with `paired` false only its webhook. */
  addressOf(groupId: string, paired: boolean): object;
  join(groupId: string, names: readonly string[]): void;
  /** The house listens here. */
  open(url: string): void;
  /** The house can hear; doors over HTTP always. */
  isUp(): boolean;
  says(name: string, spoken: Spoken): Delivery;
  /** Presses the button with these words on the newest card there that has it; throws where none has. */
  presses(name: string, says: string, group: string | null): Delivery;
  /** A signed payload as it would come from the vendor, whatever is in it. */
  raw(payload: object): Promise<boolean>;
  /** Messages of the bot in a conversation, in order: a directory id of a group, or a person's name. Pictures and files apart. */
  shown(where: Where): Shown[];
  /** Pictures and files of the bot in a conversation, in order. */
  attachments(where: Where): ('picture' | 'file')[];
  /** Buttons of the newest card of a group. */
  buttons(group: string): Button[];
  /** Pushes again what was never acknowledged; gives its number. */
  redeliver(): number;
  /** Asked on every call of the house to the vendor. */
  setChance(chance: (() => DoorFault | undefined) | undefined): void;
  stop(): Promise<void>;
}
