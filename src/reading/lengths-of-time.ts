/** 时长: 三天, 半小时, 5个工作日. What they mean as a limit is decided by the rules of days. */
import { num } from './calendar-words.ts';
import type { DatePhrase } from './date-phrase.ts';
import { aboutNumeral, NUMERAL } from './numerals.ts';

export const UNIT_NAMES: Readonly<
  Record<string, { unit: 'minute' | 'hour' | 'day' | 'workday' | 'month'; times: number }>
> = {
  分钟: { unit: 'minute', times: 1 },
  小时: { unit: 'hour', times: 1 },
  钟头: { unit: 'hour', times: 1 },
  工作日: { unit: 'workday', times: 1 },
  天: { unit: 'day', times: 1 },
  日: { unit: 'day', times: 1 },
  周: { unit: 'day', times: 7 },
  星期: { unit: 'day', times: 7 },
  礼拜: { unit: 'day', times: 7 },
  月: { unit: 'month', times: 1 },
};

/** `count` as typed, `name` of the unit: 半, 小时 → thirty minutes; null for what is no length. */
export function lastingOf(count: string | undefined, name: string | undefined): Partial<DatePhrase> | null {
  const unit = UNIT_NAMES[name ?? ''];
  if (!unit) return null;
  if (count === '半') {
    const halves: Partial<Record<string, DatePhrase['lasting']>> = {
      hour: { count: 30, unit: 'minute' },
      day: { count: 12, unit: 'hour' },
      month: { count: 15, unit: 'day' },
    };
    const lasting = halves[unit.unit];
    return lasting ? { lasting } : null;
  }
  const value = num(count);
  if (!(value > 0 && value <= 999)) return null;
  return {
    lasting: { count: value * unit.times, unit: unit.unit },
    unsure: aboutNumeral(count ?? '') !== null,
  };
}

/** Source of a pattern: the figure and the unit of a length, as its two groups. */
export const LENGTH = `(${NUMERAL}|半)个?(工作日|小时|钟头|分钟|天|日|周|星期|礼拜|月)`;
const LENGTH_LAST = new RegExp(`(?<=^|[,。;!\\s])(?:就|给)?${LENGTH}(?:的?时间)?(?=[。!\\s]*$)`);

/** 城管局,24小时 → 城管局,24小时内: what a length means where a limit is asked for. */
/** 请城关镇今天拉警戒线, said with a yes: the day by which it is to be done. */
const DAY_FOR_DEED =
  /(?<=^|[,。;\s]|[局办镇道心队司部委区])(今天|明天|后天)(?=$|[,。;!\s]|就|[拉清修弄搞办处整换围拆疏派去])/g;
export const dayAsLimit = (text: string): string => text.replace(DAY_FOR_DEED, '$1内');
export const lengthAsLimit = (text: string): string => text.replace(LENGTH_LAST, (length) => `${length}内`);
