/** Columns of works, of bulletins with what a numbered one has beside, and of what is remembered of photos. */
import type { Generated } from 'kysely';

export interface WorkColumns {
  seq: Generated<number>;
  id: string;
  kind: string;
  args: string;
  told: string | null;
  state: string;
  attempts: number;
  due_at: string;
  created_at: string;
  told_at: string | null;
  lease_owner: string | null;
  lease_until: string | null;
  settled_at: string | null;
  failure: string | null;
}

/** The daily bulletin has only the first ones; `state` is set where it is a numbered one. */
export interface BulletinColumns {
  seq: Generated<number>;
  id: string;
  kind: string;
  group_id: string | null;
  as_of: string;
  text: string;
  issue_nos: string;
  figures: string;
  state: string | null;
  model: string | null;
  drafted_by: string | null;
  drafted_at: string | null;
  draft_no: number | null;
  /** 0 where numbers run through: the database takes two nulls for different. */
  year: number | null;
  no: number | null;
  signed_by: string | null;
  signed_at: string | null;
  discarded_at: string | null;
  corrects: string | null;
}

export interface PublishingSchema {
  works: WorkColumns;
  photo_hashes: { hash: string; fingerprint: string };
  photo_hints: PhotoHintColumns;
}

export interface PhotoHintColumns {
  seq: Generated<number>;
  picture_id: string;
  issue_no: number;
  round: number;
  kind: string;
  text: string;
  at: string;
}
