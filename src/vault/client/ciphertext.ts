import type { Manifest } from '../format/manifest.ts';
import { forgetPacks } from './packs.ts';
import { countReady, dropReadyRooms } from './ready-rooms.ts';
import type { Session } from './store.ts';

// What the browser caches of the portal: sealed files as the host gives them, and public ones. Nothing
// readable is ever among them.

const OURS = 'portal-vault ';
/** Public files: the gate, scripts, styles, fonts, the manifest. */
export const SHELL_CACHE = `${OURS}shell`;

/** Cache of a room's sealed files: one for each key, as another key's files are of no use. */
export function sealedCache({
  room,
  epoch,
  salt,
}: Pick<Session, 'room' | 'epoch' | 'salt'>): string {
  return `${OURS}sealed ${room} ${epoch} ${salt}`;
}

/** The browser's caches, or `null` where it has none (plain http, some private modes). */
function browserCaches(): CacheStorage | null {
  return (globalThis as { caches?: CacheStorage }).caches ?? null;
}

/** Whether any sealed file is kept on this device. */
export async function isCiphertextKept(): Promise<boolean> {
  // Where the store cannot be opened, nothing is in it.
  if ((await countReady().catch(() => 0)) > 0) return true;
  const names = (await browserCaches()?.keys()) ?? [];
  return names.some((name) => name.startsWith(`${OURS}sealed `));
}

/** Removes all that is cached of the portal from this device. */
export async function forgetCiphertext(): Promise<void> {
  await forgetPacks();
  await dropReadyRooms(new Set());
  await removeCaches(() => true);
}

/** Removes the sealed files of keys that are over. */
export async function dropOldCiphertext({ rooms }: Manifest): Promise<void> {
  const current = new Set(
    rooms.map(({ name, epoch, salt }) => sealedCache({ room: name, epoch, salt })),
  );
  await removeCaches((name) => name !== SHELL_CACHE && !current.has(name));
  await dropReadyRooms(current);
}

async function removeCaches(isUnwanted: (name: string) => boolean): Promise<void> {
  const storage = browserCaches();
  for (const name of (await storage?.keys()) ?? []) {
    if (name.startsWith(OURS) && isUnwanted(name)) await storage?.delete(name);
  }
}
