/** 查入户宣传和满意度, by grid. */
import { defineCommand } from '../../src/bot/command.ts';
import { latestSatisfaction, outreachByGrid, outreachText } from '../../src/domain/outreach.ts';
import { addDays, dayOf, startOfDay } from '../../src/domain/shanghai.ts';
import { filtersOf } from '../filters.ts';
import type { Filters } from '../filters.ts';
import type { Period } from '../../src/reading/periods.ts';

export interface OutreachQueryArgs extends Filters {
  readonly period: Period | null;
}

export default defineCommand<OutreachQueryArgs>({
  id: 'outreach.query',
  summary: '查入户宣传和满意度',
  examples: ['本周入户宣传情况', '各社区满意度情况', '满意度低于80的有哪些社区'],
  allow: 'everyone',

  read(said) {
    return said.act === 'outreach.query' ? { ...filtersOf(said), period: said.period } : undefined;
  },

  async run({ args, at, store, settings }) {
    const from = args.period?.from ?? settings.campaign.from;
    const until = args.period === null ? at : startOfDay(addDays(args.period.to, 1));
    const isAsked = ({ grid }: { readonly grid: string }): boolean =>
      args.units.length === 0 || args.units.includes(grid);
    const visits = (await store.outreach.between(startOfDay(from), later(until))).filter(isAsked);
    const scores = (await store.satisfaction.between(startOfDay(from), later(until))).filter(isAsked);
    const { satisfactionLine: line } = settings.outreach;
    const wording = { at, most: settings.bulletin.mostListed, line, from };
    return { text: outreachText(outreachByGrid(visits, dayOf), latestSatisfaction(scores), wording) };
  },
});

/** What was reported this very moment is in it. */
const later = (until: Date): Date => new Date(until.getTime() + 1);
