import { VaultError } from '../format/errors.ts';
import { INDEX_PATH } from '../format/manifest.ts';
import { fetchManifest, fits, type Opened, openPath } from './open.ts';
import type { Session } from './store.ts';

/**
 * Opens a file as {@link openPath} does, and finds out why where it cannot. Nothing more than the file
 * is asked for when all is well.
 * @throws {VaultError} `stale-key` when the room has another key now, `no-such-page` when nothing is
 * published at the path, `missing` in the middle of a deployment; else as {@link openPath}.
 */
export async function openOrExplain(base: string, session: Session, path: string): Promise<Opened> {
  try {
    return await openPath(base, session, path);
  } catch (cause) {
    if (!isDoubtful(cause)) throw cause;
    const isCurrent = await isCurrentKey(base, session).catch(() => true);
    if (!isCurrent)
      throw new VaultError('stale-key', `${session.room}: epoch ${String(session.epoch)} is over.`);
    if (cause.fault === 'tampered') throw cause;
    const paths = await publishedPaths(base, session);
    if (!paths.has(path)) throw new VaultError('no-such-page', `${path} is not published.`);
    // It was not there a moment ago, and is part of what is published: a deployment goes on.
    return await openPath(base, session, path);
  }
}

/** Whether a key is that of its room's current epoch, as the server says now. */
export async function isCurrentKey(base: string, session: Session): Promise<boolean> {
  const { rooms } = await fetchManifest(base);
  const room = rooms.find(({ name }) => name === session.room);
  return room !== undefined && fits(session, room);
}

/** Faults that another epoch, or a deployment in the middle, would explain. */
function isDoubtful(cause: unknown): cause is VaultError {
  return cause instanceof VaultError && (cause.fault === 'missing' || cause.fault === 'tampered');
}

async function publishedPaths(base: string, session: Session): Promise<Set<string>> {
  const { bytes } = await openPath(base, session, INDEX_PATH);
  const entries = JSON.parse(new TextDecoder().decode(bytes)) as { path: string }[];
  return new Set(entries.map(({ path }) => path));
}
