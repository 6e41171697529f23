/** 层叠的时间: several words that name one time together. 11月25日（周三）17点, 20日之前不晚于17点, 9点到11点之间. */
import { addDays, weekdayOf } from '../domain/shanghai.ts';
import type { ClockTime, DatePhrase } from './date-phrase.ts';

/** All phrases in the order of the text, each of them one time. */
export function layered(
  days: readonly DatePhrase[],
  times: readonly DatePhrase[],
  text: string,
): readonly DatePhrase[] {
  const whole = joinedDays(days, text);
  const apart = [...times];
  const merged = whole.map((day) => {
    const time = apart.find((one) => one.start >= day.end && BEFORE_HOUR.test(text.slice(day.end, one.start)));
    if (!time || day.lasting || (day.from !== day.to && day.from !== null)) return day;
    apart.splice(apart.indexOf(time), 1);
    return withHour(day, time, text);
  });
  return joinedSpans(joinedDays([...merged, ...apart], text), text);
}

/** An hour that stands in one clause behind a day to come and is not joined with it: today's, but not surely. */
export function withDoubts(phrases: readonly DatePhrase[], text: string, today: string): readonly DatePhrase[] {
  return phrases.map((phrase) => {
    if (phrase.time === null || phrase.from !== null) return phrase;
    const between = (day: DatePhrase): string => text.slice(day.end, phrase.start);
    const day = phrases.findLast(
      (one) => one.to !== null && one.to > today && one.end <= phrase.start && !/[,。;!?\n]/.test(between(one)),
    );
    if (day === undefined) return phrase;
    // 明天(19日下午)5点.
    const isOfDay = /^[()\s]*$/.test(between(day));
    return { ...phrase, ...(isOfDay ? { from: day.from, to: day.to } : {}), unsure: true };
  });
}

/** What may stand between a day and its hour: nothing to speak of, or 之前不晚于, 最晚, 务必在. */
const BEFORE_HOUR =
  /^(?:[\s的,]?|(?:[之以]?前)?[\s,]*(?:当[天日])?[要得]?(?:[不至][晚迟]于|不[得能](?:[晚迟]于|超过)|不超过|最[晚迟](?:[在到是]|不[得能]?(?:[晚迟]于|超过))?|截止(?:到|时间[为是]?)?|时间(?:是|为|定在))[\s:]*|(?:务必|必须)[在于]?)$/;

const withHour = (day: DatePhrase, time: DatePhrase, text: string): DatePhrase => ({
  ...day,
  end: time.end,
  text: text.slice(day.start, time.end),
  time: time.time,
  half: time.half,
  fault: day.fault ?? time.fault,
  unsure: day.unsure || time.unsure,
});

const WEEKDAY = /^(?:周|星期|礼拜)(.)$/;
const NAMES_WEEK = /(?:周|星期|礼拜)/;

/** Days that stand for the same day become one: 11月25日(周三), 周五(20日), 25日当天, 下周的周五, 25日17时(周三). */
function joinedDays(phrases: readonly DatePhrase[], text: string): readonly DatePhrase[] {
  const kept: DatePhrase[] = [];
  for (const day of phrases.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    const joined = last === undefined ? null : sameDay(last, day, text);
    if (joined === null) kept.push(day);
    else kept.splice(-1, 1, joined);
  }
  return kept;
}

/** Null: they are two. Two that cannot both be right are one that is not sure. */
function sameDay(first: DatePhrase, second: DatePhrase, text: string): DatePhrase | null {
  const between = text.slice(first.end, second.start);
  const isBracketed = /^\s?\($/.test(between) && text[second.end] === ')';
  if (!isBracketed && !/^[\s的]?$/.test(between)) return null;
  if (first.from === null || second.from === null || (first.time !== null && second.time !== null)) return null;
  const end = second.end + (isBracketed ? 1 : 0);
  const frame = { ...first, end, text: text.slice(first.start, end), fault: first.fault ?? second.fault };
  if (first.from !== first.to) return dayOfWeek(first, second, frame);
  if (second.from !== second.to) return null;
  if (/^当[天日]$/.test(second.text)) return frame;
  const weekday = WEEKDAY.exec(first.text) ?? WEEKDAY.exec(second.text);
  const [named, other] = WEEKDAY.test(first.text) ? [second.from, first.from] : [first.from, second.from];
  if (named === other || (weekday !== null && weekdayOf(named) === weekdayOf(other)))
    return { ...frame, from: named, to: named };
  const isContradiction =
    isBracketed || (between === '' && NAMES_WEEK.test(first.text) !== NAMES_WEEK.test(second.text));
  return isContradiction ? { ...frame, from: named, to: named, unsure: true } : null;
}

/** 下周的周五. */
function dayOfWeek(week: DatePhrase, day: DatePhrase, frame: DatePhrase): DatePhrase | null {
  if (week.from === null || week.to !== addDays(week.from, 6) || day.from === null) return null;
  if (!WEEKDAY.test(day.text) || day.from !== day.to) return null;
  const meant = addDays(week.from, weekdayOf(day.from) - 1);
  return { ...frame, from: meant, to: meant };
}

/** 9点到11点之间: one phrase, that ends with its end. */
function joinedSpans(phrases: readonly DatePhrase[], text: string): readonly DatePhrase[] {
  const kept: DatePhrase[] = [];
  for (const phrase of phrases) {
    const last = kept.at(-1);
    const isSpan = last?.time && phrase.time && /^\s?(?:到|至|-|~|—+)\s?$/.test(text.slice(last.end, phrase.start));
    if (last?.time && phrase.time && isSpan) kept.splice(-1, 1, spanOf({ ...last, time: last.time }, phrase, text));
    else kept.push(phrase);
  }
  return kept;
}

function spanOf(first: DatePhrase & { readonly time: ClockTime }, second: DatePhrase, text: string): DatePhrase {
  const end = second.end + (/^之?间/.exec(text.slice(second.end))?.[0].length ?? 0);
  return {
    ...first,
    end,
    text: text.slice(first.start, end),
    from: first.from ?? second.from,
    to: second.to ?? first.to,
    time: second.from === null && second.time ? endingHour(first.time, second.time) : second.time,
    half: second.half ?? first.half,
    fault: first.fault ?? second.fault,
    unsure: first.unsure || second.unsure,
  };
}

/** 下午4点到6点, 晚上10点到2点: the end lies behind the beginning. */
function endingHour(first: ClockTime, second: ClockTime): ClockTime {
  const begins = (first.bare && first.hour >= 1 && first.hour <= 7 ? first.hour + 12 : first.hour) * 60 + first.minute;
  const steps = second.bare ? [0, 12, 24] : [0, 24];
  const later = steps.find((step) => (second.hour + step) * 60 + second.minute > begins) ?? 0;
  return { hour: second.hour + later, minute: second.minute, bare: false };
}
