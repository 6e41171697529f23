/** What can only be seen across the whole of settings.yaml: values that contradict one another, names that lead nowhere or to two things. */
import { DEFAULT_CATEGORIES } from './defaults/categories.ts';
import { DEFAULT_SITE_TYPES } from './defaults/site-types.ts';
import type { Complaint } from './faults.ts';
import { nearest } from './nearest.ts';
import type { SettingsFile } from './settings.ts';

/** All faults that need more than one value to be seen. The shape has been checked before. */
export function checkSettings(file: SettingsFile): Complaint[] {
  return [
    ...checkTimes(file),
    ...checkEntries('categories', '类别', file.categories, DEFAULT_CATEGORIES),
    ...checkEntries('siteTypes', '点位类型', file.siteTypes, DEFAULT_SITE_TYPES),
    ...checkTiers(file),
    ...checkLadder(file),
    ...checkIndicators(file),
  ];
}

function checkTimes({ workday, deadlines, figures, campaign }: SettingsFile): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (path: Complaint['path'], message: string) => complaints.push({ path, message });
  if (workday.start >= workday.end) complain(['workday', 'end'], '下班时间应晚于上班时间');
  if (deadlines.sameDayCutoff >= workday.end)
    complain(['deadlines', 'sameDayCutoff'], '当日整改的截止登记时间应早于下班时间');
  if (figures.boards.black > figures.boards.red) complain(['figures', 'boards', 'black'], '黑榜线不能高于红榜线');
  if (campaign.to !== null && campaign.to < campaign.from) complain(['campaign', 'to'], '结束日期不能早于开始日期');
  return complaints;
}

interface Entry {
  readonly id: string;
  readonly name?: string | undefined;
}

function checkEntries(key: string, word: string, entries: readonly Entry[], defaults: readonly Entry[]): Complaint[] {
  return entries.flatMap(({ id, name }, at): Complaint[] => {
    if (entries.findIndex((entry) => entry.id === id) < at) {
      return [{ path: [key, at, 'id'], message: `${word}“${id}”写了两次，请合并` }];
    }
    const isNew = !defaults.some((entry) => entry.id === id);
    return isNew && name === undefined ? [{ path: [key, at, 'id'], message: `新增的${word}“${id}”没有写 name` }] : [];
  });
}

function checkTiers({ deadlines: { tiers }, categories }: SettingsFile): Complaint[] {
  return categories.flatMap(({ tier }, at): Complaint[] =>
    tier === undefined || Object.hasOwn(tiers, String(tier))
      ? []
      : [
          {
            path: ['categories', at, 'tier'],
            message: `没有第 ${tier} 档时限，可用的有：${Object.keys(tiers).join('、')}`,
          },
        ],
  );
}

/** Steps are spoken of by id, name and word, so each of them means one step; a trigger looks at milder steps only, which come first. */
function checkLadder({ ladder: { steps } }: SettingsFile): Complaint[] {
  const path = (at: number, ...keys: readonly string[]) => ['ladder', 'steps', at, ...keys];
  const twice = (key: 'id' | 'name' | 'word', what: string): Complaint[] =>
    steps.flatMap((step, at) =>
      steps.findIndex((other) => other[key] === step[key]) < at
        ? [{ path: path(at, key), message: `${what}“${step[key]}”写了两次，请改掉一个` }]
        : [],
    );
  const lost = (at: number, trigger: 'repeated' | 'unheeded'): Complaint[] => {
    const named = steps[at]?.when[trigger]?.step;
    const earlier = steps.slice(0, at).map(({ id }) => id);
    if (named === undefined || earlier.includes(named)) return [];
    const near = nearest(named, earlier);
    const known = earlier.length === 0 ? '它前面没有步骤' : `可用的有：${earlier.join('、')}`;
    const message = `“${steps[at]?.name ?? ''}”的 when 里提到的“${named}”不在它前面的步骤里，`;
    return [
      {
        path: path(at, 'when', trigger, 'step'),
        message: message + (near === undefined ? known : `是否应为“${near}”`),
      },
    ];
  };
  return [
    ...twice('id', '步骤'),
    ...twice('name', '叫法'),
    ...twice('word', '文号用字'),
    ...steps.flatMap((_, at) => [...lost(at, 'repeated'), ...lost(at, 'unheeded')]),
  ];
}

/** A unit hands in the material of an indicator once: two lines would be two rows of the list. */
function checkIndicators({ material: { indicators } }: SettingsFile): Complaint[] {
  const seen = new Set<string>();
  return indicators.flatMap(({ indicator, units }, at) =>
    units.flatMap((unit, nth): Complaint[] => {
      const key = `${indicator} ${unit}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew
        ? []
        : [
            {
              path: ['material', 'indicators', at, 'units', nth],
              message: `指标“${indicator}”由“${unit}”报送写了两次，请删去一个`,
            },
          ];
    }),
  );
}
