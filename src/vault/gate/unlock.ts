import { VaultError } from '../format/errors.ts';
import type { ManifestRoom } from '../format/manifest.ts';
import { importRoomKey } from '../format/room-keys.ts';
import { endOf, type Session } from '../client/store.ts';
import type { UnlockAnswer, UnlockRequest } from '../unlock/protocol.ts';

/**
 * Tries a passphrase on rooms, in a worker of its own.
 * @returns a session for each room that opens
 * @throws {VaultError} `wrong-passphrase` when none does.
 */
export async function unlock(
  base: string,
  passphrase: string,
  rooms: readonly ManifestRoom[],
  kept: boolean,
): Promise<Session[]> {
  const answer = await ask(base, { passphrase, rooms: [...rooms] });
  if ('failure' in answer) throw new Error(answer.failure);
  if (answer.unlocked.length === 0) throw new VaultError('wrong-passphrase', 'No slot opens.');
  const now = Date.now();
  const sessions: Session[] = [];
  for (const { room: name, key } of answer.unlocked) {
    const room = rooms.find((item) => item.name === name);
    if (room === undefined) continue;
    const bytes = new Uint8Array(key);
    const roomKey = await importRoomKey(bytes);
    bytes.fill(0);
    const { epoch, salt } = room;
    sessions.push({
      room: name,
      epoch,
      salt,
      roomKey,
      kept,
      until: endOf(kept, now),
      lastUsed: now,
    });
  }
  return sessions;
}

function ask(base: string, request: UnlockRequest): Promise<UnlockAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(`${base}_vault/unlock.js`);
    const end = (): void => {
      worker.terminate();
    };
    worker.addEventListener('message', (event: MessageEvent<UnlockAnswer>) => {
      end();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new VaultError('network', `unlock.js: ${event.message || 'could not be loaded'}`));
    });
    worker.postMessage(request);
  });
}
