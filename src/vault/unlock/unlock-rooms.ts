import { deriveKek } from '../format/kdf.ts';
import { roomBytes } from '../format/manifest.ts';
import { unwrapRoomKey } from '../format/slot.ts';
import type { UnlockedRoom, UnlockRequest } from './protocol.ts';

/** Tries a passphrase on rooms, one after the other. @returns the rooms that open, with their keys */
export async function unlockRooms(
  { passphrase, rooms }: UnlockRequest,
  derive: typeof deriveKek = deriveKek,
): Promise<UnlockedRoom[]> {
  const unlocked: UnlockedRoom[] = [];
  for (const room of rooms) {
    const { salt, slots } = roomBytes(room);
    const kek = await derive(passphrase, salt, room.kdf);
    const key = await unwrapRoomKey(kek, { room: room.name, epoch: room.epoch }, slots);
    if (key !== null) unlocked.push({ room: room.name, key: key.buffer });
  }
  return unlocked;
}
