/** What may be asked of the tables of works, numbered bulletins and photo checks (domain §5, §12, §13); part of `Store`. */
import type { IssuePhoto } from '../src/domain/issue.ts';
import type { Publication, PublicationKind } from '../src/domain/publication.ts';

/** Something heavy to be made after the commit: a document, a sheet, a picture. What it is made from stands in the database. */
export interface Work {
  readonly id: string;
  /** Which of the workroom's kinds makes it. */
  readonly kind: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Name of the person who waits for it, to be told when it takes long; null: nobody asked. */
  readonly told: string | null;
  /** How often it was taken and failed, or is in hand. */
  readonly attempts: number;
  /** Not before this moment. */
  readonly dueAt: Date;
  readonly createdAt: Date;
  /** Of the last attempt. */
  readonly failure: string | null;
}

export interface WorkStore {
  /** Gives the id. */
  add(work: Pick<Work, 'kind' | 'args' | 'told' | 'dueAt' | 'createdAt'>): Promise<string>;
  /** Waiting, due and in nobody's hands at `at`, oldest first. */
  due(at: Date, limit: number): Promise<Work[]>;
  /** Takes it until `until`; false when someone else has it or it is settled. */
  claim(id: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** Prolongs the hold on works in hand. */
  renew(owner: string, until: Date): Promise<void>;
  /** Done; false when it is not the owner's any more: then nothing of what came out may be posted. */
  done(id: string, owner: string, at: Date): Promise<boolean>;
  /** After a fault: to be tried again at `dueAt`. */
  later(id: string, owner: string, dueAt: Date, failure: string): Promise<void>;
  /** To be looked at again at `dueAt`; nothing was wrong, so the attempt does not count. */
  waits(id: string, owner: string, dueAt: Date): Promise<void>;
  /** Given up; false when it is not the owner's any more. */
  failed(id: string, owner: string, failure: string, at: Date): Promise<boolean>;
  /** Not settled, created before `before`, due by then, and whoever waits has not been told: at most 20. */
  slow(before: Date): Promise<Work[]>;
  /** False when someone told already, or it is settled. */
  told(id: string, at: Date): Promise<boolean>;
  /** When the next waiting one becomes due; undefined when none waits. */
  nextDueAt(): Promise<Date | undefined>;
}

export interface PublicationFilter {
  readonly id?: string;
  readonly kind?: PublicationKind;
  readonly state?: Publication['state'];
  readonly draftNo?: number;
  readonly no?: number;
  readonly year?: number;
}

export interface PublicationStore {
  /** Gives the id. */
  add(publication: Omit<Publication, 'id'>): Promise<string>;
  /** All given conditions hold together. Newest first. */
  list(filter: PublicationFilter): Promise<Publication[]>;
  /** Writes a draft, or settles it. Throws when it is one no more: a published paper is never changed. */
  save(publication: Publication): Promise<void>;
}

/** A photo of a problem whose fingerprint is known. */
export interface PrintedPhoto extends Pick<IssuePhoto, 'issueNo' | 'round' | 'kind' | 'pictureId'> {
  readonly hash: string;
  readonly fingerprint: string;
}

/** 照片提示: what was noticed about a photo; people decide. */
export interface PhotoHintRow {
  readonly pictureId: string;
  readonly issueNo: number;
  readonly round: number;
  readonly kind: string;
  /** For the verifier. */
  readonly text: string;
  readonly at: Date;
}

export interface PhotoCheckStore {
  /** Remembers what a photo of that content looks like; '' where nothing can be told. */
  remember(hash: string, fingerprint: string): Promise<void>;
  /** Content hashes among the given that are not known yet. */
  unknown(hashes: readonly string[]): Promise<string[]>;
  /** Content hashes of photos of problems that are not known yet, the newest first. */
  unprinted(limit: number): Promise<string[]>;
  /** All photos of problems that can be compared. */
  all(): Promise<PrintedPhoto[]>;
  /** The same hint a second time changes nothing. */
  addHint(hint: PhotoHintRow): Promise<void>;
  /** Oldest first. */
  hintsOf(issueNo: number): Promise<PhotoHintRow[]>;
}

export interface PublishingStore {
  readonly works: WorkStore;
  readonly publications: PublicationStore;
  readonly photoChecks: PhotoCheckStore;
}
