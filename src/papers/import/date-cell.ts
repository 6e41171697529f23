/** Dates in cells. What is not plainly a date is refused, never read: lists from the web lose their stops (522526, domain §15). */
import { atTime, dayOf, endOfDay, startOfDay } from '../../domain/shanghai.ts';
import type { RawCell } from '../sheet.ts';

export type DateReading =
  | { readonly kind: 'none' }
  /** `at` is the end of the day where no hour was said. */
  | { readonly kind: 'date'; readonly day: string; readonly at: Date; readonly hasTime: boolean }
  | { readonly kind: 'refused'; readonly text: string; readonly why: string };

const TIME = String.raw`(?:(?:[ T]\s*|(?<=[日号前]))(\d{1,2})(?::(\d{2})(?::\d{2})?|[时点](?:(\d{1,2})分)?)\s*(?:前|之前)?)?`;
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:前|之前)?${TIME}$`,
  'u',
);
const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/u;
const NO_YEAR = new RegExp(String.raw`^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]\s*(?:前|之前)?${TIME}$`, 'u');

/** Reads a cell. `year`: of a date without one (from the file's name); null: such a date is refused. */
export function readDateCell(cell: RawCell, year: number | null): DateReading {
  if (cell === null || cell === '') return { kind: 'none' };
  if (cell instanceof Date) return dateCell(cell);
  const text = String(cell).normalize('NFKC').trim();
  if (text === '') return { kind: 'none' };
  const refused = (why: string): DateReading => ({ kind: 'refused', text, why });
  const full = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (full !== null) return dated(full.slice(1)) ?? refused('不是日历上的日期');
  const short = NO_YEAR.exec(text);
  if (short === null) return refused('看不出是哪一天，请写成2026-11-22的样子');
  if (year === null) return refused('没有年份，请写成2026-11-22的样子');
  return dated([String(year), ...short.slice(1)]) ?? refused('不是日历上的日期');
}

function dateCell(at: Date): DateReading {
  if (Number.isNaN(at.getTime())) return { kind: 'refused', text: '', why: '日期单元格的内容不对' };
  const day = dayOf(at);
  if (day < '2000-01-01' || day > '2100-12-31') return { kind: 'refused', text: day, why: '年份不对' };
  const hasTime = at.getTime() !== startOfDay(day).getTime();
  return { kind: 'date', day, hasTime, at: hasTime ? at : endOfDay(day) };
}

/** Year, month, day, hour, minute after a colon, minute before 分. */
function dated([year = '', month = '', date = '', hour, minute, minuteWord]: readonly (string | undefined)[]):
  | DateReading
  | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  try {
    if (hour === undefined) return { kind: 'date', day, at: endOfDay(day), hasTime: false };
    return {
      kind: 'date',
      day,
      at: atTime(day, `${hour}:${(minute ?? minuteWord ?? '00').padStart(2, '0')}`),
      hasTime: true,
    };
  } catch {
    // 2026-02-30, 25:00: shanghai.ts throws for what is no day or time.
    return undefined;
  }
}

/** The year a file's name tells: `2026年11月问题清单.xlsx`; null where it tells none or several. */
export function yearOfFileName(name: string): number | null {
  const years = new Set(
    Array.from(name.matchAll(/(?<!\d)(20\d{2})(?=年|[-._]|\d{2}(?!\d)|\d{4}(?!\d))/gu), ([, year]) => Number(year)),
  );
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
