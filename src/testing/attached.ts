/** The file that goes along with a message of the simulator. */
import type { Room } from './room.ts';

/** Bytes of the first file a message shows. Throws where it shows none. */
export async function attachedFile(room: Room, message: { readonly text: string } | undefined): Promise<Buffer> {
  const hash = /\/sim\/api\/files\/([0-9a-f]{64})\//.exec(message?.text ?? '')?.[1];
  const bytes = hash === undefined ? undefined : await room.house.connections.simulator?.parts.files.get(hash);
  if (bytes === undefined) throw new Error('no file goes along');
  return bytes;
}
