/** 设置: the shape of settings.yaml with every default. An empty file is valid; what it states replaces the default (domain §4–§13). */
import * as z from 'zod';
import { besideShape } from './beside-shape.ts';
import { DEFAULT_CALENDAR } from './defaults/calendar.ts';
import { DEFAULT_CATEGORIES } from './defaults/categories.ts';
import { DANGER_WORDS } from './defaults/danger-words.ts';
import { DEFAULT_SITE_TYPES } from './defaults/site-types.ts';
import { dingtalkShape } from './dingtalk-shape.ts';
import type { Complaint } from './faults.ts';
import { complaintsOf, zodSentence } from './sentences.ts';
import { pressureShape } from './pressure-shape.ts';
import { publishingShape } from './publishing-shape.ts';
import { mergeById, withoutEmptySections } from './merge.ts';
import { checkSettings } from './settings-checks.ts';
import { wecomShape } from './wecom-shape.ts';

const name = z.string().trim().min(1);
const count = z.int().min(0);
const atLeastOne = z.int().min(1);
const rate = z.number().min(0).max(100);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "时间应写成 '18:10' 的样子，并加上引号" });
const day = z.iso.date({ error: '日期应写成 2026-11-22 的样子' });

/** A section: all its keys have defaults, so it may be left out as a whole; keys it does not know are faults. */
const section = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.prefault(z.strictObject(shape), {} as never); // {} is valid: every key has a default

const tier = z.strictObject({
  limit: z.union([z.literal('sameDay'), z.strictObject({ hours: atLeastOne }), z.strictObject({ days: atLeastOne })], {
    error: '时限应写 sameDay、{ hours: 小时数 } 或 { days: 天数 }',
  }),
  clock: z.enum(['working', 'calendar']).optional(),
});

const DEFAULT_TIERS: Record<string, z.output<typeof tier>> = {
  '0': { limit: { hours: 2 } },
  '1': { limit: 'sameDay' },
  '2': { limit: { hours: 24 } },
  '3': { limit: { days: 3 } },
  '4': { limit: { days: 7 } },
  '5': { limit: { days: 30 } },
};

const yearOfDays = z.strictObject({ holidays: z.array(day).default([]), workdays: z.array(day).default([]) });

const categoryEntry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, { error: '类别的 id 只能用小写字母、数字和下划线' }),
  name: name.optional(),
  words: z.array(name).optional(),
  usualUnits: z.array(name).optional(),
  tier: count.optional(),
});

const siteTypeEntry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, { error: '点位类型的 id 只能用小写字母、数字和下划线' }),
  name: name.optional(),
  checks: z.string().optional(),
  units: z.array(name).optional().describe('行业主管部门全称'),
});

const period = z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, {
  path: ['to'],
  error: '结束日期不能早于开始日期',
});

/** settings.yaml as people write it. A later section is one more line here. */
export const settingsShape = z.strictObject({
  botNames: z.array(name).min(1).default(['督办机器人', '督办小助手']),
  workday: section({
    start: time.default('08:30'),
    end: time.default('18:00'),
    calendar: z
      .record(z.string().regex(/^\d{4}$/, { error: '应为四位年份' }), yearOfDays)
      .default({})
      .transform((years) => ({ ...DEFAULT_CALENDAR, ...years })),
  }),
  deadlines: section({
    tiers: z
      .record(z.string().regex(/^\d$/, { error: '档次应为 0 到 9 的一位数字' }), tier)
      .default({})
      .transform((tiers) => ({ ...DEFAULT_TIERS, ...tiers })),
    defaultDays: atLeastOne.default(3),
    sameDayCutoff: time.default('16:00'),
    sameDayNext: time.default('10:00'),
    returnHours: atLeastOne.default(24),
    dangerWords: z.array(z.string().trim().min(1)).default(DANGER_WORDS),
  }),
  claim: section({ limitMinutes: atLeastOne.default(120), urgentLimitMinutes: atLeastOne.default(30) }),
  verify: section({ remindAfterHours: atLeastOne.default(24), inspectorsMayVerify: z.boolean().default(true) }),
  withdraw: section({ inspectorMinutes: count.default(30) }),
  appeal: section({ hours: atLeastOne.default(24), urgentHours: atLeastOne.default(2) }),
  extend: section({ most: count.max(2).default(2) }),
  rebound: section({ withinDays: atLeastOne.default(30), minHours: atLeastOne.default(2) }),
  recheck: section({ share: z.number().min(0).max(1).default(0.1), withinDays: atLeastOne.default(30) }),
  drafts: section({ expireMinutes: atLeastOne.default(30) }),
  figures: section({
    countReported: z.boolean().default(false),
    onTimeBase: z.enum(['settled', 'due']).default('settled'),
    boards: section({
      kind: z.enum(['threshold', 'place']).default('threshold'),
      red: rate.default(90),
      black: rate.default(85),
      least: atLeastOne.default(3),
      first: count.default(5),
      last: count.default(3),
    }),
  }),
  manners: section({
    quietFrom: time.default('20:00'),
    quietTo: time.default('08:00'),
    pushesPerGroupAndDay: count.default(3),
    mentionsPerPersonAndDay: count.default(1),
  }),
  inspectionPeriod: period.nullable().default(null),
  campaign: section({ from: day.default('2026-01-01'), to: day.nullable().default(null) }),
  jobs: section({
    dailyBulletin: time.nullable().default('18:10'),
    dueReminder: time.nullable().default('09:10'),
    overdueReminder: time.nullable().default('09:20'),
    officeMorning: time.nullable().default('08:40'),
    catchUpMinutes: count.default(120),
  }),
  bulletin: section({ mostListed: atLeastOne.default(10), mostMentioned: count.default(10) }),
  ...wecomShape,
  ...besideShape,
  ...pressureShape,
  ...publishingShape,
  ...dingtalkShape,
  categories: z.array(categoryEntry).default([]),
  siteTypes: z.array(siteTypeEntry).default([]),
});

export type Settings = ReturnType<typeof settingsOf>;

const BUILT_IN_WORDS = new Set(DEFAULT_CATEGORIES.flatMap(({ words }) => words));
/** A word that no default has is the administrator's own. */
function withOwnWords<Entry extends { readonly words: readonly string[] }>(
  category: Entry,
): Entry & { readonly ownWords?: readonly string[] } {
  const ownWords = category.words.filter((word) => !BUILT_IN_WORDS.has(word));
  return ownWords.length > 0 ? { ...category, ownWords } : category;
}

/** Either the settings with all defaults filled in, or what is wrong with the file. `value` is its plain content. */
export function parseSettings(value: unknown): { settings: Settings } | { complaints: Complaint[] } {
  const parsed = settingsShape.safeParse(withoutEmptySections(value), { error: zodSentence });
  if (!parsed.success) return { complaints: complaintsOf(parsed.error) };
  const complaints = checkSettings(parsed.data);
  return complaints.length > 0 ? { complaints } : { settings: settingsOf(parsed.data) };
}

/** The settings of an empty file. */
export const defaultSettings = (): Settings => settingsOf(settingsShape.parse({}));

export type SettingsFile = z.output<typeof settingsShape>;

function settingsOf(file: SettingsFile) {
  return {
    ...file,
    categories: mergeById(DEFAULT_CATEGORIES, file.categories, { name: '', words: [], usualUnits: [], tier: 3 }).map(
      withOwnWords,
    ),
    siteTypes: mergeById(DEFAULT_SITE_TYPES, file.siteTypes, { name: '', checks: '', units: [] }),
  };
}
