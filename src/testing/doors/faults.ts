/** What goes wrong on a vendor's side in long runs, in words that both vendors understand; drawn by a seed, so that a run can be repeated. */

export type DoorFault =
  /** Nothing happened, and the caller cannot know. */
  | 'cut'
  /** Done, and the answer is lost. */
  | 'lost'
  /** Done, and what comes back is not what was promised. */
  | 'garbage'
  | 'status'
  | 'throttled'
  | 'busy';

const ALL: readonly DoorFault[] = ['cut', 'lost', 'garbage', 'status', 'throttled', 'busy'];

/** Numbers 0 ≤ n < 1, the same on every run with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A chance for `Door.setChance`: `share` of all calls fail, each kind as often as the others. `onFault` counts them. */
export function mixedFaults(
  random: () => number,
  share: number,
  onFault: (fault: DoorFault) => void = () => undefined,
): () => DoorFault | undefined {
  return () => {
    if (random() >= share) return undefined;
    const fault = ALL[Math.floor(random() * ALL.length)];
    if (fault !== undefined) onFault(fault);
    return fault;
  };
}
