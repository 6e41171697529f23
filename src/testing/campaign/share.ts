/** A share as people see it, reckoned in whole numbers. */

/** `50.0%(4/8)`: half up, never 100 % unless all are and never 0 % unless none is (domain §5). */
export function share(part: number, whole: number, digits = 1): string {
  const scale = 10 ** digits;
  const nearest = Math.floor((part * 200 * scale + whole) / (2 * whole));
  const least = part > 0 ? 1 : 0;
  const most = part < whole ? 100 * scale - 1 : 100 * scale;
  return `${(Math.min(most, Math.max(least, nearest)) / scale).toFixed(digits)}%(${part}/${whole})`;
}
