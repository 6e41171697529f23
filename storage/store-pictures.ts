/** What may be asked of the pictures that people send; part of `Store`. */
import type { PlatformName } from '../src/chat.ts';
import type { IssuePhoto } from '../src/domain/issue.ts';

/** A picture somebody sent: known at once, fetched later by a job, kept by content hash. */
export interface Picture {
  readonly id: string;
  readonly platform: PlatformName;
  readonly ref: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly state: 'waiting' | 'kept' | 'failed';
  readonly hash: string | null;
  readonly type: string | null;
  readonly bytes: number | null;
  readonly failure: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
}

export interface PictureStore {
  add(picture: Pick<Picture, 'platform' | 'ref' | 'sentBy' | 'sentAt'>): Promise<string>;
  /** Waiting and due at `at`, oldest first. */
  due(at: Date, limit: number): Promise<Picture[]>;
  kept(id: string, file: { hash: string; type: string; bytes: number }): Promise<void>;
  failed(id: string, failure: string, retryAt: Date | null): Promise<void>;
  get(id: string): Promise<Picture | undefined>;
  attach(photo: Omit<IssuePhoto, 'hash' | 'sentAt'>): Promise<void>;
  ofIssue(no: number): Promise<IssuePhoto[]>;
  /** Sent without words: nobody knows yet what it belongs to. */
  setLoose(id: string, from: LooseSender, at: Date): Promise<void>;
  /** Those the person has sent here since then and that belong to nothing yet, oldest first. */
  loose(from: LooseSender, since: Date): Promise<string[]>;
  /** They belong to something now. */
  takeLoose(ids: readonly string[], at: Date): Promise<void>;
}

export interface LooseSender {
  readonly person: string;
  readonly conversation: string;
}
