import { VaultError } from '../format/errors.ts';
import { INDEX_PATH } from '../format/manifest.ts';
import { type IndexEntry, readIndex } from '../format/room-index.ts';
import { markOf } from '../format/sealed.ts';
import { patiently, readFromHost, type ReadSealed } from './http.ts';
import { fetchManifest, isCurrent } from './manifest.ts';
import { openPath } from './open.ts';
import { type Opened, wholeOf } from './opened.ts';
import type { Session } from './store.ts';

/**
 * Opens a file as {@link openPath} does, and finds out why where it cannot. Nothing more than the file
 * is asked for when all is well; in the middle of a deployment it waits and tries again.
 * @throws {VaultError} `stale-key` when the room has another key now, `no-such-page` when nothing is
 * published at the path, `missing` when a deployment does not end; else as {@link openPath}.
 */
export async function openOrExplain(
  base: string,
  session: Session,
  path: string,
  read: ReadSealed = readFromHost,
  waits?: readonly number[],
): Promise<Opened> {
  // The chunks of a large file are asked for while it is read: nobody is told of one that is missing.
  const reads: ReadSealed = (url, mode) =>
    mode === 'default' ? patiently(() => read(url, mode), undefined, waits) : read(url, mode);
  try {
    return await openPath(base, session, path, reads);
  } catch (cause) {
    if (!isDoubtful(cause)) throw cause;
    if (!(await isCurrentKey(base, session)))
      throw new VaultError('stale-key', `${session.room}: epoch ${session.epoch} is over.`);
    if (cause.fault === 'tampered') throw cause;
    const paths = await patiently(() => publishedPaths(base, session, read), undefined, waits);
    if (!paths.has(path)) throw new VaultError('no-such-page', `${path} is not published.`);
    // It was not there a moment ago, and is part of what is published: a deployment goes on.
    return patiently(() => openPath(base, session, path, reads), undefined, waits);
  }
}

/** Whether a key is current, as the server says now; without an answer it is not blamed. */
async function isCurrentKey(base: string, session: Session): Promise<boolean> {
  return fetchManifest(base).then(
    (manifest) => isCurrent(session, manifest),
    () => true,
  );
}

/** Faults that another epoch, or a deployment in the middle, would explain. */
function isDoubtful(cause: unknown): cause is VaultError {
  return cause instanceof VaultError && (cause.fault === 'missing' || cause.fault === 'tampered');
}

/**
 * The list of a room's files.
 * @param mark of the list that the manifest names; another build's is not taken
 * @throws {VaultError} as {@link openPath}, or `bad-manifest`; `missing` where the host has the list of
 * another build than its manifest: a deployment goes on.
 */
export async function openIndex(
  base: string,
  session: Session,
  { mark, read = readFromHost }: { mark?: string; read?: ReadSealed } = {},
): Promise<IndexEntry[]> {
  const checked: ReadSealed = async (url, mode) => {
    const bytes = await read(url, mode);
    if (mark === undefined || mode === 'default' || markOf(bytes) === mark) return bytes;
    // Refused as tampered, it is read once more, past all caches.
    const fault = mode === 'reload' ? 'missing' : 'tampered';
    throw new VaultError(fault, `${INDEX_PATH}: of another build than the manifest.`);
  };
  const blob = await wholeOf(await openPath(base, session, INDEX_PATH, checked));
  return readIndex(new Uint8Array(await blob.arrayBuffer()));
}

async function publishedPaths(
  base: string,
  session: Session,
  read: ReadSealed,
): Promise<Set<string>> {
  return new Set((await openIndex(base, session, { read })).map(({ path }) => path));
}
