import { type Bytes, fromBase64url, toBase64url, utf8 } from '../format/bytes.ts';
import { sealBlob } from '../format/blob.ts';
import { CHUNK_SIZE, chunkCount, chunkLength } from '../format/chunked.ts';
import { INFLATED_MOST } from '../format/inflate.ts';
import { deriveKek, KDF, type KdfParameters } from '../format/kdf.ts';
import type { ManifestRoom } from '../format/manifest.ts';
import { INDEX_PATH, type IndexEntry } from '../format/room-index.ts';
import { blobName, deriveRoomKeys, importRoomKey, type RoomKeys } from '../format/room-keys.ts';
import { markOf, SEALED_OVERHEAD } from '../format/sealed.ts';
import { wrapRoomKey } from '../format/slot.ts';
import type { EpochEntry, PassphraseEntry } from '../keys/entry.ts';
import { compressed } from './compress.ts';
import { mediaType } from './media-type.ts';
import { sealLarge } from './seal-large.ts';
import {
  isStored,
  type RoomSettings,
  type SiteFile,
  sizeOf,
  type StoredFile,
} from './site-file.ts';

/** Small files sealed side by side. */
const AT_ONCE = 16;

/** Takes a sealed chunk, in memory or on the disk. */
export type KeepChunk = (path: string, bytes: Bytes) => SiteFile | StoredFile;

/** How a room is sealed. */
export interface RoomSealing {
  /** Where the chunks of large files go; memory where it is left out. */
  keep?: KeepChunk;
  /** Cost of a passphrase; {@link KDF} where it is left out. */
  kdf?: KdfParameters;
}

/** What a room is sealed under, and who opens it. */
export interface RoomSecrets {
  epoch: EpochEntry;
  passphrases: readonly PassphraseEntry[];
}

/** A room's key, and where its files belong. */
interface OpenRoom {
  room: string;
  epoch: number;
  keys: RoomKeys;
  keep: KeepChunk;
}

/** One file, sealed: what is published for it and what the room's index says of it. */
interface SealedFile {
  files: (SiteFile | StoredFile)[];
  entry: IndexEntry;
}

/**
 * Seals the files of a room.
 * @returns the sealed files under `/_vault/<room>/`, and what the manifest says of the room.
 */
export async function sealRoom(
  room: RoomSettings,
  { epoch, passphrases }: RoomSecrets,
  files: readonly (SiteFile | StoredFile)[],
  { keep = (path, bytes) => ({ path, bytes }), kdf = KDF }: RoomSealing,
): Promise<{ sealed: (SiteFile | StoredFile)[]; manifest: ManifestRoom }> {
  const keys = await deriveRoomKeys(await importRoomKey(bytesOf(epoch.key)));
  const open: OpenRoom = { room: room.name, epoch: epoch.epoch, keys, keep };
  const results: SealedFile[] = [];
  for (const batch of batches(files)) {
    results.push(...(await Promise.all(batch.map((file) => sealFile(open, file)))));
  }
  const entries = results.map(({ entry }) => entry).sort((a, b) => (a.path < b.path ? -1 : 1));
  const index = { path: INDEX_PATH, bytes: utf8(JSON.stringify(entries)) };
  const list = await sealFile(open, index);
  results.push(list);
  return {
    sealed: results.flatMap((result) => result.files),
    manifest: {
      name: room.name,
      prefix: room.prefix,
      label: room.label,
      epoch: epoch.epoch,
      salt: epoch.salt,
      kdf,
      slots: await slotsOf({ epoch, passphrases }, kdf),
      list: list.entry.mark,
    },
  };
}

/** Small files side by side, as each waits for the system's threads; large ones alone, for the memory. */
function* batches(
  files: readonly (SiteFile | StoredFile)[],
): Generator<(SiteFile | StoredFile)[], void> {
  const small = files.filter((file) => sizeOf(file) <= CHUNK_SIZE);
  for (let at = 0; at < small.length; at += AT_ONCE) yield small.slice(at, at + AT_ONCE);
  for (const file of files) if (sizeOf(file) > CHUNK_SIZE) yield [file];
}

async function sealFile(open: OpenRoom, file: SiteFile | StoredFile): Promise<SealedFile> {
  const { room, epoch, keys, keep } = open;
  const { path } = file;
  const place = { room, epoch, path };
  const type = mediaType(path);
  const addressOf = (name: string): string => `/_vault/${room}/${name}`;
  const address = addressOf(await blobName(keys, path));
  const isLarge = isStored(file) || file.bytes.length > INFLATED_MOST;
  const packed = isLarge ? null : compressed(file.bytes);
  if (packed !== null && packed.bytes.length <= CHUNK_SIZE) {
    const bytes = await sealBlob(keys, place, { type, ...packed });
    const entry = { path, size: sizeOf(file), sealed: bytes.length, mark: markOf(bytes) };
    return { files: [{ path: address, bytes }], entry };
  }
  const chunks: (SiteFile | StoredFile)[] = [];
  const large = await sealLarge(keys, place, type, file, (name, bytes) => {
    chunks.push(keep(addressOf(name), bytes));
  });
  const count = chunkCount(large.file);
  let sealed = large.head.length + count * SEALED_OVERHEAD;
  for (let index = 0; index < count; index += 1) sealed += chunkLength(large.file, index);
  return {
    files: [{ path: address, bytes: large.head }, ...chunks],
    entry: {
      path,
      size: sizeOf(file),
      sealed,
      mark: markOf(large.head),
      chunks: { id: toBase64url(large.file.id), count },
    },
  };
}

/**
 * The room key under each passphrase. Sorted, as the order must not tell whose passphrase is which;
 * once each, as equal slots would tell that two share one.
 */
async function slotsOf(
  { epoch: { room, epoch, salt, key }, passphrases }: RoomSecrets,
  kdf: KdfParameters,
): Promise<string[]> {
  const slots = new Set<string>();
  for (const { passphrase } of passphrases) {
    const kek = await deriveKek(passphrase, bytesOf(salt), kdf);
    slots.add(toBase64url(await wrapRoomKey(kek, { room, epoch }, bytesOf(key))));
  }
  return [...slots].sort();
}

function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new TypeError('A key of the keyring is no base64url.');
  return bytes;
}
