import { describe, expect, it } from 'vitest';
import { repetitionsOf, suggestUnits } from './routing.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const directory = aCity();
const settings = someSettings();

describe('which unit (§10)', () => {
  it.each([
    ['parking', '人民路', ['市城管局 category']],
    ['sanitation', '牛角巷', ['市环卫中心 category', '东湖街道 territory']],
    ['charging', '阳光新城', ['河西街道 territory']],
    ['charging', '人民路', []],
    ['psa', '滨江公园', ['市园林中心 site']],
    ['greening', '滨江公园', ['市园林中心 site']],
    ['psa', '', []],
    ['unheard-of', '牛角巷', []],
  ])('%s at %s: %j', (category, place, expected) => {
    const found = suggestUnits(category, directory.site(place) ?? null, directory, settings);
    expect(found.map(({ unit, ground }) => `${unit} ${ground}`)).toEqual(expected);
  });

  it('a unit the directory does not know is never suggested', () => {
    const categories = [{ id: 'cable', name: '空中缆线', words: [], usualUnits: ['市水务局'], tier: 4 }];
    expect(suggestUnits('cable', null, directory, someSettings({ categories }))).toEqual([]);
  });
});

describe('repeated problems (§4 rebound)', () => {
  const at = on('11-22 10:00');
  const closed = anIssue({
    no: 1,
    state: 'closed',
    closedAt: on('11-09 10:00'),
    location: '阳光新城3栋',
    site: '阳光新城',
  });
  const open = anIssue({ no: 2, location: '阳光新城 3栋', site: '阳光新城' });
  const problem = { location: '阳光新城西门', site: '阳光新城', category: 'parking' };

  it('the same site and category, the newest first', () => {
    const found = repetitionsOf(problem, [closed, open], { at, withinDays: 30 });
    expect([found.earlier.map(({ no }) => no), found.open?.no, found.closed?.no]).toEqual([[2, 1], 2, 1]);
  });

  it.each([
    ['another category', { ...problem, category: 'charging' }, 0],
    ['another place', { ...problem, site: '滨江公园', location: '滨江公园' }, 0],
    ['the same words without a site', { ...problem, site: null, location: '阳光新城3栋' }, 2],
    ['another house of the site', { ...problem, location: '阳光新城5栋' }, 0],
    ['another spot of a road', { ...problem, site: '人民路', location: '人民路西段' }, 0],
  ])('%s', (_, asked, count) => {
    const road = anIssue({ no: 3, site: '人民路', location: '人民路东段' });
    expect(repetitionsOf(asked, [closed, open, road], { at, withinDays: 30 }).earlier).toHaveLength(count);
  });

  it('closed longer ago, withdrawn and merged ones do not count', () => {
    const old = { ...closed, closedAt: on('10-22 10:00') };
    const gone = [anIssue({ ...open, state: 'withdrawn' }), anIssue({ ...open, state: 'merged' })];
    expect(repetitionsOf(problem, [old, ...gone], { at, withinDays: 30 }).earlier).toEqual([]);
  });
});
