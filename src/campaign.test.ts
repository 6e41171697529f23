/**
 * A campaign of sixty days in a city of 41 units and 130 sites, 1,248 problems through the simulator's door (domain §4, §5, §13). What the
 * product holds and answers is what was done to it, reckoned once more by hand; nobody was disturbed on any day. `CAMPAIGN_DAYS=20`
 * plays that many days of it, to try something out.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { figuresOf } from './domain/figures.ts';
import { withSwitches } from './domain/inspection-period.ts';
import type { Settings } from './domain/settings.ts';
import { besideDifferences } from './testing/campaign/beside-answers.ts';
import { rankingDifferences } from './testing/campaign/compare-rankings.ts';
import { newMessages, runCampaign } from './testing/campaign/campaign.ts';
import type { Campaign } from './testing/campaign/campaign.ts';
import {
  answerDifferences,
  caseDifferences,
  figureDifferences,
  QUESTIONS,
  tallyOfFigures,
} from './testing/campaign/compare.ts';
import { standAt } from './testing/campaign/case.ts';
import { dayAfter, dayAt, FIRST_DAY, moment, weekday } from './testing/campaign/limits.ts';
import { breachesOf } from './testing/campaign/manners.ts';
import { share } from './testing/campaign/share.ts';
import type { Stage } from './testing/campaign/stage.ts';
import { tallyOf } from './testing/campaign/tally.ts';
import type { Span } from './testing/campaign/tally.ts';
import { WANTED } from './testing/campaign/wanted.ts';

const ALL_DAYS = 60;
const days = Number(process.env['CAMPAIGN_DAYS'] ?? ALL_DAYS);
const SIZE = { days, problems: Math.round((1248 * days) / ALL_DAYS) };
const SEED = 20_261_122;
const LONG = 20 * 60_000;

let campaign: Campaign;
const onTheWay: string[] = [];

const unitsOf = ({ city }: Stage): string[] => city.units.map(({ name }) => name);

const { settings: example } = loadConfig({ dir: 'config', demo: true, env: {} });

/** As the house has them: with what was switched in chat. */
async function settingsAt({ room }: Stage, at: number): Promise<Settings> {
  const switches = await room.house.storage.store.inspectionSwitches.between(new Date(0), new Date(at + 1));
  return withSwitches(example, switches, new Date(at));
}

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

/** Every Friday evening: figures of all units for several periods, rankings, and what the bot answers about some. */
async function fridays(day: string, stage: Stage): Promise<void> {
  if (weekday(day) !== 5) return;
  const [issues, settings] = [await stage.room.issues(), await settingsAt(stage, stage.now())];
  const asking = { cases: stage.cases, issues, at: stage.now(), settings };
  onTheWay.push(...figureDifferences(asking, unitsOf(stage), spansAt(day)));
  onTheWay.push(...rankingDifferences(asking, stage.city, spansAt(day)));
  onTheWay.push(...(await besideDifferences(stage)));
  const some = stage.random.shuffled(unitsOf(stage)).slice(0, 4);
  const [, week = null] = spansAt(day);
  onTheWay.push(
    ...(await answerDifferences(stage, some, { period: '本周', span: week, questions: QUESTIONS.slice(0, 2) })),
  );
}

beforeAll(async () => {
  const keepIn = process.env['CAMPAIGN_DIR'];
  campaign = await runCampaign({ ...SIZE, seed: SEED, onEvening: fridays, keepIn });
}, LONG);

afterAll(async () => {
  await campaign.close();
});

describe('what was done', () => {
  test('all problems were logged, and everything of the trade happened', () => {
    const { stage } = campaign;
    expect(stage.cases.length).toBe(SIZE.problems);
    const wanted = days === ALL_DAYS ? WANTED : [];
    expect(wanted.filter((what) => (stage.done.get(what) ?? 0) === 0)).toEqual([]);
  });

  test('every sentence was understood and answered as the trade wants it', () => {
    expect(campaign.stage.complaints).toEqual([]);
    expect(campaign.room.faults).toEqual([]);
  });

  test('evening by evening the product holds what was done', () => {
    expect(campaign.differences).toEqual([]);
  });

  test('who left has handed over to who came', () => {
    const { stage, said } = campaign;
    if (stage.changed === null) return;
    const { come, gone } = stage.changed;
    const told = said.filter(({ person, text }) => person === come && text.startsWith(`【交接】${gone}`));
    expect(told).toHaveLength(1);
  });
});

