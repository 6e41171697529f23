/** 时间说法: the shape of a stretch of text that names a day, a time or a span. */

/** Hours and minutes from the beginning of the day that is named: 24 and more lie in the night behind it. `bare`: no 上午/下午 was said. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly bare: boolean;
}

export type DayHalf = 'morning' | 'noon' | 'afternoon' | 'evening';

export interface DatePhrase {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** First and last day named, both inclusive; null for a time of day alone. */
  readonly from: string | null;
  readonly to: string | null;
  readonly time: ClockTime | null;
  readonly half: DayHalf | null;
  /** `lasting`: 3日内, 24小时内, 5个工作日内, counted from the message. */
  readonly lasting: { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' | 'workday' | 'month' } | null;
  /** 国检: a day that only the settings know. */
  readonly milestone: string | null;
  /** What is wrong with it where no calendar or clock has it: 没有2月30日; null: nothing. */
  readonly fault: string | null;
  /** It may mean another moment as well (两三点, 月中): the likelier is given and wants a yes. */
  readonly unsure: boolean;
}

/** What a rule makes of a match, seen from `today`; null: nothing after all. */
export type DateRule = readonly [RegExp, (match: RegExpExecArray, today: string) => Partial<DatePhrase> | null];
