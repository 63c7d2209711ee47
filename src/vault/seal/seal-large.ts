import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type BlobPlace, sealBlob } from '../format/blob.ts';
import type { Bytes } from '../format/bytes.ts';
import {
  CHUNK_SIZE,
  chunkCount,
  type ChunkedFile,
  chunkName,
  fileId,
  sealChunk,
  writeDescriptor,
} from '../format/chunked.ts';
import type { RoomKeys } from '../format/room-keys.ts';
import { gzipped, isWorthCompressing } from './compress.ts';
import { isStored, type SiteFile, sizeOf, type StoredFile } from './site-file.ts';

/** A large file, sealed. */
interface SealedLarge {
  file: ChunkedFile;
  /** The sealed file at its own name. */
  head: Bytes;
}

/**
 * Seals a file in chunks. It is read twice, a chunk at a time: first for its identity, then to seal it;
 * no more than a few chunks are in memory.
 * @param write takes each sealed chunk with its opaque name
 * @throws {Error} when the file changes meanwhile.
 */
export async function sealLarge(
  keys: RoomKeys,
  place: BlobPlace,
  type: string,
  source: SiteFile | StoredFile,
  write: (name: string, bytes: Bytes) => void,
): Promise<SealedLarge> {
  const gzip = isWorthCompressing(type, await beginningOf(source));
  const read = (): AsyncIterable<Uint8Array> => (gzip ? gzipped(pieces(source)) : pieces(source));
  const { sha256, length } = await digest(read());
  const id = await fileId(keys, place, sha256);
  const shape = { type, gzip, id, stored: length, size: sizeOf(source), chunkSize: CHUNK_SIZE };
  let index = 0;
  let left = length;
  const again = createHash('sha256');
  const seal = async (bytes: Uint8Array): Promise<void> => {
    const name = await chunkName(keys, place.path, id, index);
    write(name, await sealChunk(keys, place, shape, index, bytes));
    index += 1;
    left -= bytes.length;
    again.update(bytes);
  };
  for await (const chunk of rechunked(read(), CHUNK_SIZE)) {
    if (chunk.length > left) break;
    await seal(chunk);
  }
  if (left !== 0 || !again.digest().equals(sha256)) {
    throw new Error(`${place.path} changed while it was being sealed.`);
  }
  while (index < chunkCount(shape)) await seal(new Uint8Array(0));
  return { file: shape, head: await sealBlob(keys, place, writeDescriptor(shape)) };
}

async function* pieces(source: SiteFile | StoredFile): AsyncGenerator<Uint8Array> {
  if (isStored(source)) {
    yield* createReadStream(source.stored, { highWaterMark: CHUNK_SIZE }) as AsyncIterable<Buffer>;
  } else {
    yield source.bytes;
  }
}

async function beginningOf(source: SiteFile | StoredFile): Promise<Uint8Array> {
  for await (const piece of pieces(source)) return piece;
  return new Uint8Array(0);
}

async function digest(
  source: AsyncIterable<Uint8Array>,
): Promise<{ sha256: Bytes; length: number }> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of source) {
    hash.update(piece);
    length += piece.length;
  }
  return { sha256: new Uint8Array(hash.digest()), length };
}

/** The same bytes in pieces of one size; the last may be shorter. */
export async function* rechunked(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let chunk = new Uint8Array(size);
  let filled = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + size - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield chunk;
      chunk = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
