/** 超期清单. */
import { askedName } from '../../src/domain/asked.ts';
import type { Directory } from '../../src/domain/city.ts';
import { OPEN_STATES } from '../../src/domain/issue.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { listText, overdueByUnit, overdueOf } from '../../src/domain/lists.ts';
import { dayOf } from '../../src/domain/shanghai.ts';
import { territoriesOf } from '../../src/domain/stats.ts';
import { askedIssues } from './asked-issues.ts';
import { defineCommand } from '../../src/bot/command.ts';
import { parseNumeral } from '../../src/reading/numerals.ts';
import { filtersOf } from '../filters.ts';

export default defineCommand({
  id: 'query.overdue',
  summary: '看超期清单',
  examples: ['超期3天以上的，按单位列一下', '超期清单', '城管局有哪些超期的'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.overdue') return undefined;
    const days = overdueDays(said.text);
    return {
      ...filtersOf(said),
      ...(days === null ? {} : { overdueDaysMin: days }),
      ...(said.period === null ? {} : { period: said.period }),
    };
  },

  async run(context) {
    const { args, at, settings } = context;
    const { units, groupBy, overdueDaysMin = 1, period } = args;
    const most = settings.bulletin.mostListed;
    const open = await askedIssues(args, context, { units, states: OPEN_STATES });
    const issues = overdueOf(open, at, overdueDaysMin).filter(
      ({ deadline }) =>
        !period || (deadline !== null && period.from <= dayOf(deadline) && dayOf(deadline) <= period.to),
    );
    const about = askedName(args, settings) ?? '';
    if (groupBy === 'unit' || groupBy === 'town') {
      const least = overdueDaysMin > 1 ? `超期${overdueDaysMin}天及以上的，按单位：\n` : '';
      const shown = groupBy === 'town' ? ofTowns(issues, context.directory) : issues;
      return { text: `${least}${overdueByUnit(shown, at, most)}` };
    }
    const title = overdueDaysMin > 1 ? `${about}超期${overdueDaysMin}天及以上的问题` : `${about}超期未整改`;
    return { text: listText(title, issues, { at, most, withUnit: units.length !== 1 }) };
  },
});

/** 超期3天以上, 逾期一周的: how many days at least; null where none are said. */
function overdueDays(text: string): number | null {
  const match = /(?:超期|逾期|超过|超了|拖)(?:了)?\s*(\d+|[一二两三四五六七八九十]+)个?(天|日|周|星期|月)/.exec(text);
  const count = parseNumeral(match?.[1] ?? '');
  const per: Readonly<Record<string, number>> = { 周: 7, 星期: 7, 月: 30 };
  return count === null ? null : count * (per[match?.[2] ?? ''] ?? 1);
}

/** Streets and towns only: a problem that a department shares stands with them alone. */
function ofTowns(issues: readonly Issue[], directory: Directory): readonly Issue[] {
  const towns = new Set(territoriesOf(directory));
  return issues
    .map((issue) => ({ ...issue, units: issue.units.filter((unit) => towns.has(unit)) }))
    .filter(({ units }) => units.length > 0);
}
