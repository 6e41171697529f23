/** The last part of a paper: what is asked of whom, by when (domain §12). Pure. */
import type { Issue } from '../domain/issue.ts';
import { overdueOf, overdueUnits } from '../domain/lists.ts';
import type { Settings } from '../domain/settings.ts';
import { addDays, dayOf, dayText } from '../domain/shanghai.ts';
import { nextWorkday } from '../domain/workday.ts';
import { listed } from '../domain/wording.ts';
import type { PartsGround } from './special-issue-parts.ts';
import { mainCategories, reboundsOf } from './special-issue-weaknesses.ts';
import { referTo, shareText } from './special-issue-wording.ts';

const MOST_UNITS = 6;

/** 下步要求: only what the figures ask for. */
export function demands(ground: PartsGround): readonly string[] {
  const { issues, own, attachments } = ground;
  const inState = (state: Issue['state']): readonly Issue[] => issues.filter((issue) => issue.state === state);
  const [reported, suspended] = [inState('reported'), inState('suspended')];
  const items = [
    ...overdueDemand(ground),
    ...lessonsDemand(ground),
    ...reboundDemand(ground),
    ...(reported.length === 0
      ? []
      : [
          `及时核查。对待核查的${shareText(reported, own)}，督查组及时到现场核查，符合要求的予以销号，不符合要求的退回重改。`,
        ]),
    ...(suspended.length === 0
      ? []
      : [
          `推进挂账。对挂账的${shareText(suspended, own)}，责任单位按整改计划推进，创城办按复查日期逐件复查${referTo('挂账问题清单', attachments)}。`,
        ]),
  ];
  return items.length === 0 ? ['保持常态。各单位坚持日常巡查，发现问题及时上报、及时整改。'] : items;
}

/** By when the overdue are to be put right, counted from the day the paper goes out: a working day, nobody is told to be done by a Saturday. */
export const demandDay = (
  from: string,
  { answerDays, workday }: Pick<PartsGround, 'answerDays'> & Pick<Settings, 'workday'>,
): string => nextWorkday(addDays(from, answerDays - 1), workday);

/** `11月23日前整改到位`, as the demand words it. */
export const demandText = (day: string): string => `${dayText(day)}前整改到位`;

function overdueDemand({ issues, at, settings, answerDays }: PartsGround): readonly string[] {
  const late = overdueOf(issues, at);
  if (late.length === 0) return [];
  const units = overdueUnits(late, at).map(({ unit }) => unit);
  const until = demandText(demandDay(dayOf(at), { answerDays, workday: settings.workday }));
  return [
    `限期整改。${listed(units, MOST_UNITS)}对超期未整改的${late.length}件逐件明确责任人和整改措施，${until}，报送整改前后照片。`,
  ];
}

function lessonsDemand(ground: PartsGround): readonly string[] {
  const names = mainCategories(ground).map(({ name }) => name);
  if (names.length === 0) return [];
  return [`举一反三。各责任单位对${names.join('、')}等问题全面排查，同类点位一并整改，防止问题重复出现。`];
}

function reboundDemand(ground: PartsGround): readonly string[] {
  const units = [...new Set(reboundsOf(ground).flatMap((issue) => issue.units))];
  if (units.length === 0) return [];
  return [`防止反弹。${listed(units, MOST_UNITS)}查明反弹原因，落实日常管护，督查组适时开展回头看。`];
}
