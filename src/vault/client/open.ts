import { openBlob, type Payload } from '../format/blob.ts';
import type { Bytes } from '../format/bytes.ts';
import { VaultError } from '../format/errors.ts';
import {
  type Manifest,
  MANIFEST_PATH,
  type ManifestRoom,
  readManifest,
} from '../format/manifest.ts';
import { blobName, deriveRoomKeys, type RoomKeys } from '../format/room-keys.ts';
import type { Session } from './store.ts';

/** An opened file. */
export interface Opened {
  type: string;
  bytes: Bytes;
}

async function get(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache, credentials: 'same-origin' }).catch(
    (cause: unknown) => {
      throw new VaultError(
        'network',
        `${url}: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    },
  );
  if (response.status === 404) throw new VaultError('missing', `${url}: 404`);
  if (!response.ok) throw new VaultError('network', `${url}: ${String(response.status)}`);
  return response;
}

/**
 * Fetches and checks the manifest, past any cache.
 * @throws {VaultError} `network`, `missing`, `bad-manifest` or `unknown-version`.
 */
export async function fetchManifest(base: string): Promise<Manifest> {
  const response = await get(`${base}${MANIFEST_PATH}`, 'no-store');
  const value: unknown = await response.json().catch(() => {
    throw new VaultError('bad-manifest', `${MANIFEST_PATH} is no JSON.`);
  });
  return readManifest(value);
}

/** Whether a session's key is that of a room's current epoch. */
export function fits(session: Session, room: ManifestRoom): boolean {
  return session.epoch === room.epoch && session.salt === room.salt;
}

const derived = new WeakMap<CryptoKey, Promise<RoomKeys>>();

function keysOf(session: Session): Promise<RoomKeys> {
  const known = derived.get(session.roomKey) ?? deriveRoomKeys(session.roomKey);
  derived.set(session.roomKey, known);
  return known;
}

/**
 * Fetches and opens the file of a path of a room.
 * @param path on the portal, without the base: `/cdp/index.html`
 * @throws {VaultError} `missing`, `network`, `tampered` or `unknown-version`.
 */
export async function openPath(base: string, session: Session, path: string): Promise<Opened> {
  const keys = await keysOf(session);
  const { room, epoch } = session;
  const url = `${base}_vault/${room}/${await blobName(keys, path)}`;
  const read = async (cache: RequestCache): Promise<Payload> => {
    const blob = new Uint8Array(await (await get(url, cache)).arrayBuffer());
    return openBlob(keys, { room, epoch, path }, blob);
  };
  // A host that ignores revalidation may hand out an old copy: ask once more, past its caches.
  const payload = await read('no-cache').catch((cause: unknown) => {
    if (cause instanceof VaultError && cause.fault === 'tampered') return read('reload');
    throw cause;
  });
  return {
    type: payload.type,
    bytes: payload.gzip ? await gunzip(payload.bytes) : copy(payload.bytes),
  };
}

const copy = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

async function gunzip(bytes: Uint8Array): Promise<Bytes> {
  const stream = new Blob([copy(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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
