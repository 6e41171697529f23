/** 设置 of pressure: the ladder with its papers, and the score (domain §7, §8). A list of steps that is given replaces the default one. */
import * as z from 'zod';

const name = z.string().trim().min(1);
const atLeastOne = z.int().min(1);
const taken = z.number().max(0, { error: '扣分应写成负数或 0' });
const given = z.number().min(0, { error: '加分应写成正数或 0' });

const trigger = z.strictObject({
  overdueHours: atLeastOne.nullable().default(null).describe('超期满多少小时'),
  returns: atLeastOne.nullable().default(null).describe('本轮退回几次'),
  rebound: z.boolean().default(false).describe('反弹'),
  repeated: z
    .strictObject({ step: name, times: atLeastOne.default(2), withinDays: atLeastOne.default(30) })
    .nullable()
    .default(null)
    .describe('多少天内该单位第几次收到某一步的文书'),
  unheeded: z
    .strictObject({ step: name, hours: atLeastOne })
    .nullable()
    .default(null)
    .describe('某一步的文书签发后多少小时仍未整改'),
});

const step = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, { error: '步骤的 id 只能用小写字母、数字和下划线' }),
  name: name.describe('一令、二令、三令，或本地叫法'),
  kind: z.enum(['reminder', 'supervision', 'accountability'], {
    error: '文书版式只能是 reminder（提醒函）、supervision（督办单）或 accountability（问责建议）',
  }),
  title: name.describe('文书名称'),
  word: z
    .string()
    .regex(/^[一-龥]{2}$/, { error: '文号用字应为两个汉字，如 督办' })
    .describe('文号用字'),
  to: z.enum(['deputy', 'principal', 'headquarters'], {
    error: '送达对象只能是 deputy（分管领导）、principal（主要负责人）或 headquarters（指挥部）',
  }),
  answerHours: atLeastOne.nullable().default(null),
  demands: z.array(name).default([]),
  points: taken.default(0),
  when: trigger.prefault({}),
});

const DEFAULT_STEPS: readonly z.input<typeof step>[] = [
  {
    id: 'first',
    name: '一令',
    kind: 'reminder',
    title: '提醒函',
    word: '提醒',
    to: 'deputy',
    answerHours: 24,
    points: -1,
    when: { overdueHours: 24, returns: 2 },
  },
  {
    id: 'second',
    name: '二令',
    kind: 'supervision',
    title: '督办单',
    word: '督办',
    to: 'principal',
    answerHours: 24,
    points: -2,
    when: { overdueHours: 72, rebound: true, repeated: { step: 'first', times: 2, withinDays: 30 } },
  },
  {
    id: 'third',
    name: '三令',
    kind: 'accountability',
    title: '问责建议',
    word: '问责',
    to: 'headquarters',
    points: -5,
    when: { unheeded: { step: 'second', hours: 48 } },
  },
];

const ladder = z.strictObject({
  issuer: name.nullable().default(null).describe('发文机关'),
  yellow: z
    .strictObject({ share: z.number().gt(0).lt(1).default(0.75), leastMinutes: atLeastOne.default(60) })
    .nullable()
    .prefault({}),
  steps: z.array(step).prefault([...DEFAULT_STEPS]),
});

const score = z.strictObject({
  base: z.number().default(100),
  foundBySuperior: taken.default(-0.5),
  foundByOffice: taken.default(-0.2),
  fixedOnSpotShare: z.number().min(0).max(1).default(0.5),
  overdue: taken.default(-0.5),
  returned: taken.default(-0.2),
  rebound: taken.default(-2),
  inTwoBulletins: taken.default(-1),
  rejectedAppeal: taken.default(-0.2),
  faked: taken.default(-5),
  praised: given.default(3),
  cleanSite: given.default(1),
  cleanSiteBySuperior: given.default(2),
});

/** Sections of settings.yaml, spread into its shape. */
export const pressureShape = { ladder: ladder.prefault({}), score: score.prefault({}) };
