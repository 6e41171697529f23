/** What a cell of a table says in print. Pure. */
import { dayOf, dayText, minuteOfDay, timeText } from '../domain/shanghai.ts';
import type { ColumnKind, PaperCell } from './paper-table.ts';

/** What is printed: days and moments in Chinese, nothing for null. */
export function cellText(value: PaperCell, kind: ColumnKind): string {
  if (value === null) return '';
  if (kind === 'day' && typeof value === 'string')
    return value.length === 10 ? dayText(value) : dayText(dayOf(new Date(value)));
  if (kind !== 'moment' || typeof value !== 'string') return String(value);
  const at = new Date(value);
  return minuteOfDay(at) >= 24 * 60 - 1 ? dayText(dayOf(at)) : `${dayText(dayOf(at))}${timeText(at)}`;
}
