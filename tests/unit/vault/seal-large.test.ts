import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bytes, utf8 } from '../../../src/vault/format/bytes.ts';
import { CHUNK_SIZE } from '../../../src/vault/format/chunked.ts';
import { gzipped } from '../../../src/vault/seal/compress.ts';
import { rechunked, sealLarge } from '../../../src/vault/seal/seal-large.ts';
import type { SiteFile, StoredFile } from '../../../src/vault/seal/site-file.ts';
import { keysOf, noise } from './room.fixture.ts';

const place = { room: 'coordination', epoch: 1, path: '/cdp/a.pdf' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function seal(source: SiteFile | StoredFile, type = 'application/pdf') {
  const chunks = new Map<string, Bytes>();
  const write = (name: string, bytes: Bytes): void => void chunks.set(name, bytes);
  return { ...(await sealLarge(await keysOf(7), place, type, source, write)), chunks };
}
function stored(bytes: Uint8Array): StoredFile {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return { path: place.path, stored: path, size: bytes.length };
}

describe('sealLarge', () => {
  it('seals the same bytes from the disk and from memory', async () => {
    const bytes = noise(2_500_000);
    const [disk, memory] = [await seal(stored(bytes)), await seal({ path: place.path, bytes })];
    expect(disk.chunks).toEqual(memory.chunks);
    expect(disk.head).toEqual(memory.head);
    expect(disk.file).toMatchObject({ gzip: false, stored: 2_500_000, size: 2_500_000 });
    expect([...disk.chunks.values()].map(({ length }) => length)).toEqual([
      CHUNK_SIZE + 33,
      CHUNK_SIZE + 33,
      2_555_904 - 2 * CHUNK_SIZE + 33,
    ]);
  });

  it('gives chunks other names when the content changes', async () => {
    const [a, b] = [noise(1_200_000), noise(1_200_000, 2)];
    const names = async (bytes: Bytes) => [...(await seal(stored(bytes))).chunks.keys()];
    const before = await names(a);
    expect((await names(b)).filter((name) => before.includes(name))).toEqual([]);
  });

  it('compresses a large text, and leaves what browsers ask ranges of', async () => {
    const bytes = utf8('site;inclusions\n'.repeat(200_000));
    expect((await seal(stored(bytes), 'text/csv')).file).toMatchObject({
      gzip: true,
      size: bytes.length,
    });
    expect((await seal(stored(bytes), 'application/pdf')).file.gzip).toBe(false);
  });

  it.each([
    ['shrinks', 5_000_000],
    ['changes', 6_000_000],
    ['grows', 6_000_001],
  ])('refuses a file that %s while it is sealed', async (_, length) => {
    const source = stored(noise(6_000_000));
    const keys = await keysOf(7);
    let isFirst = true;
    const write = (): void => {
      if (!isFirst) return;
      isFirst = false;
      if (length > source.size) appendFileSync(source.stored, new Uint8Array(1));
      else writeFileSync(source.stored, noise(length, 2));
    };
    await expect(sealLarge(keys, place, 'application/pdf', source, write)).rejects.toThrow(
      '/cdp/a.pdf changed while it was being sealed',
    );
  });
});

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part.slice());
  return parts;
}
async function* of(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

it('rechunked cuts and joins pieces of any size', async () => {
  const parts = await collect(
    rechunked(of(utf8('abcde'), utf8(''), utf8('f'), utf8('ghijklm')), 3),
  );
  expect(parts.map((part) => new TextDecoder().decode(part))).toEqual([
    'abc',
    'def',
    'ghi',
    'jkl',
    'm',
  ]);
});

it('gzipped names no system, whatever the pieces', async () => {
  const packed = Buffer.concat(await collect(gzipped(of(utf8('a'.repeat(5000)), noise(70_000)))));
  expect([packed[0], packed[1], packed[9]]).toEqual([0x1f, 0x8b, 255]);
});
