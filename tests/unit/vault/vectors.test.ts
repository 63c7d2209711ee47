import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sealBlob } from '../../../src/vault/format/blob.ts';
import type { Bytes } from '../../../src/vault/format/bytes.ts';
import { chunkCount, chunkName, fileId, sealChunk } from '../../../src/vault/format/chunked.ts';
import { deriveKek } from '../../../src/vault/format/kdf.ts';
import { padmeLength } from '../../../src/vault/format/padme.ts';
import {
  blobName,
  deriveRoomKeys,
  importRoomKey,
  type RoomKeys,
} from '../../../src/vault/format/room-keys.ts';
import { readShareFragment, writeShareFragment } from '../../../src/vault/format/share.ts';
import { unwrapRoomKey, wrapRoomKey } from '../../../src/vault/format/slot.ts';
import { chunkNameOf, kekOf, nameOf, openFile, padded, unwrap } from './independent-reader.ts';

// The vectors of docs/vault-format.md. After a new version of the format: VAULT_VECTORS=write.

const FOLDER = join(import.meta.dirname, '..', '..', 'vectors', 'vault');
const isWriting = process.env['VAULT_VECTORS'] === 'write';

/** Vectors of a file, written back with what was computed where asked. */
function vectorsOf<T extends object>(name: string): T[] {
  const file = join(FOLDER, `${name}.json`);
  const content = JSON.parse(readFileSync(file, 'utf8')) as { about: string; vectors: T[] };
  afterAll(() => {
    if (isWriting) writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  });
  return content.vectors;
}

/** Holds what was computed against a vector, or keeps it in it. */
function hold<T extends object, K extends keyof T>(vector: T, key: K, computed: T[K]): void {
  if (isWriting) vector[key] = computed;
  expect(computed).toEqual(vector[key]);
}

const bytes = (hex: string): Bytes => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
const buffer = (hexadecimal: string): Buffer => Buffer.from(hexadecimal, 'hex');
const keysOf = async (roomKey: string): Promise<RoomKeys> =>
  deriveRoomKeys(await importRoomKey(bytes(roomKey)));

interface Place {
  roomKey: string;
  room: string;
  epoch: number;
  path: string;
}

describe('test vectors', () => {
  const kdf = vectorsOf<{
    passphrase: string;
    salt: string;
    memory: number;
    passes: number;
    lanes: number;
    expected: string;
  }>('kdf');
  it.each(kdf)('kdf %#', { timeout: 30_000 }, async (vector) => {
    const { passphrase, salt, memory, passes, lanes } = vector;
    const kek = await deriveKek(passphrase, bytes(salt), {
      name: 'argon2id',
      memory,
      passes,
      lanes,
    });
    hold(vector, 'expected', hex(kek));
    expect(hex(await kekOf(passphrase, buffer(salt), vector))).toBe(vector.expected);
  });

  const wrap = vectorsOf<{
    kek: string;
    room: string;
    epoch: number;
    roomKey: string;
    expected: string;
  }>('wrap');
  it.each(wrap)('wrap %#', async (vector) => {
    const { kek, room, epoch, roomKey } = vector;
    const slot = await wrapRoomKey(bytes(kek), { room, epoch }, bytes(roomKey));
    hold(vector, 'expected', hex(slot));
    const opened = await unwrapRoomKey(bytes(kek), { room, epoch }, [slot]);
    expect(hex(opened ?? new Uint8Array(0))).toBe(roomKey);
    const theirs = unwrap(buffer(kek), { name: room, epoch }, [buffer(vector.expected)]);
    expect(hex(theirs)).toBe(roomKey);
  });

  const names = vectorsOf<{
    roomKey: string;
    path: string;
    id?: string;
    index?: number;
    expected: string;
  }>('names');
  it.each(names)('names %#', async (vector) => {
    const { roomKey, path, id, index } = vector;
    const keys = await keysOf(roomKey);
    const isChunk = id !== undefined && index !== undefined;
    const name = isChunk
      ? await chunkName(keys, path, bytes(id), index)
      : await blobName(keys, path);
    hold(vector, 'expected', name);
    const theirs = isChunk
      ? chunkNameOf(buffer(roomKey), path, buffer(id), index)
      : nameOf(buffer(roomKey), path);
    expect(theirs).toBe(vector.expected);
  });

  const padding = vectorsOf<{ length: number; expected: string }>('padding');
  it.each(padding)('padding of $length', (vector) => {
    hold(vector, 'expected', String(padmeLength(vector.length)));
    expect(String(padded(vector.length))).toBe(vector.expected);
  });

  const seal = vectorsOf<
    Place & { type: string; gzip: boolean; chunked: boolean; bytes: string; expected: string }
  >('seal');
  it.each(seal)('seal %#', async (vector) => {
    const { roomKey, room, epoch, path, type, gzip, chunked } = vector;
    const payload = { type, gzip, chunked, bytes: bytes(vector.bytes) };
    const sealed = await sealBlob(await keysOf(roomKey), { room, epoch, path }, payload);
    hold(vector, 'expected', hex(sealed));
    const place = { name: room, epoch };
    const theirs = openFile(buffer(roomKey), place, path, buffer(vector.expected));
    expect({ ...theirs, bytes: hex(theirs.bytes) }).toEqual({ ...payload, bytes: vector.bytes });
  });

  const chunk = vectorsOf<
    Place & { stored: number; chunkSize: number; expectedId: string; expected: string[] }
  >('chunk');
  it.each(chunk)('chunk %#', async (vector) => {
    const { roomKey, room, epoch, path, stored, chunkSize } = vector;
    const keys = await keysOf(roomKey);
    const content = Uint8Array.from({ length: stored }, (_, index) => (7 * index + 3) % 256);
    const sha256 = new Uint8Array(createHash('sha256').update(content).digest());
    const place = { room, epoch, path };
    const id = await fileId(keys, place, sha256);
    hold(vector, 'expectedId', hex(id));
    const file = { type: 'a/b', gzip: false, id, stored, size: stored, chunkSize };
    const hashes: string[] = [];
    for (let index = 0; index < chunkCount(file); index += 1) {
      const part = content.subarray(index * chunkSize, (index + 1) * chunkSize);
      const sealed = await sealChunk(keys, place, file, index, part);
      hashes.push(createHash('sha256').update(sealed).digest('hex'));
    }
    hold(vector, 'expected', hashes);
  });

  const share = vectorsOf<{ kek: string; anchor: string | null; expected: string }>('share');
  it.each(share)('share %#', (vector) => {
    const { kek, anchor } = vector;
    hold(vector, 'expected', writeShareFragment(bytes(kek), anchor));
    expect(readShareFragment(vector.expected)).toEqual({ kek: bytes(kek), anchor });
  });
});

it.each([
  '#acces=',
  '#acces=AAAA',
  `#acces=${'A'.repeat(44)}`,
  `#acces=${'A'.repeat(43)}&ancre=%E0%A4`,
])('a share link that was cut or changed is told from none: %s', (fragment) => {
  expect(readShareFragment(fragment)).toBe('damaged');
  expect(readShareFragment(fragment.replace('acces', 'marseille'))).toBeNull();
});
