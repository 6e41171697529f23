/** A fault of a settings file, where an editor can find it. `message` is Chinese and says what to do; it never holds a secret. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A fault before its place in the file is known: the path of keys that leads to it. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** It is the key itself that is wrong, not the value. */
  readonly onKey?: boolean;
}

/** `config/directory.yaml:4:9 …`, one line. */
export const faultLine = (fault: Fault): string => `${fault.file}:${fault.line}:${fault.column} ${fault.message}`;

/** All faults of the settings files at once, in the order of file and line. */
export class ConfigFaults extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'));
    this.name = 'ConfigFaults';
    this.faults = faults;
  }
}
