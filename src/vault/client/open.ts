import { openBlob, type OpenedPayload, type Payload } from '../format/blob.ts';
import type { Bytes } from '../format/bytes.ts';
import { type ChunkedFile, openChunks, readDescriptor } from '../format/chunked.ts';
import { VaultError } from '../format/errors.ts';
import { inflate, inflateStream } from '../format/inflate.ts';
import { blobName } from '../format/room-keys.ts';
import { readFromHost, type ReadSealed } from './http.ts';
import { inMemory, type Opened, sliceOf } from './opened.ts';
import type { Session } from './store.ts';

/** Address of the sealed file of an opaque name. */
export function addressOf(base: string, room: string, name: string): string {
  return `${base}_vault/${room}/${name}`;
}

/**
 * Fetches and opens the file of a path of a room. Large files are opened as they are read.
 * @param path on the portal, without the base: `/cdp/index.html`
 * @throws {VaultError} `missing`, `network`, `tampered` or `unknown-version`.
 */
export async function openPath(
  base: string,
  session: Session,
  path: string,
  read: ReadSealed = readFromHost,
): Promise<Opened> {
  const { room, epoch, keys } = session;
  const address = addressOf(base, room, await blobName(keys, path));
  const payload = await fresh(address, read, (blob) => openBlob(keys, { room, epoch, path }, blob));
  if (payload.chunked) return large(base, session, path, payload, read);
  return small(payload, path);
}

/**
 * Opens a sealed file that is here already; `null` where it is another key's, and the host is to be asked.
 * @throws {VaultError} `unknown-version`.
 */
export async function openHere(
  session: Session,
  path: string,
  blob: Bytes,
): Promise<Opened | null> {
  const { room, epoch, keys } = session;
  try {
    return await small(await openBlob(keys, { room, epoch, path }, blob), path);
  } catch (cause) {
    if (cause instanceof VaultError && cause.fault === 'tampered') return null;
    throw cause;
  }
}

async function small({ bytes, gzip, type }: OpenedPayload, path: string): Promise<Opened> {
  return inMemory(type, gzip ? await inflate(bytes, path) : bytes);
}

/** A host that ignores revalidation may hand out an old copy: it is asked once more, past its caches. */
async function fresh<T>(
  address: string,
  read: ReadSealed,
  open: (bytes: Bytes) => Promise<T>,
): Promise<T> {
  try {
    return await open(await read(address, 'no-cache'));
  } catch (cause) {
    if (cause instanceof VaultError && cause.fault === 'tampered')
      return open(await read(address, 'reload'));
    throw cause;
  }
}

function large(
  base: string,
  { room, epoch, keys }: Session,
  path: string,
  payload: Payload,
  read: ReadSealed,
): Opened {
  const file: ChunkedFile = readDescriptor(payload, path);
  // A chunk's name is that of its content: what a cache has is right.
  const fetchChunk = (name: string): Promise<Bytes> => read(addressOf(base, room, name), 'default');
  const stored = (range?: { start: number; end: number }) =>
    openChunks(keys, { room, epoch, path }, file, fetchChunk, range);
  const { type, size } = file;
  if (!file.gzip) return { type, size, bytes: null, read: stored };
  return {
    type,
    size,
    bytes: null,
    read: (range) => {
      const whole = inflateStream(stored(), size, path);
      return range === undefined ? whole : sliceOf(whole, range);
    },
  };
}

/**
 * Path of the file a page's address stands for: `/cdp/` → `/cdp/index.html`.
 * @throws {VaultError} `no-such-page` where the address is no UTF-8.
 */
export function filePath(pathname: string, base: string): string {
  let path: string;
  try {
    path = `/${decodeURI(pathname).slice(base.length)}`;
  } catch {
    throw new VaultError('no-such-page', `${pathname} is no UTF-8.`);
  }
  return path.endsWith('/') ? `${path}index.html` : path;
}
