/** Times as people and scripts write them to the clock. Pure. */

const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** An ISO time with offset or Z; without either it is the city's (+08:00). Undefined when it is none or the day does not exist. */
export function readInstant(text: string): Date | undefined {
  const match = iso.exec(text.trim());
  if (match === null) return undefined;
  const [, day = '', , , , offset] = match;
  // Date rolls 2026-02-30 over into March; such a day is refused instead.
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return undefined;
  const instant = new Date(offset === undefined ? `${text.trim()}+08:00` : text.trim());
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
