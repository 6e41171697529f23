/**
 * The tables as they stand after all migrations. Columns are snake_case; the file of each table is where they become our names.
 * Instants are ISO text in UTC of one length (so that they sort as text), days `2026-11-22`, flags 0/1, lists and objects JSON text.
 */
import type { Generated } from 'kysely';
import type { InboxColumns, OutboxColumns, SimulatorMessageColumns } from './schema-messages.ts';
import type { BesideSchema } from './schema-beside.ts';
import type { ImportsSchema } from './schema-imports.ts';
import type { PressureSchema } from './schema-pressure.ts';
import type { BulletinColumns, PublishingSchema } from './schema-publishing.ts';
import type { AbsenceColumns, RequestColumns } from './schema-requests.ts';

export interface Schema extends BesideSchema, ImportsSchema, PressureSchema, PublishingSchema {
  issues: IssueColumns;
  issue_units: IssueUnitColumns;
  issue_records: IssueRecordColumns;
  issue_photos: IssuePhotoColumns;
  pictures: PictureColumns;
  loose_pictures: LoosePictureColumns;
  drafts: DraftColumns;
  requests: RequestColumns;
  absences: AbsenceColumns;
  tasks: TaskColumns;
  task_units: TaskUnitColumns;
  task_records: TaskRecordColumns;
  inbox: InboxColumns;
  outbox: OutboxColumns;
  mentions: { person: string; day: string; count: number };
  bindings: { platform: string; chat_id: string; group_id: string; bound_by: string; bound_at: string };
  binding_codes: BindingCodeColumns;
  job_runs: { job: string; moment: string; begun_at: string };
  bulletins: BulletinColumns;
  simulator_messages: SimulatorMessageColumns;
  counters: { name: string; value: number };
  leases: { name: string; owner: string; until: string };
  quota: { name: string; period: string; count: number };
}

export interface IssueColumns {
  no: number;
  /** One more with each save: the guard against lost updates. */
  version: number;
  /** When the latest record was written: rows not changed since T need no look into the record. */
  changed_at: string;
  state: string;
  round: number;
  location: string;
  site: string | null;
  category: string;
  description: string;
  source: string;
  origin: string | null;
  urgent: number;
  chronic: number;
  owner: string | null;
  logged_by: string;
  team: string | null;
  group_id: string | null;
  logged_at: string;
  dispatched_at: string | null;
  deadline: string | null;
  return_deadline: string | null;
  stood_still_ms: number;
  claimed_at: string | null;
  reported_at: string | null;
  reported_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  fixed_on_spot: number;
  return_count: number;
  rebound_count: number;
  extension_count: number;
  designated: number;
  appealed_by: string;
  suspension: string | null;
  merged_into: number | null;
}

/** 责任单位 (lead) and 协办单位 (co), in the order they were named. */
export interface IssueUnitColumns {
  issue_no: number;
  role: 'lead' | 'co';
  unit: string;
  position: number;
}

export interface IssueRecordColumns {
  seq: Generated<number>;
  issue_no: number;
  at: string;
  step: string;
  person: string;
  group_id: string | null;
  message_id: string | null;
  before: string | null;
  after: string;
  note: string | null;
}

export interface IssuePhotoColumns {
  issue_no: number;
  round: number;
  kind: string;
  picture_id: string;
}

export interface PictureColumns {
  seq: Generated<number>;
  id: string;
  platform: string;
  ref: string;
  sent_by: string;
  sent_at: string;
  state: string;
  hash: string | null;
  type: string | null;
  bytes: number | null;
  failure: string | null;
  attempts: number;
  next_attempt_at: string | null;
}

export interface DraftColumns {
  seq: Generated<number>;
  id: string;
  kind: string;
  person: string;
  conversation: string;
  command: string;
  args: string;
  missing: string;
  question: string;
  picture_ids: string;
  created_at: string;
  expires_at: string;
  closed_at: string | null;
  outcome: string | null;
}

export interface TaskColumns {
  no: number;
  origin: string;
  title: string;
  standard: string | null;
  leader: string | null;
  section: string | null;
  owner: string | null;
  deadline: string | null;
  percent: number;
  state: string;
  claimed_by: string;
  created_by: string;
  created_at: string;
  last_report_at: string | null;
  last_report: string | null;
  difficulty: string | null;
  indicator: string | null;
}

export interface TaskUnitColumns {
  task_no: number;
  role: 'lead' | 'co';
  unit: string;
  position: number;
}

export interface TaskRecordColumns {
  seq: Generated<number>;
  task_no: number;
  at: string;
  step: string;
  person: string;
  unit: string | null;
  message_id: string | null;
  percent: number | null;
  note: string | null;
  difficulty: string | null;
}

export interface LoosePictureColumns {
  seq: Generated<number>;
  picture_id: string;
  person: string;
  conversation: string;
  sent_at: string;
  taken_at: string | null;
}

export interface BindingCodeColumns {
  code: string;
  platform: string;
  group_id: string;
  offered_by: string;
  expires_at: string;
  used_at: string | null;
}
