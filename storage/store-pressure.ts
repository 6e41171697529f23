/** What may be asked of the tables of pressure and visits (domain §7, §8, §10, §13); part of `Store`. */
import type { Attachment } from '../src/chat.ts';
import type { InspectionSwitch } from '../src/domain/inspection-period.ts';
import type { Paper, PaperService, PaperState } from '../src/domain/paper.ts';
import type { ScoreNote } from '../src/domain/score-note.ts';
import type { Visit } from '../src/domain/visit.ts';
import type { Journal } from './store-beside.ts';

/** All given conditions hold together. Oldest first. */
export interface PaperFilter {
  readonly state?: PaperState;
  readonly issueNos?: readonly number[];
  readonly unit?: string;
  readonly word?: string;
  readonly no?: number;
  readonly year?: number;
  /** Issued in [from, to). */
  readonly signedFrom?: Date;
  readonly signedTo?: Date;
}

export interface PaperStore {
  /** Gives the id. Throws where the step was drafted before for this unit, problem and round. */
  add(paper: Omit<Paper, 'id'>): Promise<string>;
  list(filter: PaperFilter): Promise<Paper[]>;
  /** Issues or discards a draft. Throws when it is one no more: somebody was faster. */
  settle(paper: Paper): Promise<void>;
  /** Adds what headquarters says, once. Throws when it is not issued, or has been answered. */
  decide(paper: Pick<Paper, 'id' | 'note'>): Promise<void>;
  /** Remembers by which message it was served on a person. */
  serve(id: string, person: string, message: { readonly outboxId: string; readonly at: Date }): Promise<void>;
  /** In the order of sending; delivery is what the outbox knows of it now. */
  services(id: string): Promise<PaperService[]>;
  /** The person has read it; the first time counts. */
  read(id: string, person: string, at: Date): Promise<void>;
}

/** A one-to-one message that waits for the morning. */
export interface HeldNotice {
  readonly id: string;
  readonly person: string;
  /** With dates instead of 今天 and 明天. */
  readonly text: string;
  readonly paperId: string | null;
  readonly attachments: readonly Attachment[];
  /** Where it only presses: it is dropped when none of them is open any more. */
  readonly issueNos: readonly number[];
  readonly heldAt: Date;
  readonly dueAt: Date;
}

export interface HeldNoticeStore {
  add(notice: Omit<HeldNotice, 'id'>): Promise<void>;
  /** Not settled and due at `at`, oldest first. */
  due(at: Date): Promise<HeldNotice[]>;
  /** Posted or dropped. */
  settle(id: string, at: Date): Promise<void>;
}

export interface PressureStore {
  readonly papers: PaperStore;
  readonly heldNotices: HeldNoticeStore;
  readonly scoreNotes: Journal<ScoreNote>;
  readonly visits: Journal<Visit>;
  readonly inspectionSwitches: Journal<InspectionSwitch>;
}
