/** The tables of what is said: in, out, and in the simulator. Part of `schema.ts`. */
import type { Generated } from 'kysely';

export interface InboxColumns {
  platform: string;
  id: string;
  conversation: string;
  sender: string;
  text: string;
  quote_id: string | null;
  sent_at: string;
  received_at: string;
}

export interface OutboxColumns {
  seq: Generated<number>;
  id: string;
  conversation: string;
  kind: string;
  platform: string;
  address: string;
  text: string;
  mentions: string;
  buttons: string;
  attachments: string;
  reply: string | null;
  answers: string | null;
  due_at: string;
  created_at: string;
  state: string;
  attempts: number;
  lease_owner: string | null;
  lease_until: string | null;
  settled_at: string | null;
  failure: string | null;
  parts_out: string | null;
  /** 1 while a part that is not the first is under way. */
  part_leaving: number;
  carried_by: string | null;
  carried_at: string | null;
}

export interface SimulatorMessageColumns {
  seq: Generated<number>;
  id: string;
  at: string;
  chat_kind: string;
  group_id: string | null;
  person: string | null;
  sender: string;
  text: string;
  mentions: string;
  images: string;
  quote: string | null;
  buttons: string;
}
