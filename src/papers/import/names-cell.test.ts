import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../domain/city.ts';
import { aCity } from '../../domain/testing/sample.ts';
import { readUnits, siteIn, siteNamed } from './names-cell.ts';

const directory = aCity();

describe('names in cells', () => {
  it.each([
    ['市城管局', ['市城管局'], []],
    ['城管、住建局', ['市城管局', '市住建局'], []],
    ['牵头：城管局\n配合：东湖办', ['市城管局', '东湖街道'], []],
    ['各街道', ['河西街道', '东湖街道'], []],
    ['市城管局（牵头）', ['市城管局'], []],
    ['城管居', [], ['城管居']],
    ['', [], []],
  ])('units of “%s”', (text, units, unknown) => {
    expect(readUnits(text, directory)).toEqual({ units, unknown });
  });

  it.each([
    ['滨江公园', '滨江公园'],
    ['牛角弄', '牛角巷'],
    ['人民路与解放路交叉口东北角', '人民路与解放路交叉口'],
    ['滨江公园对面的人民路', '滨江公园'],
    ['人民路3号门前', '人民路'],
    ['人民路小学门口', undefined],
    ['人民路第二小学', undefined],
    ['别处', undefined],
  ])('site in “%s”', (text, name) => {
    expect(siteIn(text, directory)?.name).toBe(name);
  });

  it.each([
    ['滨江公园', '滨江公园'],
    ['牛角弄', '牛角巷'],
    ['滨江公园东门', '滨江公园'],
    ['人民路（东段）', '人民路'],
    ['人民路小学', undefined],
    ['人民路与中山路交叉口', undefined],
    ['滨江公园对面的人民路', undefined],
  ])('the site called “%s”', (text, name) => {
    expect(siteNamed(text, directory)?.name).toBe(name);
  });

  it('no site where two are named equally long', () => {
    const sites = [
      ...directory.sites,
      { name: '滨江广场', type: 'square', territory: null, aliases: [], unit: null, roadChief: null },
    ];
    expect(siteIn('滨江公园与滨江广场之间', createDirectory({ ...directory.data, sites }))).toBeUndefined();
  });
});
