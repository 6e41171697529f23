/** 列问题: by place, unit, category, period. */
import { askedName, untilToday } from '../../src/domain/asked.ts';
import { inPeriod } from '../../src/domain/figures.ts';
import type { IssueState } from '../../src/domain/issue.ts';
import { isLongStanding, LONG_STANDING_TEXT } from '../../src/domain/long-standing.ts';
import { placeList, suspendedList } from '../../src/domain/place-list.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf, peopleOf } from '../filters.ts';
import { personsAsked } from './persons-asked.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { Directory } from '../../src/domain/city.ts';
import { siteMeant } from '../../src/domain/spoken-site.ts';
import type { Said } from '../../src/reading/said.ts';
import { standsIn } from '../../src/reading/stands.ts';
import type { Stands } from '../../src/reading/stands.ts';

export default defineCommand({
  id: 'query.list',
  summary: '列出某处、某单位、某类问题',
  examples: ['查人民路的问题', '列一下城管局没整改的问题', '东湖农贸市场有哪些问题'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.list') return undefined;
    return {
      ...filtersOf(said),
      ...(said.location === null || said.units.length > 0 || isKind(said) ? {} : { location: said.location }),
      ...peopleOf(said),
      ...filterOf(said.text),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, settings } = context;
    const { units, filter } = args;
    const period = untilToday(args.period, at);
    const asked = { ...args, ...siteOf(args, context.directory) };
    const found = await askedIssues(asked, context, { units, states: STATES[filter ?? 'all'] ?? STATES.all });
    const people = personsAsked(args, context.directory);
    const issues = found.filter(
      (issue) =>
        holds(issue, filter, at) && people(issue) && (period === null || inPeriod(period, at, settings)(issue)),
    );
    const about = `${askedName(asked, settings) ?? (args.persons?.join('、') || '全市')}${filter === 'chronic' ? '老大难' : ''}`;
    if (filter === 'suspended') {
      return { text: suspendedList(issues, { about, at, most: settings.bulletin.mostListed }) };
    }
    const text = placeList(issues, {
      about,
      at,
      period,
      stand: STAND_NAMES[filter ?? ''],
      most: settings.bulletin.mostListed,
      unit: units[0] ?? null,
    });
    return { text: filter === 'chronic' ? `${text}\n（${LONG_STANDING_TEXT}都算）` : text };
  },
});

/** 公厕, 小区: a kind of site and no place. */
const isKind = ({ location, siteTypes, sites }: Said): boolean =>
  sites.length === 0 && siteTypes.length > 0 && (location ?? '').length <= 3;

function filterOf(text: string): { filter?: Stands } {
  const stands = standsIn(text);
  return stands === null ? {} : { filter: stands };
}

/** 北门市场: the site that is meant by a short name. */
function siteOf(
  { sites, location }: { sites?: readonly string[]; location?: string },
  directory: Directory,
): { sites?: readonly string[] } {
  const site = sites !== undefined || location === undefined ? null : siteMeant(location, directory);
  return site === null ? {} : { sites: [site.name] };
}

const STAND_NAMES: Readonly<Record<string, string>> = { unclaimed: '待认领', awaitingVerification: '待核查' };

const holds = (issue: Issue, filter: Stands | undefined, at: Date): boolean =>
  (filter !== 'rebound' || issue.reboundCount > 0) &&
  (filter !== 'returned' || issue.returnCount > 0) &&
  (filter !== 'chronic' || isLongStanding(issue, at));

/** Withdrawn and merged ones are no problems any more, drafts not yet. */
const STATES: Readonly<Record<string, readonly IssueState[]>> & { readonly all: readonly IssueState[] } = {
  all: ['dispatched', 'claimed', 'reported', 'suspended', 'closed'],
  open: ['dispatched', 'claimed', 'reported', 'suspended'],
  awaitingVerification: ['reported'],
  suspended: ['suspended'],
  chronic: ['dispatched', 'claimed', 'reported', 'suspended'],
  unclaimed: ['dispatched'],
  closed: ['closed'],
};
