/** What the workshop can make: each takes and gives only what can be handed between threads. Loaded in the worker, never on the event loop. */
import { createDirectory } from '../domain/city.ts';
import type { DirectoryData } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import type { Settings } from '../domain/settings.ts';
import { rankingPicture } from './chart.ts';
import type { RankingPictureInput } from './chart.ts';
import { ledgerSheet } from './ledger.ts';
import type { LedgerExtras } from './ledger.ts';
import type { PaperTable } from './paper-table.ts';
import { fingerprintOf } from './photo-fingerprint.ts';
import { comparePhotos } from './photo-honesty.ts';
import type { KnownPhoto, StatedThresholds } from './photo-honesty.ts';
import { writeSheet } from './sheet.ts';
import { composeSpecialIssue } from './special-issue-compose.ts';
import type { SpecialIssueQuestion } from './special-issue-compose.ts';
import { specialIssueDocx } from './special-issue-docx.ts';
import type { SpecialIssue } from './special-issue.ts';
import { noticeDocx } from './supervision-docx.ts';
import type { Notice } from './supervision.ts';
import { paperPhotos } from './thumbnail.ts';
import type { PhotoSource } from './thumbnail.ts';

/** The directory as plain data: its questions cannot be handed between threads. */
export interface ComposeOrder {
  readonly issues: readonly Issue[];
  readonly question: Omit<SpecialIssueQuestion, 'directory'>;
  readonly directory: DirectoryData;
}

export interface LedgerOrder extends LedgerExtras {
  readonly issues: readonly Issue[];
  readonly settings: Pick<Settings, 'categories'>;
}

export const JOBS = {
  /** 排名图. */
  rankingPicture: (order: { readonly input: RankingPictureInput; readonly extraFonts?: readonly string[] }) =>
    rankingPicture(order.input, order.extraFonts),

  /** The draft of a numbered paper from the figures of all the campaign. */
  composed: ({ issues, question, directory }: ComposeOrder) =>
    composeSpecialIssue(issues, { ...question, directory: createDirectory(directory) }),

  /** 周报、督查专报、督查情况通报 (.docx). */
  specialIssue: (model: SpecialIssue): Promise<Uint8Array> => specialIssueDocx(model),

  /** 督办单、提醒函、交办单 (.docx); `missing`: captions of photos that could not be opened. */
  async notice(order: {
    readonly notice: Notice;
    readonly photos: readonly { readonly caption: string; readonly source: PhotoSource }[];
  }): Promise<{ readonly file: Uint8Array; readonly missing: readonly string[] }> {
    const { photos, missing } = await paperPhotos(order.photos);
    return { file: await noticeDocx(order.notice, photos), missing };
  },

  /** Any table (.xlsx): 单位整改情况表, 任务分解表, 资料清单. */
  sheet: (table: PaperTable): Promise<Uint8Array> => writeSheet(table),

  /** 问题台账 with pictures (.xlsx). */
  ledger: ({ issues, settings, ...extras }: LedgerOrder): Promise<Uint8Array> => ledgerSheet(issues, settings, extras),

  /** To be stored with a photo when it is fetched. */
  fingerprint: (photo: PhotoSource) => fingerprintOf(photo),

  /** 照片核对. */
  comparePhotos: (order: {
    readonly after: string;
    readonly before: readonly KnownPhoto[];
    readonly earlier: readonly KnownPhoto[];
    readonly thresholds?: StatedThresholds | undefined;
  }) => comparePhotos(order.after, order.before, order.earlier, order.thresholds),
};

export type Jobs = typeof JOBS;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;
