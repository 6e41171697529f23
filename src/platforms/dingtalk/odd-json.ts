/** JSON as old and odd clients write it: numbers as text, text as numbers, objects as JSON text, lists with a bad entry. Pure. */
import { z } from 'zod';

/** Text; a number is the text of it. */
export const words = z.union([z.string(), z.number().transform(String)]);

export const yesOrNo = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((word) => word === 'true'),
  z.literal([0, 1]).transform((bit) => bit === 1),
]);

/** The last moment that a Date can hold. */
const END_OF_TIME = 8.64e15;

/** Milliseconds; one table of the vendor says text, every sample has a number (dingtalk §3.1). */
export const instant = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*\d+\s*$/u)
      .transform(Number),
  ])
  .pipe(z.number().positive().max(END_OF_TIME));

/** Entries of an unexpected shape are left out. */
export function lenientList<T extends z.ZodType>(entry: T) {
  return z.array(z.unknown()).transform((list): z.output<T>[] =>
    list.flatMap((value) => {
      const read = entry.safeParse(value);
      return read.success ? [read.data] : [];
    }),
  );
}
