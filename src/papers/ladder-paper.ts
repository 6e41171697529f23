/** 文书 of the ladder as papers: what stands on a draft, and the text and Word document of it. The model is plain JSON. */
import { recordLine } from '../domain/cards.ts';
import type { Issue, IssueRecord } from '../domain/issue.ts';
import type { Paper, PaperService } from '../domain/paper.ts';
import type { LadderStep } from '../domain/pressure-settings.ts';
import { dayOf, HOUR_MS } from '../domain/shanghai.ts';
import { composeNotice, noticeText, untilText } from './supervision.ts';
import type { Notice } from './supervision.ts';

export interface DraftQuestion {
  readonly step: LadderStep;
  readonly no: number;
  readonly at: Date;
  readonly issue: Issue;
  readonly unit: string;
  /** Grounds that a person gives; null: the record speaks for itself. */
  readonly reason: string | null;
  readonly records: readonly IssueRecord[];
  /** How many pictures of it are kept. */
  readonly photos: number;
  /** Numbers of papers that went before, as printed: 提醒〔2026〕31号. */
  readonly earlier: readonly string[];
  readonly issuer: string;
  readonly contact: string;
}

interface Model {
  readonly notice: Notice;
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
  const enclosures = [`问题照片${photos}张`, `办理流程记录${records.length}条`];
  const demands = step.demands.length > 0 ? step.demands : notice.demands;
  const matters = reason === null ? notice.matters : [...notice.matters, `发文理由：${reason}。`];
  const model: Model = {
    notice: { ...notice, title: step.title, word: step.word, matters, demands, enclosures },
    evidence: records.map(recordLine),
    until: until === null ? null : until.toISOString(),
  };
  return { ...model };
}

/** Only draftModel makes models. */
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

/** The paper as it stands now: who issued it, when, and on whom it was served. */
export function noticeOf(paper: Paper, services: readonly PaperService[]): Notice {
  return {
    ...modelOf(paper).notice,
    signedBy: paper.signedBy,
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
