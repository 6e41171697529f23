/** 超期的, 今天到期的, 未认领的: which problems are meant where no numbers are given. */
import type { UrgeFilter } from '../../src/domain/urging.ts';

const FILTERS: readonly (readonly [UrgeFilter, RegExp])[] = [
  ['dueToday', /(?:今[天日])(?:要|就)?到期/],
  ['dueTomorrow', /明[天日](?:要|就)?到期/],
  ['dueSoon', /到期(?!未|没)/],
  ['overdue', /超期|逾期|过期|到期(?:未|没)/],
  ['unclaimed', /(?:未|没(?:有)?|还没)(?:认领|接)/],
  ['open', /(?:未|没(?:有)?|还没)(?:整?改|处理|反馈|销号|办)/],
];

export const urgeFilter = (text: string): UrgeFilter | null =>
  FILTERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
