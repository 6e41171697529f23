/** The text as every database takes it: PostgreSQL refuses NUL, and half a character is none. Pure. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '');
