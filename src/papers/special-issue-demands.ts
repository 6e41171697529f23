/** The last part of a paper: what is asked of whom, by when (domain §12). Pure. */
import { figuresOf } from '../domain/figures.ts';
import type { Issue } from '../domain/issue.ts';
import { overdueUnits } from '../domain/lists.ts';
import { percentText } from '../domain/rate.ts';
import { addDays, dayOf, dayText } from '../domain/shanghai.ts';
import { statsBy } from '../domain/stats.ts';
import { listed } from '../domain/wording.ts';
import type { PartsQuestion } from './special-issue-parts.ts';

/** `24件（含往期交办）`: the first part tells those of the period, so a larger number says why it is larger. */
export const soFarText = (all: number, ofPeriod: number): string =>
  all === ofPeriod ? `${all}件` : `${all}件（含往期交办）`;

/** 下步要求: what the figures of the whole campaign ask for. */
export function demands(issues: readonly Issue[], question: PartsQuestion): readonly string[] {
  const { at, period, settings, directory, answerDays } = question;
  const late = overdueUnits(issues, at);
  const figures = figuresOf(issues, { at, settings });
  const own = figuresOf(issues, { at, period, settings });
  const [focus] = statsBy(issues, { by: 'category', at, period, settings, directory });
  const until = dayText(addDays(dayOf(at), answerDays));
  return [
    ...(late.length === 0
      ? []
      : [
          `限期销号。${listed(
            late.map(({ unit }) => unit),
            6,
          )}对超期问题逐件明确责任人，${until}前整改到位并报送整改前后照片。`,
        ]),
    ...(focus === undefined ? [] : [`举一反三。各责任单位对${focus.name}等问题全面排查，防止同类问题反复出现。`]),
    ...(figures.reported === 0
      ? []
      : [
          `及时核查。对已报整改的${soFarText(figures.reported, own.reported)}，督查组按时限到现场核查，符合要求的予以销号。`,
        ]),
    ...(figures.leftOut.suspended === 0
      ? []
      : [
          `盯住挂账。挂账问题${soFarText(figures.leftOut.suspended, own.leftOut.suspended)}要按计划推进，按复查日期逐件复查，见附件4。`,
        ]),
    ...(percentText(figures.rectificationRate, 2) === null
      ? ['保持常态。各单位坚持日常巡查，发现问题及时上报、及时整改。']
      : []),
  ];
}
