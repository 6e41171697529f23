/** 列问题: by place, unit, category, period. */
import { askedName, untilToday } from '../../src/domain/asked.ts';
import { inPeriod } from '../../src/domain/figures.ts';
import type { IssueState } from '../../src/domain/issue.ts';
import { placeList, suspendedList } from '../../src/domain/place-list.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { filtersOf } from '../filters.ts';

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
      ...filterOf(said.text),
      period: said.period,
    };
  },

  async run(context) {
    const { args, at, settings } = context;
    const { units, filter } = args;
    const period = untilToday(args.period, at);
    const found = await askedIssues(args, context, { units, states: STATES[filter ?? 'all'] ?? STATES.all });
    const marked = filter === 'chronic' ? found.filter(({ chronic }) => chronic) : found;
    const issues = period === null ? marked : marked.filter(inPeriod(period, at, settings));
    const about = `${askedName(args, settings) ?? '全市'}${filter === 'chronic' ? '老大难' : ''}`;
    if (filter === 'suspended') {
      return { text: suspendedList(issues, { about, at, most: settings.bulletin.mostListed }) };
    }
    return {
      text: placeList(issues, { about, at, period, most: settings.bulletin.mostListed, unit: units[0] ?? null }),
    };
  },
});

const FILTERS: readonly (readonly [filter: string, RegExp])[] = [
  ['suspended', /挂账/],
  ['chronic', /老大难/],
  ['unclaimed', /[没未待](?:有)?认领/],
  ['open', /(?:没|未)(?:有)?(?:整?改|销|办|处理|完)|还有/],
  ['awaitingVerification', /待核查/],
];

function filterOf(text: string): { filter?: string } {
  const found = FILTERS.find(([, pattern]) => pattern.test(text));
  return found === undefined ? {} : { filter: found[0] };
}

/** Withdrawn and merged ones are no problems any more, drafts not yet. */
const STATES: Readonly<Record<string, readonly IssueState[]>> & { readonly all: readonly IssueState[] } = {
  all: ['dispatched', 'claimed', 'reported', 'suspended', 'closed'],
  open: ['dispatched', 'claimed', 'reported', 'suspended'],
  awaitingVerification: ['reported'],
  suspended: ['suspended'],
  chronic: ['dispatched', 'claimed', 'reported', 'suspended', 'closed'],
  unclaimed: ['dispatched'],
};
