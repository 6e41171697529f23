/** The clock of demo mode: runs on from a chosen moment and can be moved forward. In earnest the clock is `() => new Date()`, given by main. */
export interface MovableClock {
  readonly now: () => Date;
  /** Throws RangeError when `to` lies in the past. */
  readonly set: (to: Date) => void;
}

/** `real` is the time that passes; `start` is what the clock shows at first. */
export function createMovableClock(start: Date, real: () => Date): MovableClock {
  let offsetMs = start.getTime() - real().getTime();
  const now = (): Date => new Date(real().getTime() + offsetMs);
  return {
    now,
    set(to) {
      if (to < now()) throw new RangeError('the clock does not go back');
      offsetMs = to.getTime() - real().getTime();
    },
  };
}
