import { endOf, type Session } from '../client/store.ts';
import type { Bytes } from '../format/bytes.ts';
import { VaultError } from '../format/errors.ts';
import { type ManifestRoom, roomBytes } from '../format/manifest.ts';
import { deriveRoomKeys, importRoomKey } from '../format/room-keys.ts';
import { unwrapRoomKey } from '../format/slot.ts';
import type { UnlockAnswer, UnlockRequest } from '../unlock/protocol.ts';

/** A passphrase, and how long what it opens is to stay open. */
export interface Attempt {
  passphrase: string;
  kept: boolean;
}

/**
 * Tries a passphrase on rooms, in workers of their own: the room of this page in one, the others in
 * another beside it, so that a second room costs no second wait.
 * @param script address of the unlock worker
 * @returns a session for each room that opens
 * @throws {VaultError} `wrong-passphrase` when `own` does not open.
 */
export async function unlock(
  script: string,
  { passphrase, kept }: Attempt,
  own: ManifestRoom,
  others: readonly ManifestRoom[],
): Promise<Session[]> {
  const groups = [[own], [...others]].filter((rooms) => rooms.length > 0);
  const answers = await Promise.all(groups.map((rooms) => ask(script, { passphrase, rooms })));
  const sessions = new Map<string, Session>();
  for (const { room: name, key } of answers.flat()) {
    const room = [own, ...others].find((item) => item.name === name);
    if (room !== undefined) sessions.set(name, await sessionOf(room, new Uint8Array(key), kept));
  }
  if (!sessions.has(own.name))
    throw new VaultError('wrong-passphrase', `No slot of ${own.name} opens.`);
  return [...sessions.values()];
}

/**
 * Opens a room with the key of a slot, as a share link holds it.
 * @returns `null` where no slot opens: it was removed.
 */
export async function unlockWithKek(room: ManifestRoom, kek: Bytes): Promise<Session | null> {
  const { slots } = roomBytes(room);
  const key = await unwrapRoomKey(kek, { room: room.name, epoch: room.epoch }, slots);
  kek.fill(0);
  return key === null ? null : sessionOf(room, key, false);
}

async function sessionOf(room: ManifestRoom, key: Bytes, kept: boolean): Promise<Session> {
  const keys = await deriveRoomKeys(await importRoomKey(key));
  key.fill(0);
  const { name, epoch, salt } = room;
  const now = Date.now();
  return { room: name, epoch, salt, keys, kept, until: endOf(kept, now), lastUsed: now };
}

async function ask(
  script: string,
  request: UnlockRequest,
): Promise<{ room: string; key: ArrayBuffer }[]> {
  const answer = await new Promise<UnlockAnswer>((resolve, reject) => {
    const worker = new Worker(script);
    worker.addEventListener('message', (event: MessageEvent<UnlockAnswer>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new VaultError('network', `${script}: ${event.message || 'could not be loaded'}`));
    });
    worker.postMessage(request);
  });
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.unlocked;
}
