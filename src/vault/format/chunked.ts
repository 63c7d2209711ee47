import type { BlobPlace, Payload } from './blob.ts';
import { type Bytes, concat, hex, uint32, uint64, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';
import { padmeLength } from './padme.ts';
import type { RoomKeys } from './room-keys.ts';
import { additionalData, openBytes, sealBytes } from './sealed.ts';

/** Bytes of a chunk before sealing; the last one may hold fewer. A file with more is chunked. */
export const CHUNK_SIZE = 1024 * 1024;

/** What a reader accepts: smaller ones would be too many, larger ones exhaust a phone. */
const CHUNK_SIZES = { least: 64 * 1024, most: 8 * 1024 * 1024 };
/** Bytes of a file at most: 4 GiB, more than any browser saves. */
const FILE_MOST = 2 ** 32;
const ID = 16;
const DESCRIPTOR = ID + 8 + 8 + 4;

/** A file whose content stands in chunks, each a sealed file of its own. */
export interface ChunkedFile {
  type: string;
  /** Whether the chunks hold the gzipped file. */
  gzip: boolean;
  /** Names this content of this path: 16 bytes. Chunks of another content do not open. */
  id: Bytes;
  /** Bytes in the chunks, without padding: those of the file, or of its gzipped form. */
  stored: number;
  /** Bytes of the file. */
  size: number;
  chunkSize: number;
}

/** How many chunks hold a file, padding included. */
export function chunkCount({ stored, chunkSize }: Pick<ChunkedFile, 'stored' | 'chunkSize'>) {
  return Math.ceil(padmeLength(stored) / chunkSize);
}

/** Identity of a content: a MAC of its place and of the SHA-256 of its stored bytes. */
export async function fileId(keys: RoomKeys, place: BlobPlace, sha256: Bytes): Promise<Bytes> {
  const data = additionalData('file', place.room, place.epoch, place.path);
  const mac = await crypto.subtle.sign('HMAC', keys.nonce, concat(data, new Uint8Array(1), sha256));
  return new Uint8Array(mac.slice(0, ID));
}

/** The payload of the sealed file at a chunked file's own name. */
export function writeDescriptor(file: ChunkedFile): Payload {
  const { type, gzip, id, stored, size, chunkSize } = file;
  const bytes = concat(id, uint64(stored), uint64(size), uint32(chunkSize));
  return { type, gzip, chunked: true, bytes };
}

/**
 * Reads what {@link writeDescriptor} wrote.
 * @throws {VaultError} `tampered` where it does not fit: sizes are checked before anything is fetched.
 */
export function readDescriptor({ type, gzip, bytes }: Payload, path: string): ChunkedFile {
  if (bytes.length !== DESCRIPTOR) {
    throw new VaultError('tampered', `${path}: a descriptor of ${bytes.length} bytes.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [stored, size] = [Number(view.getBigUint64(ID)), Number(view.getBigUint64(ID + 8))];
  const chunkSize = view.getUint32(ID + 16);
  const isSound =
    stored <= FILE_MOST &&
    size <= FILE_MOST &&
    stored > 0 &&
    (gzip || stored === size) &&
    chunkSize >= CHUNK_SIZES.least &&
    chunkSize <= CHUNK_SIZES.most;
  if (!isSound) throw new VaultError('tampered', `${path}: sizes in its descriptor do not fit.`);
  return { type, gzip, id: new Uint8Array(bytes.slice(0, ID)), stored, size, chunkSize };
}

/** Opaque name of a chunk's sealed file: 128 bits of HMAC of path, NUL, id and index. */
export async function chunkName(
  keys: Pick<RoomKeys, 'name'>,
  path: string,
  id: Bytes,
  index: number,
): Promise<string> {
  const data = concat(utf8(path), new Uint8Array(1), id, uint32(index));
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', keys.name, data), 0, 16));
}

/** Bound into a chunk: its file, its place in it, and how many there are, so that none can be cut off. */
function dataOf(place: BlobPlace, file: ChunkedFile, index: number): Bytes {
  const { room, epoch, path } = place;
  return additionalData('chunk', room, epoch, hex(file.id), index, chunkCount(file), path);
}

/** Bytes of a chunk before sealing: all are full but the last. */
export function chunkLength(file: ChunkedFile, index: number): number {
  return Math.min(file.chunkSize, padmeLength(file.stored) - index * file.chunkSize);
}

/** Seals one chunk; zeros stand where the stored bytes have ended. */
export function sealChunk(
  keys: RoomKeys,
  place: BlobPlace,
  file: ChunkedFile,
  index: number,
  bytes: Uint8Array,
): Promise<Bytes> {
  const plain = new Uint8Array(chunkLength(file, index));
  plain.set(bytes);
  const key = { cipher: keys.chunk, nonce: keys.nonce };
  return sealBytes(key, dataOf(place, file, index), plain);
}

/**
 * Opens one chunk.
 * @returns its stored bytes, without padding
 * @throws {VaultError} `unknown-version`, or `tampered` for anything but this chunk of this content.
 */
export async function openChunk(
  keys: RoomKeys,
  place: BlobPlace,
  file: ChunkedFile,
  index: number,
  sealed: Bytes,
): Promise<Bytes> {
  const what = `${place.path}, chunk ${index}`;
  const plain = await openBytes(keys.chunk, dataOf(place, file, index), sealed, what);
  if (plain.length !== chunkLength(file, index)) {
    throw new VaultError('tampered', `${what}: ${plain.length} bytes.`);
  }
  const rest = file.stored - index * file.chunkSize;
  return plain.subarray(0, Math.max(0, Math.min(plain.length, rest)));
}

/**
 * Opens a part of a chunked file, fetching only the chunks that hold it, one after the other.
 * @param fetchChunk gives a sealed file by its opaque name
 * @param range of the stored bytes, `end` exclusive; all of them where it is left out
 */
export async function* openChunks(
  keys: RoomKeys,
  place: BlobPlace,
  file: ChunkedFile,
  fetchChunk: (name: string) => Promise<Bytes>,
  { start, end } = { start: 0, end: file.stored },
): AsyncGenerator<Bytes, void, undefined> {
  const { chunkSize } = file;
  const stop = Math.min(end, file.stored);
  for (let index = Math.floor(start / chunkSize); index * chunkSize < stop; index += 1) {
    const sealed = await fetchChunk(await chunkName(keys, place.path, file.id, index));
    const bytes = await openChunk(keys, place, file, index, sealed);
    const at = index * chunkSize;
    yield bytes.subarray(Math.max(0, start - at), Math.min(bytes.length, stop - at));
  }
}
