/** Closes a room at the end of a test. Throws when faults were logged meanwhile: a conversation that works leaves none. */
import type { Room } from './room.ts';

export async function closeRoom(room: Room): Promise<void> {
  const { faults } = room;
  await room.close();
  if (faults.length > 0) throw new Error('faults were logged', { cause: faults });
}
