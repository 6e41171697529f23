/**
 * A campaign of sixty days in a city of 41 units and 130 sites, 1,248 problems through the simulator's door (domain §4, §5, §13). What the
 * product holds and answers is what was done to it, reckoned once more by hand; nobody was disturbed on any day.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { figuresOf } from './domain/figures.ts';
import { runCampaign } from './testing/campaign/campaign.ts';
import type { Campaign } from './testing/campaign/campaign.ts';
import { answerDifferences, figureDifferences, QUESTIONS, tallyOfFigures } from './testing/campaign/compare.ts';
import { share } from './testing/campaign/share.ts';
import { caseDifferences } from './testing/campaign/compare.ts';
import { standAt } from './testing/campaign/case.ts';
import { dayAfter, dayAt, FIRST_DAY, moment, weekday } from './testing/campaign/limits.ts';
import type { Stage } from './testing/campaign/stage.ts';
import { tallyOf } from './testing/campaign/tally.ts';
import type { Span } from './testing/campaign/tally.ts';

/** `CAMPAIGN=full npx vitest run src/campaign.test.ts`: all sixty days; else a third of it. */
const isFull = process.env['CAMPAIGN'] === 'full';
const SIZE = isFull ? { days: 60, problems: 1248 } : { days: 20, problems: 416 };
const SEED = 20_261_122;
const LONG = 20 * 60_000;

let campaign: Campaign;
const { settings } = loadConfig({ dir: 'config', demo: true, env: {} });
const onTheWay: string[] = [];

const unitsOf = ({ city }: Stage): string[] => city.units.map(({ name }) => name);
const spansAt = (day: string): (Span | null)[] => {
  const monday = dayAfter(day, 1 - weekday(day));
  const month = (name: string, to: string): Span => ({ from: `${name}-01`, to: `${name}-${to}` });
  return [
    null,
    { from: monday, to: day },
    { from: dayAfter(monday, -7), to: dayAfter(monday, -1) },
    month('2026-09', '30'),
    month('2026-10', '31'),
  ];
};

/** Every Friday evening: figures of all units for several periods, and what the bot answers about some. */
async function fridays(day: string, stage: Stage): Promise<void> {
  if (weekday(day) !== 5) return;
  const issues = await stage.room.issues();
  const asking = { cases: stage.cases, issues, at: stage.now(), settings };
  onTheWay.push(...figureDifferences(asking, unitsOf(stage), spansAt(day)));
  const some = stage.random.shuffled(unitsOf(stage)).slice(0, 4);
  const [, week = null] = spansAt(day);
  onTheWay.push(
    ...(await answerDifferences(stage, some, { period: '本周', span: week, questions: QUESTIONS.slice(0, 2) })),
  );
}

beforeAll(async () => {
  campaign = await runCampaign({ ...SIZE, seed: SEED, onEvening: fridays });
}, LONG);

afterAll(async () => {
  await campaign.close();
});

describe('what was done', () => {
  test('all problems were logged, and everything of the trade happened', () => {
    const { stage } = campaign;
    expect(stage.cases.length).toBe(SIZE.problems);
    const rare = [
      'suspension approved',
      'resumed by the clock',
      'resumed by hand',
      'extension approved',
      'suspension rejected',
    ];
    const usual =
      `logged,several in a message,fixed on the spot,unit suggested,grid entry,draft confirmed,citizen,claim,progress,
      report,picture asked for,pass,passed together,return,recheck,rebound,appeal upheld,appeal rejected,extension asked,reassign,
      designate,merge,withdraw,task`.split(/,\s*/u);
    const expected = isFull ? [...usual, ...rare] : usual;
    expect(expected.filter((what) => (stage.done.get(what) ?? 0) === 0)).toEqual([]);
  });

  test('every sentence was understood and answered as the trade wants it', () => {
    expect(campaign.stage.complaints).toEqual([]);
    expect(campaign.room.faults).toEqual([]);
  });

  test('evening by evening the product holds what was done', () => {
    expect(campaign.differences).toEqual([]);
  });
});

describe('the manners of §13', () => {
  test('no day on which one of them was broken', () => {
    expect(campaign.breaches).toEqual([]);
  });

  test('and there was something to look at: people were tagged, bulletins went out', () => {
    expect(campaign.mentions).toBeGreaterThan(SIZE.problems / 4);
    expect(campaign.bulletins.length).toBeGreaterThan(SIZE.days);
  });
});

describe('the figures of §5', () => {
  test('on the way, for every unit and several periods', () => {
    expect(onTheWay).toEqual([]);
  });

  test('at the end, for every unit and several periods', async () => {
    const { stage, room } = campaign;
    const asking = { cases: stage.cases, issues: await room.issues(), at: stage.now(), settings };
    expect(figureDifferences(asking, unitsOf(stage), spansAt(dayAt(stage.now())))).toEqual([]);
    expect(tallyOf(stage.cases, null, null, stage.now()).count).toBeGreaterThan(SIZE.problems * 0.8);
  });

  test(
    'as the bot answers them',
    async () => {
      const { stage } = campaign;
      const units = unitsOf(stage);
      const september = { from: '2026-09-01', to: '2026-09-30' };
      const wrong = [
        ...(await answerDifferences(stage, units, { period: '', span: null, questions: QUESTIONS.slice(0, 1) })),
        ...(await answerDifferences(stage, units, {
          period: '9月份',
          span: september,
          questions: QUESTIONS.slice(1, 3),
        })),
        ...(await answerDifferences(stage, units.slice(1, 9), {
          period: '',
          span: null,
          questions: QUESTIONS.slice(3),
        })),
      ];
      expect(wrong).toEqual([]);
    },
    LONG,
  );

  test('as of earlier moments', async () => {
    const { stage, room } = campaign;
    const { issues } = room.house.storage.store;
    for (let day = dayAfter(FIRST_DAY, 4); day < dayAfter(FIRST_DAY, SIZE.days); day = dayAfter(day, 5)) {
      for (const time of ['11:07', '18:10']) {
        const at = moment(day, time);
        const asOf = await issues.listAsOf(new Date(at), {});
        expect(caseDifferences(stage.cases, asOf, at)).toEqual([]);
        expect(figureDifferences({ cases: stage.cases, issues: asOf, at, settings }, unitsOf(stage), [null])).toEqual(
          [],
        );
      }
    }
  });
});

describe('bulletins on the way', () => {
  test('each one can be reproduced from T and its numbers, by the product and by hand', async () => {
    const { stage, room, bulletins } = campaign;
    const { issues } = room.house.storage.store;
    for (const { asOf, issueNos, text, figures } of bulletins) {
      const at = asOf.getTime();
      const again = figuresOf(await issues.listAsOf(asOf, { nos: issueNos }), { at: asOf, settings });
      const { closed, count, overdueOpen, reported } = again;
      expect(figures).toMatchObject({ closed, count, overdueOpen, reported });
      const numbers = new Set(issueNos);
      const own = stage.cases.filter((problem) => numbers.has(problem.no) && standAt(problem, at) !== undefined);
      const mine = tallyOf(own, null, null, at);
      expect({ ...tallyOfFigures(again), draft: 0 }).toEqual(mine);
      expect(text).toContain(`整改率${share(mine.closed, mine.count, 2)}`);
    }
  });
});
