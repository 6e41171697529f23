/** What may be asked of the tables beside problems (domain §11); part of `Store`. */
import type { PlatformName } from '../src/chat.ts';
import type { CitizenMessage, CitizenRecord } from '../src/domain/citizen.ts';
import type { DutyCheck } from '../src/domain/duty.ts';
import type { ExamScore } from '../src/domain/exam.ts';
import type { Material, MaterialRecord } from '../src/domain/material.ts';
import type { Outreach, Satisfaction } from '../src/domain/outreach.ts';
import type { WorkInfo } from '../src/domain/work-info.ts';

/** 联系方式 of who sent a message: kept apart, asked for only where the case is handled. */
export interface CitizenContact {
  readonly platform: PlatformName | null;
  readonly personId: string | null;
  readonly phone: string | null;
}

export interface CitizenFilter {
  readonly nos?: readonly number[];
  readonly state?: CitizenMessage['state'];
  readonly issueNos?: readonly number[];
  /** Received in [from, to). */
  readonly from?: Date;
  readonly to?: Date;
}

export interface CitizenStore {
  find(no: number): Promise<CitizenMessage | undefined>;
  /** All given conditions hold together. By number. */
  list(filter: CitizenFilter): Promise<CitizenMessage[]>;
  /** Takes the next number and writes message, contact and first record together. */
  create(
    message: Omit<CitizenMessage, 'no'>,
    contact: CitizenContact,
    record: Omit<CitizenRecord, 'messageNo'>,
  ): Promise<CitizenMessage>;
  save(message: CitizenMessage, record: Omit<CitizenRecord, 'messageNo'>): Promise<void>;
  /** Oldest first. */
  recordsOf(no: number): Promise<CitizenRecord[]>;
  contactOf(no: number): Promise<CitizenContact | undefined>;
  /** Another telephone number, or the first. */
  savePhone(no: number, phone: string): Promise<void>;
  /** Numbers of the messages this person sent, oldest first. */
  nosFrom(platform: PlatformName, personId: string): Promise<number[]>;
}

export interface MaterialStore {
  /** By indicator and unit. */
  list(filter: { indicator?: string; units?: readonly string[] }): Promise<Material[]>;
  /** Writes the row, new or not, and the record of the step. */
  save(material: Material, record: Omit<MaterialRecord, 'indicator' | 'unit'>): Promise<void>;
  /** Oldest first; in [from, to): for the score of a month. */
  records(from: Date, to: Date): Promise<MaterialRecord[]>;
}

/** Who reported it, when, by which message: the same for all entries of the journal. */
export interface JournalMark {
  readonly at: Date;
  readonly by: string;
  readonly messageId: string | null;
}

/** An append-only list. */
export interface Journal<Entry extends { readonly at: Date; readonly by: string }> {
  add(entry: Omit<Entry, 'at' | 'by'>, mark: JournalMark): Promise<void>;
  /** Reported in [from, to), oldest first. */
  between(from: Date, to: Date): Promise<Entry[]>;
}

export interface BesideStore {
  readonly citizens: CitizenStore;
  readonly materials: MaterialStore;
  readonly duty: Journal<DutyCheck>;
  readonly outreach: Journal<Outreach>;
  readonly satisfaction: Journal<Satisfaction>;
  readonly exams: Journal<ExamScore>;
  readonly workInfo: Journal<WorkInfo>;
}
