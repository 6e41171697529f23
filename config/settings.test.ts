import { describe, expect, test } from 'vitest';
import type { Settings as DomainSettings } from '../src/domain/settings.ts';
import { faultLine } from './faults.ts';
import { defaultSettings, parseSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { readSource } from './source.ts';

function read(text: string): Settings {
  const parsed = parseSettings(readSource('settings.yaml', text, {}).value);
  if ('complaints' in parsed) throw new Error(parsed.complaints.map(({ message }) => message).join('\n'));
  return parsed.settings;
}

function faultsOf(text: string): string[] {
  const source = readSource('settings.yaml', text, {});
  const parsed = parseSettings(source.value);
  if (!('complaints' in parsed)) return [];
  return parsed.complaints.map((complaint) => faultLine(source.locate(complaint)).replace('settings.yaml:', ''));
}

describe('what is not written has its default', () => {
  test.each([
    ['an empty file', ''],
    ['only comments', '# 没有改动\n'],
    ['a section whose lines are all commented out', 'jobs:\n  # dailyBulletin: null\n'],
  ])('%s', (_, text) => {
    const settings: DomainSettings = read(text);
    expect(settings).toEqual(defaultSettings());
  });

  test('the defaults are those of the trade (domain §5, §6, §10, §13)', () => {
    const settings: DomainSettings = defaultSettings();
    expect(settings.deadlines.tiers).toEqual({
      '0': { limit: { hours: 2 } },
      '1': { limit: 'sameDay' },
      '2': { limit: { hours: 24 } },
      '3': { limit: { days: 3 } },
      '4': { limit: { days: 7 } },
      '5': { limit: { days: 30 } },
    });
    expect(settings.figures.boards).toMatchObject({ kind: 'threshold', red: 90, black: 85, least: 3 });
    expect(settings.manners).toEqual({
      quietFrom: '20:00',
      quietTo: '08:00',
      pushesPerGroupAndDay: 3,
      mentionsPerPersonAndDay: 1,
    });
    expect(settings.categories).toHaveLength(24);
    expect(settings.inspectionPeriod).toBeNull();
  });

  test('2026 has 33 days off by holiday and six working weekend days', () => {
    const year = defaultSettings().workday.calendar['2026'];
    expect(year.holidays).toHaveLength(33);
    expect(year.workdays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    expect(year.workdays.map((day) => new Date(day).getUTCDay()).every((day) => day === 0 || day === 6)).toBe(true);
  });

  test('no word points to two categories', () => {
    const words = defaultSettings().categories.flatMap((category) => category.words);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});

describe('what is written replaces its own default and nothing beside it', () => {
  test('one hour of one job', () => {
    expect(read("jobs: { dailyBulletin: '17:40' }").jobs).toEqual({
      ...defaultSettings().jobs,
      dailyBulletin: '17:40',
    });
  });

  test('a job can be switched off', () => {
    expect(read('jobs: { dueReminder: null }').jobs.dueReminder).toBeNull();
  });

  test('one tier, written with a bare number', () => {
    const { tiers } = read('deadlines: { tiers: { 3: { limit: { days: 5 }, clock: calendar } } }').deadlines;
    expect(tiers).toEqual({
      ...defaultSettings().deadlines.tiers,
      '3': { limit: { days: 5 }, clock: 'calendar' },
    });
  });

  test('the calendar of another year', () => {
    const { calendar } = read("workday: { calendar: { '2027': { holidays: [2027-01-01] } } }").workday;
    expect(Object.keys(calendar)).toEqual(['2026', '2027']);
    expect(calendar).toMatchObject({ '2027': { holidays: ['2027-01-01'], workdays: [] } });
  });

  test('the tier of one category; a new category follows at the end', () => {
    const { categories } = read('categories: [{ id: psa, tier: 2 }, { id: tea, name: 茶摊, words: [茶摊] }]');
    expect(categories[0]).toEqual({ ...defaultSettings().categories[0], tier: 2 });
    expect(categories.at(-1)).toEqual({
      id: 'tea',
      name: '茶摊',
      words: ['茶摊'],
      ownWords: ['茶摊'],
      usualUnits: [],
      tier: 3,
    });
    expect(categories).toHaveLength(25);
  });
});

const step = (id: string, name: string, word: string, more = '') =>
  `{ id: ${id}, name: ${name}, kind: reminder, title: 提醒函, word: ${word}, to: deputy${more} }`;

describe('faults, where they are and what to do', () => {
  test.each([
    ["jobs:\n  dailyBulletin: '25:00'", "2:18 时间应写成 '18:10' 的样子，并加上引号"],
    ['jobs:\n  dailyBulletin: 1810', '2:18 “dailyBulletin”应为文字，数字请加上引号'],
    ['jobs:\n  dailyBuletin: null', '2:3 不认识“dailyBuletin”，请检查拼写或删去'],
    ['job:\n  x: 1', '1:1 不认识“job”，请检查拼写或删去'],
    ['extend:\n  most: 3', '2:9 “most”不能大于 2'],
    ['claim:\n  limitMinutes: 0', '2:17 “limitMinutes”不能小于 1'],
    ['claim:\n  limitMinutes: 1.5', '2:17 “limitMinutes”应为整数'],
    ['claim:\n  limitMinutes: 两小时', '2:17 “limitMinutes”应为数字'],
    ['verify:\n  inspectorsMayVerify: 是', '2:24 “inspectorsMayVerify”应为 true 或 false'],
    ['figures:\n  onTimeBase: all', '2:15 “onTimeBase”只能是：settled、due'],
    ['figures:\n  boards: { red: 80 }', '2:11 黑榜线不能高于红榜线'],
    ['botNames: []', '1:11 “botNames”至少要有一项'],
    ['inspectionPeriod: { from: 2026-12-10, to: 2026-12-01 }', '1:43 结束日期不能早于开始日期'],
    ['campaign: { from: 2026-13-01 }', '1:19 日期应写成 2026-11-22 的样子'],
    ["workday: { start: '18:30' }", '1:10 下班时间应晚于上班时间'],
    ['deadlines:\n  tiers:\n    3: { limit: 三天 }', '3:17 时限应写 sameDay、{ hours: 小时数 } 或 { days: 天数 }'],
    ['categories:\n  - id: psa\n    tier: 7', '3:11 没有第 7 档时限，可用的有：0、1、2、3、4、5'],
    ['categories:\n  - id: tea', '2:9 新增的类别“tea”没有写 name'],
    ['categories:\n  - id: psa\n  - id: psa', '3:9 类别“psa”写了两次，请合并'],
    ['categories:\n  - id: 茶', '2:9 类别的 id 只能用小写字母、数字和下划线'],
    ['siteTypes:\n  - { id: tea_house }', '2:11 新增的点位类型“tea_house”没有写 name'],
    [
      `ladder:\n  steps:\n    - ${step('first', '一令', '提醒')}\n    - ${step('first', '二令', '督办')}`,
      '4:13 步骤“first”写了两次，请改掉一个',
    ],
    [
      `ladder:\n  steps:\n    - ${step('first', '一令', '提醒')}\n    - ${step('second', '一令', '督办')}`,
      '4:27 叫法“一令”写了两次，请改掉一个',
    ],
    [
      `ladder:\n  steps:\n    - ${step('first', '一令', '提醒')}\n    - ${step('second', '二令', '提醒')}`,
      '4:65 文号用字“提醒”写了两次，请改掉一个',
    ],
    [
      `ladder:\n  steps:\n    - ${step('first', '一令', '提醒')}\n    - ${step('second', '二令', '督办', ', when: { unheeded: { step: frist, hours: 1 } }')}`,
      '4:107 “二令”的 when 里提到的“frist”不在它前面的步骤里，是否应为“first”',
    ],
    [
      `ladder:\n  steps:\n    - ${step('first', '一令', '提醒', ', when: { repeated: { step: last } }')}\n    - ${step('last', '二令', '督办')}`,
      '3:106 “一令”的 when 里提到的“last”不在它前面的步骤里，它前面没有步骤',
    ],
    [
      'material:\n  indicators:\n    - { indicator: Ⅱ-3, units: [甲, 乙] }\n    - { indicator: Ⅱ-3, units: [丙, 乙] }',
      '4:36 指标“Ⅱ-3”由“乙”报送写了两次，请删去一个',
    ],
    ['claim: 30', '1:8 “claim”应为一组“名称: 值”'],
  ])('%s', (text, line) => {
    expect(faultsOf(text)).toEqual([line]);
  });

  test('several at once', () => {
    expect(faultsOf('extend: { most: 9 }\nclaim: { limitMinutes: 0 }')).toHaveLength(2);
  });
});
