/** Columns of what stands beside problems: citizens' messages, material, the journal of field work. */
import type { Generated } from 'kysely';

export interface CitizenMessageColumns {
  no: number;
  channel: string;
  text: string;
  location: string | null;
  site: string | null;
  category: string | null;
  units: string;
  issue_no: number | null;
  first_no: number | null;
  state: string;
  round: number;
  received_at: string;
  registered_by: string | null;
  answered_at: string | null;
  answered_by: string | null;
  answer: string | null;
  closed_at: string | null;
  asked_at: string | null;
  satisfied: number | null;
}

export interface CitizenRecordColumns {
  seq: Generated<number>;
  message_no: number;
  at: string;
  step: string;
  person: string;
  message_id: string | null;
  note: string | null;
}

/** The only place where a citizen can be called back from. */
export interface CitizenContactColumns {
  message_no: number;
  platform: string | null;
  person_id: string | null;
  phone: string | null;
}

export interface MaterialColumns {
  indicator: string;
  unit: string;
  title: string | null;
  deadline: string | null;
  state: string;
  picture_ids: string;
  note: string | null;
  submitted_by: string | null;
  submitted_at: string | null;
  reviewed_by: string | null;
  reviewed_at: string | null;
  return_reason: string | null;
  return_count: number;
}

export interface MaterialRecordColumns {
  seq: Generated<number>;
  indicator: string;
  unit: string;
  at: string;
  step: string;
  person: string;
  message_id: string | null;
  picture_ids: string;
  note: string | null;
  points: number;
}

export interface JournalColumns {
  seq: Generated<number>;
  kind: string;
  at: string;
  person: string;
  message_id: string | null;
  entry: string;
}

export interface BesideSchema {
  citizen_messages: CitizenMessageColumns;
  citizen_records: CitizenRecordColumns;
  citizen_contacts: CitizenContactColumns;
  materials: MaterialColumns;
  material_records: MaterialRecordColumns;
  journal: JournalColumns;
}
