/** 设置 of what leaves the chat: numbered papers, the ranking picture, the check of photos (domain §12, §13). Every key has a default. */
import * as z from 'zod';

const text = z.string().trim();
const name = text.min(1);
const atLeastOne = z.int().min(1);
const share = z.number().min(0).max(1).optional();

const series = (by: 'through' | 'year') =>
  z
    .strictObject({
      by: z.enum(['through', 'year'], { error: '期号只能是 through（一直往下编）或 year（每年从头编）' }).default(by),
      last: z.int().min(0).default(0).describe('启用机器人之前已经编到第几期'),
    })
    .prefault({});

const publications = z.strictObject({
  reportTo: text.nullable().default(null).describe('报'),
  sendTo: text.nullable().default(null).describe('送'),
  issueTo: text.nullable().default(null).describe('发'),
  groups: z.array(name).nullable().default(null).describe('发到哪些群（通讯录里群的 id）'),
  toCommanders: z.boolean().default(true).describe('同时一对一发给指挥部领导'),
  answerDays: atLeastOne.default(3),
  numbering: z
    .strictObject({ weekly: series('through'), special: series('through'), circular: series('year') })
    .prefault({}),
});

const pictures = z.strictObject({
  maxBytes: atLeastOne.default(10 * 1024 * 1024),
  ranking: z.boolean().default(true).describe('日通报附排名图'),
  extraFonts: z.array(name).default([]).describe('生僻字用的字体文件'),
  check: z.boolean().default(true).describe('核对整改后照片'),
  thresholds: z
    .strictObject({
      sure: share,
      likely: share,
      detail: share,
      otherPlace: share,
      otherColours: share,
    })
    .prefault({}),
});

/** Sections of settings.yaml, spread into its shape. */
export const publishingShape = { publications: publications.prefault({}), pictures: pictures.prefault({}) };
