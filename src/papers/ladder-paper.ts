/** 文书 of the ladder as papers: what stands on a draft, and the text and Word document of it. The model is plain JSON. */
import { recordLine, stepName } from '../domain/cards.ts';
import type { Issue, IssuePhoto, IssueRecord } from '../domain/issue.ts';
import type { Paper, PaperService } from '../domain/paper.ts';
import type { LadderStep } from '../domain/pressure-settings.ts';
import { dayOf, HOUR_MS } from '../domain/shanghai.ts';
import { untilText } from './supervision-grounds.ts';
import { composeNotice, noticeText } from './supervision.ts';
import type { Notice, NoticeStep } from './supervision.ts';

export interface DraftQuestion {
  readonly step: LadderStep;
  readonly no: number;
  readonly at: Date;
  readonly issue: Issue;
  readonly unit: string;
  /** Grounds that a person gives; null: the record speaks for itself. */
  readonly reason: string | null;
  readonly records: readonly IssueRecord[];
  /** All that are kept of it. */
  readonly photos: readonly IssuePhoto[];
  /** Numbers of papers that went before, as printed: 提醒〔2026〕31号. */
  readonly earlier: readonly string[];
  readonly issuer: string;
  readonly contact: string;
}

/** A photo that is attached; the picture itself is kept by its hash, so it stays the same. */
export type EnclosedPhoto = Pick<IssuePhoto, 'issueNo' | 'kind' | 'pictureId'>;

export interface Model {
  readonly notice: Notice;
  /** Frozen with the paper. Absent on papers of before: those of the problem as they are. */
  readonly photos?: readonly EnclosedPhoto[];
  /** 办理流程记录, a line a step: the evidence. */
  readonly evidence: readonly string[];
  /** By when the demands ask for it, ISO; null: no time. */
  readonly until: string | null;
}

/** What stands on the draft. */
export function draftModel(question: DraftQuestion): Readonly<Record<string, unknown>> {
  const { step, no, at, issue, unit, reason, records, photos, earlier, issuer, contact } = question;
  const until = step.answerHours === null ? null : new Date(at.getTime() + step.answerHours * HOUR_MS);
  const notice = composeNotice({
    kind: step.kind,
    no,
    at,
    issuer,
    unit,
    issues: [issue],
    earlier: new Map([[issue.no, earlier]]),
    until,
    contact,
  });
  const enclosed = enclosedPhotos(issue, photos);
  const enclosures = [...photosText(enclosed), `办理流程记录${records.length}条`];
  const demands = step.demands.length > 0 ? step.demands : notice.demands;
  const matters = reason === null ? notice.matters : [...notice.matters, `发文理由：${reason}。`];
  const model: Model = {
    notice: { ...notice, title: step.title, word: step.word, matters, demands, enclosures, steps: records.map(stepOf) },
    photos: enclosed,
    evidence: records.map(recordLine),
    until: until === null ? null : until.toISOString(),
  };
  return { ...model };
}

/** As many of each as help; the rest stand in the ledger. */
const MOST_PHOTOS = 2;

/** The first of what was found and the last of what was put right, of this round. */
export function enclosedPhotos({ round }: Issue, photos: readonly IssuePhoto[]): readonly EnclosedPhoto[] {
  const own = (kind: IssuePhoto['kind']) => photos.filter((photo) => photo.round === round && photo.kind === kind);
  return [...own('before').slice(0, MOST_PHOTOS), ...own('after').slice(-MOST_PHOTOS)].map(
    ({ issueNo, kind, pictureId }) => ({ issueNo, kind, pictureId }),
  );
}

/** How the photos are named among the enclosures; nothing where there are none. */
export const photosText = (photos: readonly EnclosedPhoto[]): readonly string[] =>
  photos.length === 0 ? [] : [`问题照片${photos.length}张`];

const stepOf = (record: IssueRecord): NoticeStep => ({
  at: record.at.toISOString(),
  by: record.by,
  what: stepName(record),
  note: record.note ?? '',
});

/** The photos that were attached when it was drafted; undefined on papers of before. */
export const photosOf = (paper: Paper): readonly EnclosedPhoto[] | undefined => modelOf(paper).photos;

/** Only draftModel and dispatchModel make models. */
const modelOf = (paper: Paper): Model => paper.model as unknown as Model;

/**
 * The model on the day it is issued: its date, and the time the unit is given counts from its service and not from the draft; everything else is
 * what the lead has read.
 */
export function issuedModel(
  paper: Paper,
  { signedAt, servedAt }: { readonly signedAt: Date; readonly servedAt: Date },
): Paper['model'] {
  const model = modelOf(paper);
  const drafted = model.until === null ? null : new Date(model.until);
  const until = drafted && new Date(servedAt.getTime() + (drafted.getTime() - paper.draftedAt.getTime()));
  const demands = model.notice.demands.map((demand) => demand.replaceAll(untilText(drafted), untilText(until)));
  const issued: Model = {
    ...model,
    notice: { ...model.notice, date: dayOf(signedAt), demands },
    until: until && until.toISOString(),
  };
  return { ...issued };
}

/** The paper as it stands now: who issued it, when, on whom it was served, and what headquarters says of it. */
export function noticeOf(paper: Paper, services: readonly PaperService[]): Notice {
  return {
    ...modelOf(paper).notice,
    signedBy: paper.signedBy,
    // On a draft the note says why it was dropped.
    opinion: paper.state === 'signed' && paper.note !== null ? paper.note : undefined,
    served: services.map(({ person, deliveredAt, readAt }) => ({
      to: person,
      deliveredAt: deliveredAt === null ? null : deliveredAt.toISOString(),
      readAt: readAt === null ? null : readAt.toISOString(),
    })),
  };
}

/** As a chat shows it. `withEvidence`: the record of what was done goes along. */
export function paperText(
  paper: Paper,
  services: readonly PaperService[],
  { withEvidence }: { readonly withEvidence: boolean },
): string {
  const { evidence } = modelOf(paper);
  const record = withEvidence && evidence.length > 0 ? ['办理流程记录：', ...evidence] : [];
  const discarded = paper.state === 'discarded' ? ['（本件已作废）'] : [];
  return [...discarded, noticeText(noticeOf(paper, services)), ...record].join('\n');
}
