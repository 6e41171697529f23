/** Columns of the ladder's papers and their service. */
import type { Generated } from 'kysely';

export interface PaperColumns {
  seq: Generated<number>;
  id: string;
  step: string;
  kind: string;
  title: string;
  word: string;
  year: number;
  no: number;
  state: string;
  issue_no: number;
  round: number;
  unit: string;
  recipient: string;
  points: number;
  model: string;
  drafted_by: string | null;
  drafted_at: string;
  signed_by: string | null;
  signed_at: string | null;
  discarded_by: string | null;
  discarded_at: string | null;
  note: string | null;
}

export interface PaperServiceColumns {
  seq: Generated<number>;
  paper_id: string;
  person: string;
  outbox_id: string;
  sent_at: string;
  read_at: string | null;
}

export interface HeldNoticeColumns {
  seq: Generated<number>;
  id: string;
  person: string;
  text: string;
  paper_id: string | null;
  attachments: string;
  issue_nos: string;
  held_at: string;
  due_at: string;
  settled_at: string | null;
}

export interface PressureSchema {
  papers: PaperColumns;
  paper_services: PaperServiceColumns;
  held_notices: HeldNoticeColumns;
}
