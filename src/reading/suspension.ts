/** 挂账的计划与复查: how it will be done later, and the day it is looked at again. */
import type { DatePhrase } from './date-phrase.ts';
import { dayBeside } from './deadlines.ts';
import { written } from './fold.ts';

const PLAN = /(?:整改)?(?:计划|方案)(?!外)(?:是|为|在|于)?\s*[:,]?\s*([^,。;\n]{2,60})/;

/** 计划明年3月15日前补植; null: none is told. */
export function planIn(text: string): string | null {
  const plan = written(PLAN.exec(text)?.[1] ?? '');
  return plan.length < 2 ? null : plan;
}

/** 12月15日复查, 复查时间12月15日: the day; null: none is told. */
export const reviewDayIn = (text: string, phrases: readonly DatePhrase[]): string | null =>
  dayBeside(text, phrases, {
    before: /(?:复查|复核|再看|回头看)(?:时间|日期)?(?:定?[在为是:])?\s*$/,
    after: /^\s*(?:前|左右)?(?:再|来|去)?(?:复查|复核|回头看)/,
  });

/** The reason without the plan and the review, which stand apart. */
export function withoutPlan(reason: string): string {
  const clauses = reason
    .split(/[，,。；;]/)
    .filter((clause) => !/^(?:整改)?(?:计划|方案)|复查|复核/.test(clause.trim()));
  const rest = written(clauses.join('，'));
  return rest.length >= 2 ? rest : reason;
}
