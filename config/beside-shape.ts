/** 设置 of what stands beside problems: citizens' messages, material, duty posts, outreach (domain §11). Every key has a default. */
import * as z from 'zod';

const name = z.string().trim().min(1);
const atLeastOne = z.int().min(1);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "时间应写成 '07:30' 的样子，并加上引号" });
const day = z.iso.date({ error: '日期应写成 2026-12-01 的样子' });
const points = z.number().max(0, { error: '扣分应写成负数或 0' });

const citizen = z.strictObject({ answerHours: atLeastOne.default(24), linkDays: atLeastOne.default(30) });

const material = z.strictObject({
  returnPoints: points.default(-1),
  superiorReturnPoints: points.default(-2),
  indicators: z
    .array(
      z.strictObject({
        indicator: name,
        title: name.nullable().default(null),
        units: z.array(name).min(1),
        deadline: day.nullable().default(null),
      }),
    )
    .default([]),
});

const duty = z.strictObject({
  checkin: z.boolean().default(true),
  posts: z
    .array(
      z.strictObject({
        name,
        units: z.array(name).min(1),
        people: atLeastOne.default(1),
        from: time.nullable().default(null),
        to: time.nullable().default(null),
      }),
    )
    .default([]),
});

const outreach = z.strictObject({ satisfactionLine: z.number().min(0).max(100).default(80) });

const weight = z.number().min(0).max(100);
const exam = z.strictObject({
  weights: z
    .strictObject({ fieldVisit: weight, onlineMaterial: weight, survey: weight })
    .refine(({ fieldVisit, onlineMaterial, survey }) => fieldVisit + onlineMaterial + survey === 100, {
      error: '三种方式的权重合起来应为 100',
    })
    .default({ fieldVisit: 60, onlineMaterial: 20, survey: 20 })
    .describe('实地考察、网上申报、问卷的权重，合为 100'),
});

/** Sections of settings.yaml, spread into its shape. */
export const besideShape = {
  citizen: citizen.prefault({}),
  material: material.prefault({}),
  duty: duty.prefault({}),
  outreach: outreach.prefault({}),
  exam: exam.prefault({}),
};
