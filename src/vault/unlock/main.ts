import { deriveKek } from '../format/kdf.ts';
import { roomBytes } from '../format/manifest.ts';
import { unwrapRoomKey } from '../format/slot.ts';
import type { UnlockAnswer, UnlockedRoom, UnlockRequest } from './protocol.ts';

// A dedicated worker: deriving the key blocks the thread that runs it.
async function unlock({ passphrase, rooms }: UnlockRequest): Promise<UnlockedRoom[]> {
  const unlocked: UnlockedRoom[] = [];
  for (const room of rooms) {
    const { salt, slots } = roomBytes(room);
    const kek = await deriveKek(passphrase, salt, room.kdf);
    const key = await unwrapRoomKey(kek, { room: room.name, epoch: room.epoch }, slots);
    if (key !== null) unlocked.push({ room: room.name, key: key.buffer });
  }
  return unlocked;
}

addEventListener('message', (event: MessageEvent<UnlockRequest>) => {
  const answer = (value: UnlockAnswer): void => {
    postMessage(value);
  };
  unlock(event.data).then(
    (unlocked) => {
      answer({ unlocked });
    },
    (cause: unknown) => {
      answer({ failure: cause instanceof Error ? cause.message : String(cause) });
    },
  );
});
