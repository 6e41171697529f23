import { describe, expect, it } from 'vitest';
import { createDirectory } from './city.ts';
import { siteIn, siteNamed } from './site-in.ts';
import { aCity } from './testing/sample.ts';

const directory = aCity();

describe('the site in a place', () => {
  it.each([
    ['滨江公园', '滨江公园'],
    ['牛角弄', '牛角巷'],
    ['牛角弄口', '牛角巷'],
    ['人民路与解放路交叉口东北角', '人民路与解放路交叉口'],
    ['滨江公园对面的人民路', '滨江公园'],
    ['人民路3号门前', '人民路'],
    ['人民路东段88号', '人民路'],
    ['人民路东段超市门口', '人民路'],
    ['阳光新城3栋', '阳光新城'],
    ['阳光3栋', '阳光新城'],
    ['阳光新城小区3栋', '阳光新城'],
    ['人民路小区', null],
    ['人民路小学门口', null],
    ['人民路第二小学', null],
    ['阳光新城幼儿园', null],
    ['建设路', null],
    ['', null],
  ])('“%s”: %s', (text, name) => {
    expect(siteIn(text, directory)?.name ?? null).toBe(name);
  });

  it('none where two are named equally long', () => {
    expect(siteIn('牛角巷到人民路', directory)).toBeNull();
    const square = { name: '滨江广场', type: 'square', territory: null, aliases: [], unit: null, roadChief: null };
    const city = createDirectory({ ...directory.data, sites: [...directory.sites, square] });
    expect(siteIn('滨江公园与滨江广场之间', city)).toBeNull();
  });
});

it.each([
  ['滨江公园', '滨江公园'],
  ['牛角弄', '牛角巷'],
  ['滨江公园东门', '滨江公园'],
  ['人民路（东段）', '人民路'],
  ['人民路小学', null],
  ['人民路与中山路交叉口', null],
  ['滨江公园对面的人民路', null],
])('the site called “%s”: %s', (text, name) => {
  expect(siteNamed(text, directory)?.name ?? null).toBe(name);
});
