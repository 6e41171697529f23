/** A received picture as `PictureRef.ref` keeps it: the code, and the robot that received it, for no other may fetch it (dingtalk §7.4). */
import { z } from 'zod';

const shape = z.object({ downloadCode: z.string().min(1), robotCode: z.string().min(1) });
export type PictureSource = z.infer<typeof shape>;

export function writePicture(source: PictureSource): string {
  return JSON.stringify(source);
}

/** Null for what was not written by `writePicture`. */
export function readPicture(ref: string): PictureSource | null {
  try {
    return shape.safeParse(JSON.parse(ref)).data ?? null;
  } catch {
    return null;
  }
}
