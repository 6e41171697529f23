/** Columns of requests on problems and of absences. */
import type { Generated } from 'kysely';

export interface RequestColumns {
  seq: Generated<number>;
  id: string;
  issue_no: number;
  round: number;
  kind: string;
  state: string;
  unit: string;
  requested_by: string;
  requested_at: string;
  reason: string;
  /** What only one kind of request has. */
  particulars: string;
  decided_by: string | null;
  decided_at: string | null;
  decision_note: string | null;
}

export interface AbsenceColumns {
  seq: Generated<number>;
  id: string;
  person: string;
  deputy: string;
  from_day: string;
  to_day: string;
  announced_by: string;
  announced_at: string;
  message_id: string | null;
  ended_at: string | null;
}
