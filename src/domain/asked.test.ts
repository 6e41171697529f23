import { describe, expect, it } from 'vitest';
import { askedName, selectAsked, untilToday } from './asked.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const issues = [
  anIssue({ no: 1, location: '人民路12号', site: '人民路', category: 'psa' }),
  anIssue({ no: 2, location: '路口东北角', site: '人民路与解放路交叉口', team: '督查二组' }),
  anIssue({ no: 3, location: '牛角弄3号', site: null, source: 'superior' }),
  anIssue({ no: 4, location: '滨江公园南门', site: '滨江公园', category: 'greening' }),
];

describe('selectAsked', () => {
  it.each([
    ['nothing narrows', {}, [1, 2, 3, 4]],
    ['empty lists narrow nothing', { sites: [], categories: [], siteTypes: [] }, [1, 2, 3, 4]],
    ['a road and its junctions', { sites: ['人民路'] }, [1, 2]],
    ['a site by its other name in the place', { sites: ['牛角巷'] }, [3]],
    ['a place that is no site', { location: '12号' }, [1]],
    ['a site before a place', { sites: ['牛角巷'], location: '12号' }, [3]],
    ['a kind of site', { siteTypes: ['park'] }, [4]],
    ['a category', { categories: ['psa', 'greening'] }, [1, 4]],
    ['a source', { source: 'superior' }, [3]],
    ['a team', { team: '督查二组' }, [2]],
    ['all together', { sites: ['人民路'], team: '督查二组' }, [2]],
  ])('%s', (_, asked, nos) => {
    expect(selectAsked(issues, asked, aCity()).map(({ no }) => no)).toEqual(nos);
  });
});

it.each([
  [{}, null],
  [{ units: ['市城管局'], categories: ['psa'] }, '市城管局、公益广告'],
  [{ sites: ['人民路'], location: '人民路' }, '人民路'],
  [{ source: 'superior', team: '督查一组' }, '上级督查反馈、督查一组'],
])('askedName of %j', (asked, name) => {
  expect(askedName(asked, someSettings())).toBe(name);
});

it.each([
  ['a month that runs ends today', { from: '2026-11-01', to: '2026-11-30' }, '2026-11-22'],
  ['a week that is over stays', { from: '2026-11-09', to: '2026-11-15' }, '2026-11-15'],
  ['one to come stays', { from: '2026-11-23', to: '2026-11-29' }, '2026-11-29'],
])('%s', (_, period, to) => {
  expect(untilToday(period, on('11-22 10:00'))?.to).toBe(to);
});
