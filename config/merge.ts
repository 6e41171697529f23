/** How a file's entries and the defaults come together. */

type Stated<Entry> = { readonly id: string } & {
  readonly [Key in Exclude<keyof Entry, 'id'>]?: Entry[Key] | undefined;
};

/** Entries of the file change the default of the same id key by key; new ids follow at the end, completed from `blank`. */
export function mergeById<Entry extends { readonly id: string }>(
  defaults: readonly Entry[],
  stated: readonly Stated<Entry>[],
  blank: Omit<Entry, 'id'>,
): Entry[] {
  const known = new Set(defaults.map(({ id }) => id));
  const overlay = (entry: Entry, change: Stated<Entry> | undefined): Entry => ({
    ...entry,
    ...Object.fromEntries(Object.entries(change ?? {}).filter(([, value]) => value !== undefined)),
  });
  return [
    ...defaults.map((entry) =>
      overlay(
        entry,
        stated.find(({ id }) => id === entry.id),
      ),
    ),
    // `blank` has every key but the id.
    ...stated.filter(({ id }) => !known.has(id)).map((entry) => overlay({ ...blank, id: entry.id } as Entry, entry)),
  ];
}

/** A section whose lines are all commented out reads as null in YAML: it counts as not written. An empty file has no sections. */
export function withoutEmptySections(value: unknown): unknown {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, content]) => content !== null));
}
