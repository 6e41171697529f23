/** How far a message of several pieces has got, as it is noted in its row (see `PartsOut` in chat.ts). */
import { z } from 'zod';
import { DeliveryError } from '../../chat.ts';

const shape = z.object({
  /** Pieces that are out. */
  done: z.int().min(0),
  /** How often the next piece may or may not have gone out under a key that the vendor takes once; 0 when nothing is uncertain. */
  uncertain: z.int().min(0),
  /** The vendor no longer knows the session webhook that came with the message. */
  isSessionGone: z.boolean(),
});

export type Progress = z.infer<typeof shape>;

/** Null: nothing is out. Throws DeliveryError `unknown` for what was not written by `writeProgress`. */
export function readProgress(note: string | null): Progress {
  if (note === null) return { done: 0, uncertain: 0, isSessionGone: false };
  const read = shape.safeParse(jsonOf(note));
  if (!read.success) throw new DeliveryError('unknown', '消息分几条发送，前面的已送达，其余不确定');
  return read.data;
}

export const writeProgress = (progress: Progress): string => JSON.stringify(progress);

/** Whether there is anything that a later attempt has to know. */
export const isBegun = ({ done, uncertain, isSessionGone }: Progress): boolean =>
  done > 0 || uncertain > 0 || isSessionGone;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
