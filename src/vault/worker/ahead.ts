/// <reference lib="webworker" />
import { readFromHost } from '../client/http.ts';
import { addressOf, filePath } from '../client/open.ts';
import type { Session } from '../client/store.ts';
import type { Bytes } from '../format/bytes.ts';
import { blobName, type RoomKeys } from '../format/room-keys.ts';

// The host is asked for a sealed file while the session is still being read. What is remembered for
// that names files and opens none: whether a page is shown is for the session alone to say.

/** Keys for names, of the rooms answered for last. Lost when the worker stops. */
const namers = new Map<string, Pick<RoomKeys, 'name'>>();

/** A sealed file on its way. */
export interface Ahead {
  address: string;
  bytes: Promise<Bytes>;
}

/** Remembers how a room's files are named; `null` where its session has ended. */
export function rememberNames(room: string, session: Session | null): void {
  if (session === null) namers.delete(room);
  else namers.set(room, { name: session.keys.name });
}

/** Forgets it of all rooms. */
export function forgetNames(): void {
  namers.clear();
}

/** Asks for the file of an address, where it can be named already. */
export async function askAhead(
  base: string,
  room: string,
  pathname: string,
): Promise<Ahead | null> {
  const namer = namers.get(room);
  if (namer === undefined || !navigator.onLine) return null;
  try {
    const address = addressOf(base, room, await blobName(namer, filePath(pathname, base)));
    const bytes = readFromHost(address, 'no-cache');
    // Heard of where it is waited for; nobody may.
    bytes.catch(() => undefined);
    return { address, bytes };
  } catch {
    return null; // an address that is no UTF-8: the answer says so
  }
}
