/** What keeps several processes apart and counts: series of numbers, leases, allowances. */
/** Series of numbers (`issue`, `task`, and what later papers need). */
export interface CounterStore {
  /** The next number, from 1. */
  next(name: string): Promise<number>;
  /** The series goes on after `to`; never back. */
  raise(name: string, to: number): Promise<void>;
}

/** One of several processes does what only one may do (a long connection, the clock) until its lease runs out. */
export interface LeaseStore {
  /** True when nobody else holds it at `at`: then `owner` holds it until `until`. Who holds it already prolongs it so. */
  take(name: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** Prolongs it; false when it ran out or is somebody else's: stop at once what it stood for. */
  renew(name: string, owner: string, at: Date, until: Date): Promise<boolean>;
  /** Gives it back early; nothing happens when it is not the owner's. */
  release(name: string, owner: string): Promise<void>;
}

/** How much of an allowance is used in a period (`2026-11-22`, `2026-11-22T10:05`), over all processes. */
export interface QuotaStore {
  /** Adds, perhaps nothing, and gives the new total. */
  add(name: string, period: string, count: number): Promise<number>;
}