describe('the manners of §13', () => {
  test('no day on which one of them was broken', () => {
    expect(campaign.breaches).toEqual([]);
  });

  test('and there was something to look at: people were tagged and reminded, bulletins went out', () => {
    const { said, bulletins } = campaign;
    expect(said.flatMap(({ mentions }) => mentions).length).toBeGreaterThan(SIZE.problems / 4);
    expect(said.filter(({ text }) => text.startsWith('【创城提醒】')).length).toBeGreaterThan(SIZE.days);
    expect(said.filter(({ text }) => /139\*{4}\d{4}/.test(text)).length).toBeGreaterThan(0);
    expect(said.some(({ images }) => images.length > 0)).toBe(days === ALL_DAYS);
    expect(bulletins.length).toBeGreaterThan(SIZE.days);
  });
});

describe('the figures of §5', () => {
  test('on the way, for every unit and several periods', () => {
    expect(onTheWay).toEqual([]);
  });

  test('at the end, for every unit and several periods', async () => {
    const { stage, room } = campaign;
    const settings = await settingsAt(stage, stage.now());
    const asking = { cases: stage.cases, issues: await room.issues(), at: stage.now(), settings };
    expect(figureDifferences(asking, unitsOf(stage), spansAt(dayAt(stage.now())))).toEqual([]);
    expect(rankingDifferences(asking, stage.city, spansAt(dayAt(stage.now())))).toEqual([]);
    expect(tallyOf(stage.cases, null, null, stage.now()).count).toBeGreaterThan(SIZE.problems * 0.8);
  });

  test('of what stands beside problems: messages, tasks, examinations, superiors, the 四查', async () => {
    expect(await besideDifferences(campaign.stage)).toEqual([]);
  });

  test(
    'as the bot answers them',
    async () => {
      const { stage } = campaign;
      const units = unitsOf(stage);
      const september = { from: '2026-09-01', to: '2026-09-30' };
      const asked = (questions: typeof QUESTIONS, period = '', span: Span | null = null) => ({
        period,
        span,
        questions,
      });
      const wrong = [
        ...(await answerDifferences(stage, units, asked(QUESTIONS.slice(0, 1)))),
        ...(await answerDifferences(stage, units, asked(QUESTIONS.slice(1, 3), '9月份', september))),
        ...(await answerDifferences(stage, units.slice(1, 9), asked(QUESTIONS.slice(3)))),
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
        const asking = { cases: stage.cases, issues: asOf, at, settings: await settingsAt(stage, at) };
        expect(figureDifferences(asking, unitsOf(stage), [null])).toEqual([]);
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
      const settings = await settingsAt(stage, at);
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

describe('the end (§13.7)', () => {
  test('each group hears of it once; nothing more is said, and nothing taken down', async () => {
    const { stage, room, said } = campaign;
    const last = said.at(-1)?.id ?? null;
    await room.house.advance(new Date(moment(dayAfter(stage.lastDay, 4), '12:00')));
    const after = (await newMessages(room, last)).filter(({ at }) => dayAt(at.getTime()) > stage.lastDay);
    expect(breachesOf(stage, after)).toEqual([]);
    const ended = after.filter(({ text }) => text.startsWith('【创城督办】')).map(({ group }) => group);
    expect(ended).toHaveLength(4);
    expect(new Set(ended)).toEqual(new Set(['city', 'departments', 'office', 'towns']));
    const heard = await room.says('刘志强', '人民路垃圾桶满溢，请市环卫中心处理');
    expect(heard.text).toContain('不再登记和办理');
    expect(await room.issues()).toHaveLength(SIZE.problems);
  });
});

/** What reckons by hand must not reckon by the product. */
test.each(['tally.ts', 'limits.ts', 'case.ts', 'share.ts', 'placing.ts', 'beside-book.ts', 'manners.ts'])(
  '%s has no line of the domain’s code',
  async (file) => {
    const text = await readFile(path.join(import.meta.dirname, 'testing/campaign', file), 'utf8');
    const imported = [...text.matchAll(/^import (?!type).*? from '(.*?)'/gm)].map(([, from = '']) => from);
    expect(imported.filter((from) => !/^\.\/[a-z-]+\.ts$/.test(from))).toEqual([]);
  },
);
