/** What a kind of work is: reads what it needs, has the workshop make it, and says in one transaction what comes of it. */
import type { Attachment } from '../chat.ts';
import type { Directory } from '../domain/city.ts';
import type { Settings } from '../domain/settings.ts';
import type { Workshop } from '../papers/workshop.ts';
import type { Postbox } from '../postbox.ts';
import type { Store, Work } from '../../storage/store.ts';

export interface WorkContext {
  readonly work: Work;
  /** Outside any transaction: for reading only. */
  readonly store: Store;
  readonly directory: Directory;
  /** Those in force as of T. */
  readonly settings: Settings;
  readonly workshop: Pick<Workshop, 'run'>;
  readonly postbox: Postbox;
  readonly files: WorkFiles;
  readonly at: Date;
  /** One line for the operator. */
  readonly log: (line: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** The store of files as works need it. */
export interface WorkFiles {
  put(bytes: Buffer): Promise<string>;
  pathOf(hash: string): string;
  sizeOf(hash: string): Promise<number>;
}

/** What was made is posted in the transaction that marks the work done; so it is posted once. */
export interface Made {
  settle(store: Store, at: Date): Promise<void>;
}

export interface WorkKind {
  readonly kind: string;
  /** What is being made, as people call it: 问题台账. */
  name(work: Work): string;
  /** `waitMs`: something it needs is not there yet; null: there is nothing to be made. Throws: tried again, then given up. */
  make(context: WorkContext): Promise<Made | { readonly waitMs: number } | null>;
  /** In the transaction that gives it up. */
  giveUp?(store: Store, context: WorkContext): Promise<void>;
}

/** Keeps the bytes under a name. */
export async function keptFile(
  files: WorkFiles,
  { kind, name, bytes }: { readonly kind: Attachment['kind']; readonly name: string; readonly bytes: Uint8Array },
): Promise<Attachment> {
  return { kind, name, hash: await files.put(Buffer.from(bytes)) };
}

/** T of what is made: the moment its figures are of, which is when it was asked for where the work names no other. */
export const asOf = (work: Work): Date => {
  const named = Date.parse(textOf(work, 'asOf'));
  return Number.isNaN(named) ? work.createdAt : new Date(named);
};

/** A text among the arguments of a work; '' where there is none. */
export function textOf(work: Work, key: string): string {
  const value = work.args[key];
  return typeof value === 'string' ? value : '';
}

/** Texts among the arguments of a work. */
export function textsOf(work: Work, key: string): readonly string[] {
  const value = work.args[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Numbers among the arguments of a work. */
export function numbersOf(work: Work, key: string): readonly number[] {
  const value = work.args[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}
