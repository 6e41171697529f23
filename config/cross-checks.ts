/** What one settings file says of the other: units, groups and types that are named here and have to stand there. */
import type { Directory } from './directory.ts';
import { DEFAULT_CATEGORIES } from './defaults/categories.ts';
import { DEFAULT_SITE_TYPES } from './defaults/site-types.ts';
import type { Complaint } from './faults.ts';
import { withoutEmptySections } from './merge.ts';
import { nearest } from './nearest.ts';
import { settingsShape } from './settings.ts';
import type { Settings } from './settings.ts';

/** Stands for the street office or town where a site lies. */
const TERRITORY = 'territory';

/** Units that one entry of settings.yaml names. */
interface Naming {
  readonly units: readonly string[];
  readonly path: Complaint['path'];
  /** 类别“psa”. */
  readonly where: string;
  /** Good without the directory. The units of the defaults are only suggestions, also where an office copied them from the example. */
  readonly besides?: readonly string[];
  readonly advice?: string;
}

/** Units and groups that settings.yaml names and the directory does not have. `settingsFile` is its plain content, checked before. */
export function unknownInDirectory(settingsFile: unknown, directory: Directory): Complaint[] {
  const { publications, ...file } = settingsShape.parse(withoutEmptySections(settingsFile));
  const namings: Naming[] = [
    ...file.categories.map(({ id, usualUnits = [] }, at) => ({
      units: usualUnits,
      path: ['categories', at, 'usualUnits'],
      where: `类别“${id}”`,
      besides: [TERRITORY, ...(DEFAULT_CATEGORIES.find((one) => one.id === id)?.usualUnits ?? [])],
      advice: '；属地街道或乡镇请写 territory',
    })),
    ...file.siteTypes.map(({ id, units = [] }, at) => ({
      units,
      path: ['siteTypes', at, 'units'],
      where: `点位类型“${id}”`,
      besides: DEFAULT_SITE_TYPES.find((one) => one.id === id)?.units ?? [],
    })),
    ...file.material.indicators.map(({ indicator, units }, at) => ({
      units,
      path: ['material', 'indicators', at, 'units'],
      where: `指标“${indicator}”`,
    })),
    ...file.duty.posts.map(({ name, units }, at) => ({
      units,
      path: ['duty', 'posts', at, 'units'],
      where: `岗位“${name}”`,
    })),
  ];
  const units = directory.units.map(({ name }) => name);
  return [
    ...namings.flatMap((naming) => unknownUnits(naming, units)),
    ...unknownGroups(publications.groups, directory),
  ];
}

function unknownUnits(
  { units, path, where, besides = [], advice = '' }: Naming,
  known: readonly string[],
): Complaint[] {
  return units.flatMap((unit, nth): Complaint[] => {
    if (known.includes(unit) || besides.includes(unit)) return [];
    const near = nearest(unit, known);
    const hint = near === undefined ? advice : `，是否应为“${near}”`;
    return [{ path: [...path, nth], message: `${where}的单位“${unit}”不在 directory.yaml 的 units 里${hint}` }];
  });
}

/** Groups that numbered papers go to. */
function unknownGroups(groups: readonly string[] | null, directory: Directory): Complaint[] {
  const known = directory.groups.map(({ id }) => id);
  return (groups ?? []).flatMap((id, nth): Complaint[] => {
    if (known.includes(id)) return [];
    const near = nearest(id, known);
    const all = known.length === 0 ? 'directory.yaml 里还没有群' : `directory.yaml 里有：${known.join('、')}`;
    const hint = near === undefined ? all : `是否应为“${near}”`;
    return [{ path: ['publications', 'groups', nth], message: `没有 id 为“${id}”的群，${hint}` }];
  });
}

/** Types that the directory's sites have and the settings do not explain. Sites stand in the file in the same order. */
export function unknownSiteTypes(directory: Directory, settings: Settings): Complaint[] {
  const known = settings.siteTypes.map(({ id }) => id);
  return directory.sites.flatMap(({ name, type }, at): Complaint[] => {
    if (known.includes(type)) return [];
    const near = nearest(type, known);
    const hint = near === undefined ? '' : `，是否应为“${near}”`;
    return [{ path: ['sites', at, 'type'], message: `点位“${name}”的类型“${type}”不在设置的 siteTypes 里${hint}` }];
  });
}

/** Default suggestions without the units that this city does not have. */
export function withKnownUnits(settings: Settings, directory: Directory): Settings {
  const known = new Set([TERRITORY, ...directory.units.map(({ name }) => name)]);
  return {
    ...settings,
    categories: settings.categories.map((category) => ({
      ...category,
      usualUnits: category.usualUnits.filter((unit) => known.has(unit)),
    })),
  };
}
