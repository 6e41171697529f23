/** 考核分: a unit's score of a month with every event behind it (domain §8). */
import { defineCommand } from '../../src/bot/command.ts';
import type { RunContext } from '../../src/bot/command.ts';
import { scoreAnswer, scoreTable } from '../../src/domain/score-answer.ts';
import { scoreEvents } from '../../src/domain/score.ts';
import type { ScoreEvent } from '../../src/domain/score.ts';
import { addDays, dayOf, monthOf, startOfDay } from '../../src/domain/shanghai.ts';
import { twiceListed } from '../../src/domain/twice-listed.ts';
import { listingsOf } from '../../src/papers/listed-problems.ts';
import { requireInsider } from './asked-issues.ts';

export default defineCommand({
  id: 'query.score',
  summary: '问单位考核分和扣分明细',
  examples: ['城管局考核分', '为什么扣分', '住建局10月考核得分', '各单位考核分'],
  allow: 'everyone',

  read(said) {
    if (said.act !== 'query.score') return undefined;
    const isAll = /各(?:个)?(?:单位|部门|街道|乡镇|局)|所有单位|全部单位/.test(said.text);
    return { units: isAll ? [] : said.units, all: isAll, period: said.period };
  },

  async run(context) {
    const { args, by, at, directory, settings } = context;
    requireInsider(by);
    const month = monthOf(args.period?.from ?? dayOf(at)).from;
    const question = { events: await eventsOf(month, context), points: settings.score, month, at };
    const own = by.unit !== null && directory.unit(by.unit)?.rankingGroup != null ? [by.unit] : [];
    const units = args.units.length > 0 || args.all ? args.units : own;
    if (units.length > 0) return { text: units.map((unit) => scoreAnswer({ ...question, unit })).join('\n\n') };
    const ranked = directory.units.filter(({ rankingGroup }) => rankingGroup !== null).map(({ name }) => name);
    return { text: scoreTable(ranked, question) };
  },
});

/** Events of all units in the month that begins on `month`, up to now. */
export async function eventsOf(
  month: string,
  { store, settings, at }: Pick<RunContext<object>, 'store' | 'settings' | 'at'>,
): Promise<readonly ScoreEvent[]> {
  const [from, end] = [startOfDay(month), startOfDay(addDays(monthOf(month).to, 1))];
  // What was noted a moment ago counts already.
  const to = new Date(Math.min(end.getTime(), at.getTime() + 1));
  if (to <= from) return [];
  return scoreEvents({
    issues: await store.issues.list({}),
    records: await store.records.between(from, to),
    earlier: await store.records.between(startOfDay(settings.campaign.from), from, ['escalate', 'report']),
    papers: await store.papers.list({ state: 'signed', signedFrom: from, signedTo: to }),
    listed: twiceListed(listingsOf(await store.publications.list({ state: 'signed' }))).filter(
      (listed) => listed.at >= from && listed.at < to,
    ),
    notes: await store.scoreNotes.between(from, to),
    materials: await store.materials.records(from, to),
    rejected: await store.requests.decided(from, to, { kind: 'appeal', state: 'rejected' }),
    points: settings.score,
  });
}
