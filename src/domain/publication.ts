/** 周报、督查专报、督查情况通报 as the archive keeps them: drafted, changed in chat, numbered when signed, then never changed (domain §5 Freeze, §12). */
import { hasRole } from './city.ts';
import type { Directory } from './city.ts';
import type { Person } from './directory.ts';
import { Refusal } from './refusal.ts';
import { isOfficeLead } from './rights.ts';
import type { Settings } from './settings.ts';
import { stampText } from './shanghai.ts';

export type PublicationKind = 'weekly' | 'special' | 'circular';

/** 周报, 专报, 情况通报: how people call them. */
export const PUBLICATION_NAMES: Readonly<Record<PublicationKind, string>> = {
  weekly: '周报',
  special: '督查专报',
  circular: '督查情况通报',
};

export interface Publication {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly state: 'draft' | 'signed' | 'discarded';
  /** 草稿号: by what a draft is called in chat. */
  readonly draftNo: number;
  /** 期号, given when it is signed. */
  readonly no: number | null;
  /** Set where numbers begin anew each year. */
  readonly year: number | null;
  /** T of the figures. */
  readonly asOf: Date;
  /** As chat shows it. */
  readonly text: string;
  /** What the figures were computed from, and the figures (§5 Freeze). */
  readonly issueNos: readonly number[];
  readonly figures: Readonly<Record<string, unknown>>;
  /** The whole paper, plain JSON (papers/special-issue.ts): the document is made of it and of nothing else. */
  readonly model: Readonly<Record<string, unknown>>;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly discardedAt: Date | null;
  /** Id of the published one it corrects. */
  readonly corrects: string | null;
}

/** `第258期`, `2026年第16期`; a draft is called by its own number. */
export function publicationNumber({ no, year, draftNo }: Pick<Publication, 'no' | 'year' | 'draftNo'>): string {
  if (no === null) return `草稿${draftNo}号`;
  return year === null ? `第${no}期` : `${year}年第${no}期`;
}

/** 发文机关: the settings' own, or after the city. */
export const issuerName = ({ city }: Pick<Directory, 'city'>, { ladder }: Pick<Settings, 'ladder'>): string =>
  ladder.issuer ?? `${city.replace(/（.*）$/, '')}创建全国文明城市指挥部办公室`;

/** Series of numbers: one a kind, and a year where they begin anew. */
export const publicationSeries = (kind: PublicationKind, year: number | null): string =>
  year === null ? `publication:${kind}` : `publication:${kind}:${year}`;

/** Drafted and changed by the office; signed by its lead alone (domain §3). Throws Refusal `right`, `publication.state`. */
export function requireOpen(publication: Publication): void {
  if (publication.state === 'draft') return;
  const which = `${PUBLICATION_NAMES[publication.kind]}${publicationNumber(publication)}`;
  if (publication.state === 'discarded') throw new Refusal('publication.state', `${which}已经作废，不能再改。`);
  const signed = publication.signedAt === null ? '' : stampText(publication.signedAt);
  throw new Refusal(
    'publication.state',
    `${which}已由${publication.signedBy ?? ''}于${signed}签发，不能再改。如有差错，请回复“更正${publicationNumber(publication)}：…”另发一期。`,
  );
}

/** Throws Refusal `right`. */
export function requireSigner(by: Person): void {
  if (isOfficeLead(by)) return;
  throw new Refusal('right', '通报由创城办负责人签发，您可以回复“看看草稿”核对内容。没有作任何改动。');
}

/** Published ones are for everybody they go to; drafts for the office. */
export const mayReadPublication = (by: Person, { state }: Pick<Publication, 'state'>): boolean =>
  state === 'signed' || hasRole(by, 'officeLead', 'officeStaff');
