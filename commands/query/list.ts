/** 列问题: by place, unit, category, period. */
import { askedName, untilToday } from '../../src/domain/asked.ts';
import { inPeriod } from '../../src/domain/figures.ts';
import type { IssueState } from '../../src/domain/issue.ts';
import { placeList, suspendedList } from '../../src/domain/place-list.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf, peopleOf } from '../filters.ts';
import { personsAsked } from './persons-asked.ts';
import type { Issue } from '../../src/domain/issue.ts';
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
      ...(said.location === null || said.units.length > 0 ? {} : { location: said.location }),
      ...peopleOf(said),
      ...filterOf(said.text),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, settings } = context;
    const { units, filter } = args;
    const period = untilToday(args.period, at);
    const found = await askedIssues(args, context, { units, states: STATES[filter ?? 'all'] ?? STATES.all });
    const people = personsAsked(args, context.directory);
    const issues = found.filter(
      (issue) => holds(issue, filter) && people(issue) && (period === null || inPeriod(period, at, settings)(issue)),
    );
    const about = `${askedName(args, settings) ?? (args.persons?.join('、') || '全市')}${filter === 'chronic' ? '老大难' : ''}`;
    if (filter === 'suspended') {
      return { text: suspendedList(issues, { about, at, most: settings.bulletin.mostListed }) };
    }
    return {
      text: placeList(issues, { about, at, period, most: settings.bulletin.mostListed, unit: units[0] ?? null }),
    };
  },
});

function filterOf(text: string): { filter?: Stands } {
  const stands = standsIn(text);
  return stands === null ? {} : { filter: stands };
}

const holds = (issue: Issue, filter: Stands | undefined): boolean =>
  (filter !== 'rebound' || issue.reboundCount > 0) &&
  (filter !== 'returned' || issue.returnCount > 0) &&
  (filter !== 'chronic' || issue.chronic);

/** Withdrawn and merged ones are no problems any more, drafts not yet. */
const STATES: Readonly<Record<string, readonly IssueState[]>> & { readonly all: readonly IssueState[] } = {
  all: ['dispatched', 'claimed', 'reported', 'suspended', 'closed'],
  open: ['dispatched', 'claimed', 'reported', 'suspended'],
  awaitingVerification: ['reported'],
  suspended: ['suspended'],
  chronic: ['dispatched', 'claimed', 'reported', 'suspended', 'closed'],
  unclaimed: ['dispatched'],
  closed: ['closed'],
};
