/** What vendors send is read with patience. */
import type * as z from 'zod';

/** A part that has an unexpected shape counts as absent: one odd optional member must not cost the whole message. */
export function lenient<T extends z.ZodType>(shape: T): z.ZodCatch<z.ZodOptional<T>> {
  return shape.optional().catch(undefined);
}
