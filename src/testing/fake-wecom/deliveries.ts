/** How the vendor brings its callbacks: up to three tries, and what may go wrong on the way to us (wecom §3.2, §10). */

/** What goes wrong with what the vendor brings: callbacks in URL mode, frames on the long connection. */
export type DeliveryFault =
  /** The connection is cut before it was brought. */
  | 'cut'
  /** On the long connection it never comes. In URL mode it comes, and the response is not taken: the vendor tries again. */
  | 'lost'
  /** It leaves only when the test lets it (`releaseLate`). */
  | 'late'
  | 'doubled'
  /** It comes after the next one. */
  | 'outOfOrder'
  /** Its end is missing. */
  | 'garbage';

export interface DeliveryFaults {
  /** The next deliveries go wrong, each in its way. */
  next(...faults: DeliveryFault[]): void;
  take(): DeliveryFault | undefined;
}

export function createDeliveryFaults(): DeliveryFaults {
  const due: DeliveryFault[] = [];
  return { next: (...faults) => void due.push(...faults), take: () => due.shift() };
}

/** How one callback went. `passive` is the decrypted answer; null for an empty packet. */
export interface Outcome {
  readonly status: number | null;
  readonly attempts: number;
  readonly body: string;
  readonly passive: unknown;
}

export type Tried = Omit<Outcome, 'attempts'>;

export interface Course {
  /** One try. Throws where no answer came. */
  attempt(isTorn: boolean): Promise<Tried>;
  /** The answer was taken. */
  taken(last: Tried): void;
}

/** Tries until somebody answers, at most so often. The fault befalls the first try. */
export async function deliverAtMost(most: number, fault: DeliveryFault | undefined, course: Course): Promise<Outcome> {
  let last: Tried = { status: null, body: '', passive: null };
  for (let tried = 1; tried <= most; tried += 1) {
    const own = tried === 1 ? fault : undefined;
    if (own === 'cut') continue;
    try {
      last = await course.attempt(own === 'garbage');
    } catch {
      continue;
    }
    // The answer was on its way and never came: as if there had been none.
    if (own === 'lost') continue;
    if (last.status === 200) course.taken(last);
    if (last.status !== null && last.status < 500) return { ...last, attempts: tried };
  }
  return { ...last, attempts: most };
}

export interface Line {
  /** Brings it now, twice, after the next one, or when the test says so. */
  bring(
    fault: DeliveryFault | undefined,
    deliver: (fault: DeliveryFault | undefined) => Promise<Outcome>,
  ): Promise<Outcome>;
  releaseLate(): void;
}

export function createLine(): Line {
  const late: (() => void)[] = [];
  const overtaken: (() => void)[] = [];
  const heldIn = (held: (() => void)[]): Promise<void> => new Promise((resolve) => void held.push(resolve));
  return {
    async bring(fault, deliver) {
      if (fault === 'late') await heldIn(late);
      if (fault === 'outOfOrder') await heldIn(overtaken);
      const [first] = await Promise.all(fault === 'doubled' ? [deliver(fault), deliver(fault)] : [deliver(fault)]);
      if (fault !== 'outOfOrder') for (const letGo of overtaken.splice(0)) letGo();
      return first;
    },
    releaseLate() {
      for (const letGo of late.splice(0)) letGo();
    },
  };
}
