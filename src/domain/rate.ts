/** A share as its two numbers; what people see is made here, so that it is rounded one way everywhere (domain §5). */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * `87.4%`: half up, `digits` decimals (chat one, papers two); never 100 % unless all are, never 0 % unless none is. Null where there is
 * nothing to divide by.
 */
export function percentText({ numerator, denominator }: Rate, digits: 1 | 2 = 1): string | null {
  if (denominator === 0) return null;
  const scale = 10 ** digits;
  const whole = 100 * scale;
  // Integers all the way: 0.5 is not lost to binary fractions.
  const rounded = Math.floor((2 * numerator * whole + denominator) / (2 * denominator));
  return `${(kept(rounded, numerator, denominator, whole) / scale).toFixed(digits)}%`;
}

function kept(rounded: number, numerator: number, denominator: number, whole: number): number {
  if (rounded >= whole && numerator < denominator) return whole - 1;
  return rounded === 0 && numerator > 0 ? 1 : rounded;
}

/** `50.0%(4/8)`: a rate always comes with its fraction (domain §5). Nothing to divide by: `—(0/0)`. */
export const rateText = (rate: Rate, digits: 1 | 2 = 1): string =>
  `${percentText(rate, digits) ?? '—'}(${rate.numerator}/${rate.denominator})`;

/** Below zero where `a` is the smaller share; 0 for equal shares, exactly. Only for shares of something. */
export const compareRates = (a: Rate, b: Rate): number => a.numerator * b.denominator - b.numerator * a.denominator;

/** Whether the share is at least so many percent, exactly. */
export const isAtLeast = ({ numerator, denominator }: Rate, percent: number): boolean =>
  numerator * 100 >= percent * denominator;
