/** A message that goes out, as a row. */
import type { Selectable } from 'kysely';
import type { Address, Attachment, Button, Mention, PlatformName } from '../src/chat.ts';
import { toDate, toText } from './columns.ts';
import type { OutboxColumns } from './schema-messages.ts';
import type { OutboxKind, OutboxRow, OutboxState, OutboxStore } from './store.ts';

export function toOutboxValues(row: Parameters<OutboxStore['add']>[0]): Omit<OutboxColumns, 'seq' | 'id'> {
  const { conversation, kind, platform, text, answers, reply } = row;
  return {
    conversation,
    kind,
    platform,
    text,
    answers,
    address: JSON.stringify(row.to),
    mentions: JSON.stringify(row.mentions),
    buttons: JSON.stringify(row.buttons),
    attachments: JSON.stringify(row.attachments),
    reply: reply && JSON.stringify(reply),
    due_at: toText(row.dueAt),
    created_at: toText(row.createdAt),
    state: 'waiting',
    attempts: 0,
    lease_owner: null,
    lease_until: null,
    settled_at: null,
    failure: null,
    parts_out: null,
    part_leaving: 0,
    carried_by: null,
    carried_at: null,
  };
}

/** Written by toOutboxValues alone. */
export const toAddress = (column: string): Address => JSON.parse(column) as Address;

export function toOutboxRow(row: Selectable<OutboxColumns>): OutboxRow {
  const reply = row.reply === null ? null : (JSON.parse(row.reply) as { route: string; expiresAt: string });
  return {
    id: row.id,
    conversation: row.conversation,
    // Kind, platform and state are written by toOutboxValues and the outbox alone.
    kind: row.kind as OutboxKind,
    platform: row.platform as PlatformName,
    to: toAddress(row.address),
    text: row.text,
    mentions: JSON.parse(row.mentions) as Mention[],
    buttons: JSON.parse(row.buttons) as Button[],
    attachments: JSON.parse(row.attachments) as Attachment[],
    reply: reply && { route: reply.route, expiresAt: toDate(reply.expiresAt) },
    answers: row.answers,
    dueAt: toDate(row.due_at),
    createdAt: toDate(row.created_at),
    state: row.state as OutboxState,
    attempts: row.attempts,
    // An outcome clears the lease: one that is still there was never followed by an outcome. Between two parts nothing is uncertain.
    interrupted: row.lease_until !== null && (row.parts_out === null || row.part_leaving !== 0),
    partsOut: row.parts_out,
    sentAt: row.state === 'sent' && row.settled_at !== null ? toDate(row.settled_at) : null,
    failure: row.failure,
  };
}
