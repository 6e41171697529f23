/** How values stand in columns: instants as ISO text, flags as 0/1. Lists and objects are JSON: what a
 * file reads from such a column it wrote there itself, so it names the type it wrote. */

export const toText = (at: Date): string => at.toISOString();
export const toTextOrNull = (at: Date | null): string | null => at && at.toISOString();

export const toDate = (text: string): Date => new Date(text);
export const toDateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const toFlag = (value: boolean): number => (value ? 1 : 0);

/** Between the names that one row's subquery joins; no name can hold it. */
export const SEPARATOR = '\u001f';
export const splitNames = (joined: string | null): string[] => (joined === null ? [] : joined.split(SEPARATOR));

/** A LIKE pattern that finds the text itself anywhere; to be used with `escape '\'`. */
export const containing = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
