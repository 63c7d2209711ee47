import { VaultError } from '../format/errors.ts';
import {
  type Manifest,
  MANIFEST_MOST,
  MANIFEST_PATH,
  type ManifestRoom,
  parseManifest,
} from '../format/manifest.ts';
import { get, readBody } from './http.ts';
import type { Session } from './store.ts';

/**
 * Fetches and checks the manifest: what the host has now, sent again only where it changed.
 * @throws {VaultError} `network`, `missing`, `bad-manifest` or `unknown-version`.
 */
export async function fetchManifest(base: string): Promise<Manifest> {
  const response = await get(`${base}${MANIFEST_PATH}`, 'no-cache');
  const bytes = await readBody(response, MANIFEST_PATH, MANIFEST_MOST).catch((cause: unknown) => {
    const isLong = cause instanceof VaultError && cause.fault === 'tampered';
    throw isLong ? new VaultError('bad-manifest', cause.message) : cause;
  });
  return parseManifest(new TextDecoder().decode(bytes));
}

/** Whether a session's keys are those of a room's current epoch. */
function fits(session: Pick<Session, 'epoch' | 'salt'>, room: ManifestRoom): boolean {
  return session.epoch === room.epoch && session.salt === room.salt;
}

/** Whether a session's keys are those of its room's current epoch, as a manifest says. */
export function isCurrent(
  session: Pick<Session, 'room' | 'epoch' | 'salt'>,
  { rooms }: Manifest,
): boolean {
  const room = rooms.find(({ name }) => name === session.room);
  return room !== undefined && fits(session, room);
}
