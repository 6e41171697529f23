/** A directory that knows only a person's number gives this instead of the platform's id: `mobile:13800000000`. */
const MOBILE = /^mobile:(\+?[\d-]{5,20})$/u;

/** Number of a `mobile:` person id, or null. */
export function mobileOf(personId: string): string | null {
  return MOBILE.exec(personId)?.[1] ?? null;
}
