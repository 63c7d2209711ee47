import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBlob } from '../format/blob.ts';
import type { Bytes } from '../format/bytes.ts';
import { openChunks, readDescriptor } from '../format/chunked.ts';
import { VaultError } from '../format/errors.ts';
import { inflate, inflateStream } from '../format/inflate.ts';
import { deriveKek } from '../format/kdf.ts';
import {
  type Manifest,
  MANIFEST_PATH,
  type ManifestRoom,
  readManifest,
  roomBytes,
} from '../format/manifest.ts';
import { INDEX_PATH, type IndexEntry, readIndex } from '../format/room-index.ts';
import { blobName, deriveRoomKeys, importRoomKey, type RoomKeys } from '../format/room-keys.ts';
import { unwrapRoomKey } from '../format/slot.ts';
import { CommandError } from './context.ts';

/** A room of a built portal, opened. */
export interface DistRoom {
  name: string;
  epoch: number;
  prefix: string;
  keys: RoomKeys;
  /** Folder of its sealed files. */
  folder: string;
}

/**
 * Reads the manifest of a built portal.
 * @throws {CommandError} where there is none; {@link VaultError} where it is not acceptable.
 */
export function readDistManifest(dist: string): Manifest {
  const file = join(dist, MANIFEST_PATH);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`${dist} n’est pas un portail construit : ${MANIFEST_PATH} y manque.`);
  }
  try {
    return readManifest(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof VaultError) throw cause;
    throw new CommandError(`${file} est illisible : ce n’est pas du JSON.`);
  }
}

/** Opens a room of a built portal with a passphrase; `null` where it is not one of the room's. */
export async function unlockRoom(
  dist: string,
  room: ManifestRoom,
  passphrase: string,
): Promise<DistRoom | null> {
  const { salt, slots } = roomBytes(room);
  const kek = await deriveKek(passphrase, salt, room.kdf);
  const key = await unwrapRoomKey(kek, { room: room.name, epoch: room.epoch }, slots);
  return key === null ? null : openRoom(dist, room, key);
}

/** Opens a room of a built portal with its key. */
export async function openRoom(
  dist: string,
  { name, epoch, prefix }: ManifestRoom,
  roomKey: Bytes,
): Promise<DistRoom> {
  const keys = await deriveRoomKeys(await importRoomKey(roomKey));
  return { name, epoch, prefix, keys, folder: join(dist, '_vault', name) };
}

/**
 * The list of a room's files.
 * @throws {VaultError} where it is missing or altered.
 */
export async function readRoomIndex(room: DistRoom): Promise<IndexEntry[]> {
  const parts: Uint8Array[] = [];
  for await (const part of readSealed(room, INDEX_PATH)) parts.push(part);
  return readIndex(Buffer.concat(parts));
}

/**
 * The bytes of a file of a room, as a stream.
 * @throws {VaultError} `missing`, `tampered` or `unknown-version`.
 */
export async function* readSealed(room: DistRoom, path: string): AsyncGenerator<Uint8Array> {
  const place = { room: room.name, epoch: room.epoch, path };
  const read = (name: string): Bytes => readBlob(room, name, path);
  const payload = await openBlob(room.keys, place, read(await blobName(room.keys, path)));
  if (!payload.chunked) {
    yield payload.gzip ? await inflate(payload.bytes, path) : payload.bytes;
    return;
  }
  const file = readDescriptor(payload, path);
  const stored = openChunks(room.keys, place, file, (name) => Promise.resolve(read(name)));
  yield* file.gzip ? inflateStream(stored, file.size, path) : stored;
}

function readBlob({ name: room, folder }: DistRoom, name: string, path: string): Bytes {
  try {
    return new Uint8Array(readFileSync(join(folder, name)));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new VaultError('missing', `${path}: _vault/${room}/${name} cannot be read (${code}).`);
  }
}
