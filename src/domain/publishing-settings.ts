/** 发文的设置 (domain §12, §13): numbers, lines and addressees of 周报、专报、情况通报, the ranking picture, the check of photos. The shape only. */
import type { PublicationKind } from './publication.ts';

export interface PublicationSettings {
  /** 报、送、发 lines; null: the usual ones. */
  readonly reportTo: string | null;
  readonly sendTo: string | null;
  readonly issueTo: string | null;
  /** Directory ids of the groups a signed one is sent to; null: those that receive the daily bulletin. */
  readonly groups: readonly string[] | null;
  /** Also one-to-one to 指挥部领导. */
  readonly toCommanders: boolean;
  /** Days a paper gives for what is overdue. */
  readonly answerDays: number;
  /** 期号: whether it runs through or begins anew each year, and the last one given before the bot. */
  readonly numbering: Readonly<Record<PublicationKind, { readonly by: 'through' | 'year'; readonly last: number }>>;
}

export interface PictureSettings {
  readonly maxBytes: number;
  /** The ranking goes along with the daily bulletin as a picture. */
  readonly ranking: boolean;
  /** Font files of the operator, for rare characters. */
  readonly extraFonts: readonly string[];
  /** 照片核对. */
  readonly check: boolean;
  /** Where they differ from the measured ones (papers/photo-honesty.ts). */
  readonly thresholds: {
    readonly sure?: number | undefined;
    readonly likely?: number | undefined;
    readonly detail?: number | undefined;
    readonly otherPlace?: number | undefined;
    readonly otherColours?: number | undefined;
  };
}
