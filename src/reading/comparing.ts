/** 两期对比: 比上周提高了多少, 环比. */
import { addDays, dayOf, monthOf, weekOf } from '../domain/shanghai.ts';
import type { Period } from './periods.ts';

/** The period asked about and the one before it. */
export interface Compared {
  readonly period: Period;
  readonly against: Period;
}

const COMPARES =
  /环比|(?:比|较)[^,。]{0,2}?(上上?(?:个|一)?(?:周|星期|礼拜|月)|昨[天日])|(上(?:个|一)?(?:周|星期|礼拜|月)|昨[天日])[^,。]{0,4}相?比/;

/** Null where no comparison with the period before is asked. Without a word for it 环比 is of weeks. */
export function comparedIn(text: string, now: Date): Compared | null {
  const match = COMPARES.exec(text);
  if (match === null) return null;
  const said = match[1] ?? match[2] ?? (/月/.test(text) ? '月' : /今[天日]|[当每]日/.test(text) ? '昨日' : '周');
  const today = dayOf(now);
  if (/昨/.test(said)) {
    const yesterday = addDays(today, -1);
    return { period: { from: today, to: today }, against: { from: yesterday, to: yesterday } };
  }
  const spanOf = /月/.test(said) ? monthOf : weekOf;
  const period = spanOf(today);
  return { period, against: spanOf(addDays(period.from, -1)) };
}
