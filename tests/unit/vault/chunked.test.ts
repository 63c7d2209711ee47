import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, concat } from '../../../src/vault/format/bytes.ts';
import {
  chunkCount,
  type ChunkedFile,
  chunkLength,
  chunkName,
  fileId,
  openChunk,
  openChunks,
  readDescriptor,
  sealChunk,
  writeDescriptor,
} from '../../../src/vault/format/chunked.ts';
import type { RoomKeys } from '../../../src/vault/format/room-keys.ts';
import { keysOf, noise } from './room.fixture.ts';

const CHUNK = 64 * 1024;
const SIZE = 300_000;
const place = { room: 'coordination', epoch: 3, path: '/cdp/documents/a.pdf' };
const content = noise(SIZE);
let keys: RoomKeys;
let file: ChunkedFile;
let host: Map<string, Bytes>;

async function seal(bytes: Uint8Array, at: ChunkedFile): Promise<Map<string, Bytes>> {
  const sealed = new Map<string, Bytes>();
  for (let index = 0; index < chunkCount(at); index += 1) {
    const part = bytes.subarray(index * CHUNK, (index + 1) * CHUNK);
    const name = await chunkName(keys, place.path, at.id, index);
    sealed.set(name, await sealChunk(keys, place, at, index, part));
  }
  return sealed;
}

async function describeFile(bytes: Bytes, length = bytes.length): Promise<ChunkedFile> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const id = await fileId(keys, place, sha256);
  const type = 'application/pdf';
  return { type, gzip: false, id, stored: length, size: length, chunkSize: CHUNK };
}

beforeAll(async () => {
  keys = await keysOf(7);
  file = await describeFile(content);
  host = await seal(content, file);
});

const sealedAt = async (index: number): Promise<Bytes> =>
  host.get(await chunkName(keys, place.path, file.id, index)) ?? new Uint8Array(0);

describe('openChunks', () => {
  it('gives any range, and fetches only the chunks that hold it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE), fc.nat(SIZE), async (a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) };
        let fetched = 0;
        const fetchChunk = (name: string): Promise<Bytes> => {
          fetched += 1;
          return Promise.resolve(host.get(name) ?? new Uint8Array(0));
        };
        const parts: Uint8Array[] = [];
        for await (const part of openChunks(keys, place, file, fetchChunk, range)) parts.push(part);
        expect(Buffer.compare(concat(...parts), content.subarray(range.start, range.end))).toBe(0);
        const first = Math.floor(range.start / CHUNK);
        const needed = range.end === first * CHUNK ? 0 : Math.ceil(range.end / CHUNK) - first;
        expect(fetched).toBe(needed);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a chunk', () => {
  const refused = { fault: 'tampered' };

  it('opens at its own place alone', async () => {
    expect(await openChunk(keys, place, file, 1, await sealedAt(1))).toEqual(
      content.subarray(CHUNK, 2 * CHUNK),
    );
    await expect(openChunk(keys, place, file, 2, await sealedAt(1))).rejects.toMatchObject(refused);
  });

  it.each([
    ['path', { ...place, path: '/cdp/documents/b.pdf' }],
    ['room', { ...place, room: 'ecnp' }],
    ['epoch', { ...place, epoch: 4 }],
  ])('does not open for another %s', async (_, other) => {
    await expect(openChunk(keys, other, file, 0, await sealedAt(0))).rejects.toMatchObject(refused);
  });

  it('does not open within another content of the same file', async () => {
    const other = await describeFile(noise(SIZE, 2));
    await expect(openChunk(keys, place, other, 0, await sealedAt(0))).rejects.toMatchObject(
      refused,
    );
  });

  it('does not open within a file of another length: none can be cut off', async () => {
    const shorter = { ...file, stored: 4 * CHUNK, size: 4 * CHUNK };
    expect(chunkCount(shorter)).toBeLessThan(chunkCount(file));
    await expect(openChunk(keys, place, shorter, 0, await sealedAt(0))).rejects.toMatchObject(
      refused,
    );
  });

  it('is refused when a bit or its end is changed', async () => {
    const sealed = await sealedAt(0);
    for (const at of [0, 5, 17, 1000, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openChunk(keys, place, file, 0, changed)).rejects.toMatchObject(refused);
    }
    await expect(openChunk(keys, place, file, 0, sealed.slice(0, -1))).rejects.toMatchObject(
      refused,
    );
  });

  it('tells no more of the length than Padmé does', async () => {
    const almost = { ...file, stored: SIZE - 900, size: SIZE - 900 };
    const lengths = (of: ChunkedFile): number[] =>
      Array.from({ length: chunkCount(of) }, (_, index) => chunkLength(of, index));
    expect(lengths(almost)).toEqual(lengths(file));
    expect((await seal(content, almost)).size).toBe(host.size);
  });
});

describe('descriptors', () => {
  it('are read as they were written', () => {
    expect(readDescriptor(writeDescriptor(file), place.path)).toEqual(file);
  });

  it.each<[string, Partial<ChunkedFile>]>([
    ['chunks that would exhaust a phone', { chunkSize: 64 * 1024 * 1024 }],
    ['chunks of nothing', { chunkSize: 0 }],
    ['no bytes', { stored: 0, size: 0 }],
    ['two lengths', { size: SIZE + 1 }],
    ['a length beyond counting', { stored: Number.MAX_SAFE_INTEGER + 1 }],
  ])('with %s are refused', (_, change) => {
    expect(() => readDescriptor(writeDescriptor({ ...file, ...change }), 'x')).toThrow(
      expect.objectContaining({ fault: 'tampered' }) as Error,
    );
  });

  it('that are cut are refused', () => {
    const payload = writeDescriptor(file);
    expect(() => readDescriptor({ ...payload, bytes: payload.bytes.subarray(1) }, 'x')).toThrow(
      expect.objectContaining({ fault: 'tampered' }) as Error,
    );
  });
});
