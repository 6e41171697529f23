/** 点位类型: named in a question (农贸市场整改率, 各学校), by the settings' names and everyday words. */
import type { Settings } from '../domain/settings.ts';

const EVERYDAY: readonly (readonly [string, RegExp])[] = [
  ['market', /农贸市场|菜市场|集贸市场/],
  ['residential', /居民小区|小区|楼院/],
  ['main_road', /主干道/],
  ['secondary_road', /次干道/],
  ['back_street', /背街小巷|小巷/],
  ['hospital', /医院/],
  ['school', /学校|中小学/],
  ['park', /公园/],
  ['square', /广场(?!舞)/],
  ['mall', /商场|超市/],
  ['construction_site', /(?:建筑)?工地/],
  ['station', /车站/],
  ['junction', /路口/],
  ['commercial_street', /商业街|商业大街|步行街/],
  ['toilet', /公厕/],
  ['gov_hall', /政务大厅/],
  ['window', /窗口单位/],
];

export function siteTypeFinder(types: Settings['siteTypes']): (text: string) => readonly string[] {
  const known = new Set(types.map(({ id }) => id));
  return (text) => {
    const named = types
      .filter(({ name, id }) => id !== 'other' && name.length >= 2 && text.includes(name))
      .map(({ id }) => id);
    const said = EVERYDAY.filter(([id, pattern]) => known.has(id) && pattern.test(text)).map(([id]) => id);
    return [...new Set([...named, ...said])];
  };
}
