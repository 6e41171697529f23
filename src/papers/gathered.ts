/** What a paper is drafted from: the issues as they stand now and as they stood at the end of the period before, the tasks, the settings. */
import type { Directory } from '../domain/city.ts';
import { figuresOf } from '../domain/figures.ts';
import type { Figures, Period } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { paperNumber } from '../domain/paper.ts';
import { issuerName } from '../domain/publication.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import { addDays, dayOf, DAY_MS, daysBetween, startOfDay, weekOf } from '../domain/shanghai.ts';
import { workInfoOfWeek } from '../domain/work-info.ts';
import type { Store } from '../../storage/store.ts';
import type { SpecialIssueQuestion } from './special-issue-compose.ts';
import type { IssuedSupervision } from './special-issue-parts.ts';

export interface GatherQuestion {
  readonly store: Pick<Store, 'issues' | 'tasks' | 'records' | 'papers' | 'workInfo'>;
  readonly directory: Directory;
  readonly settings: Settings;
  /** T. */
  readonly at: Date;
  readonly kind: PublicationKind;
  /** Null: the week so far. */
  readonly period: Period | null;
}

/** What composeSpecialIssue is asked, the directory apart; and the figures of the period, to be archived. */
export interface Gathered {
  readonly issues: readonly Issue[];
  /** Not numbered: that is done when it is signed. */
  readonly question: Omit<SpecialIssueQuestion, 'directory'>;
  readonly figures: Figures;
}

/** Throws Refusal `report.future` where the period has not begun. */
export async function gatherSpecialIssue(question: GatherQuestion): Promise<Gathered> {
  const { store, directory, settings, at, kind } = question;
  const period = upToToday(question.period ?? weekOf(dayOf(at)), at);
  const before = beforeOf(period, at);
  const issues = await store.issues.listAsOf(at, {});
  const { reportTo, sendTo, issueTo, answerDays } = settings.publications;
  const asked = {
    kind,
    no: 0,
    year: null,
    issuer: issuerName(directory, settings),
    tasks: (await store.tasks.list({})).filter(({ createdAt }) => createdAt <= at),
    workInfo: kind === 'weekly' ? await workInfoOf(store, period, at) : [],
    at,
    period,
    settings,
    before: { issues: await store.issues.listAsOf(before.at, {}), at: before.at, period: before.period },
    beforeName: before.name,
    answerDays,
    supervisions: await supervisionsUpTo(at, store),
    rejectedAppeals: await rejectedAppealsOf(issues, question),
    routes: {
      ...(reportTo === null ? {} : { reportTo }),
      ...(sendTo === null ? {} : { sendTo }),
      ...(issueTo === null ? {} : { issueTo }),
    },
  };
  return { issues, question: asked, figures: figuresOf(issues, { at, period, settings }) };
}

/** 信息报送 of the week, summed up (domain §11). */
async function workInfoOf(store: Pick<Store, 'workInfo'>, { from, to }: Period, at: Date) {
  const rows = await store.workInfo.between(startOfDay(weekOf(from).from), new Date(at.getTime() + 1));
  return workInfoOfWeek(rows, to);
}

/** 督办单 issued up to T (domain §7: they stand in the paper). */
async function supervisionsUpTo(at: Date, store: Pick<Store, 'papers'>): Promise<readonly IssuedSupervision[]> {
  const papers = await store.papers.list({ state: 'signed', signedTo: at });
  return papers.flatMap((paper) =>
    paper.kind !== 'supervision' || paper.signedAt === null
      ? []
      : [
          {
            issueNo: paper.issueNo,
            unit: paper.unit,
            round: paper.round,
            number: paperNumber(paper),
            signedAt: paper.signedAt,
          },
        ],
  );
}

/** Problems whose unit has appealed in this round in vain; one that is still pending is not among them. */
async function rejectedAppealsOf(
  issues: readonly Issue[],
  { store, settings, at }: GatherQuestion,
): Promise<readonly number[]> {
  const from = startOfDay(settings.campaign.from);
  const records = await store.records.between(from, new Date(at.getTime() + 1), ['appeal.reject']);
  const rounds = new Map(issues.map(({ no, round }) => [no, round]));
  return records.filter(({ issueNo, after }) => rounds.get(issueNo) === after.round).map(({ issueNo }) => issueNo);
}

/** Throws Refusal `report.future`. */
export function upToToday({ from, to }: Period, at: Date): Period {
  const today = dayOf(at);
  if (from > today) throw new Refusal('report.future', '这段时间还没有到，无法起草。');
  return { from, to: to > today ? today : to };
}

/** The same span of the week before, and where it is no week the same number of days before; as that stood as long after its beginning. */
function beforeOf(period: Period, at: Date): { readonly name: string; readonly period: Period; readonly at: Date } {
  const week = weekOf(period.from);
  const isWeek = week.from === period.from && period.to <= week.to;
  const days = isWeek ? 7 : daysBetween(period.from, period.to) + 1;
  return {
    name: isWeek ? weekName(period, at) : days === 1 ? '前一天' : `前${days}天`,
    period: { from: addDays(period.from, -days), to: addDays(period.to, -days) },
    at: new Date(at.getTime() - days * DAY_MS),
  };
}

function weekName({ from, to }: Period, at: Date): string {
  const week = weekOf(from);
  const name = week.from === weekOf(dayOf(at)).from ? '上周' : '前一周';
  return to === week.to ? name : `${name}同期`;
}
