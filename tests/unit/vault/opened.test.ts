import { describe, expect, it } from 'vitest';
import { openPath } from '../../../src/vault/client/open.ts';
import {
  inMemory,
  type Opened,
  sliceOf,
  streamOf,
  wholeOf,
} from '../../../src/vault/client/opened.ts';
import type { Session } from '../../../src/vault/client/store.ts';
import { type Bytes, utf8 } from '../../../src/vault/format/bytes.ts';
import { VaultError } from '../../../src/vault/format/errors.ts';
import type { SiteFile } from '../../../src/vault/seal/site-file.ts';
import { sealSite } from '../../../src/vault/seal/seal-site.ts';
import { noise } from '../../support/noise.ts';
import { CHEAP, epochOf, keysOf } from './room.fixture.ts';

async function* inPieces(...pieces: number[][]): AsyncGenerator<Bytes> {
  for (const piece of pieces) yield await Promise.resolve(new Uint8Array(piece));
}
async function all(pieces: AsyncIterable<Bytes>): Promise<number[]> {
  const bytes: number[] = [];
  for await (const piece of pieces) bytes.push(...piece);
  return bytes;
}

describe('a stream of bytes', () => {
  it.each([
    [0, 6, [1, 2, 3, 4, 5, 6]],
    [1, 2, [2]],
    [1, 5, [2, 3, 4, 5]],
    [3, 3, []],
    [5, 99, [6]],
  ])('from %i to %i', async (start, end, expected) => {
    expect(await all(sliceOf(inPieces([1, 2], [3], [4, 5, 6]), { start, end }))).toEqual(expected);
  });

  it('is the same as pieces and as a stream', async () => {
    const body = new Response(streamOf(inPieces([1], [2, 3])));
    expect([...new Uint8Array(await body.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it('ends its source when nobody reads on', async () => {
    let isOver = false;
    async function* source(): AsyncGenerator<Bytes> {
      try {
        for (;;) yield await Promise.resolve(new Uint8Array([1]));
      } finally {
        isOver = true;
      }
    }
    const reader = streamOf(source()).getReader();
    await reader.read();
    await reader.cancel();
    expect(isOver).toBe(true);
  });

  it('of a file in memory is a part of it', async () => {
    expect(
      await all(inMemory('a/b', new Uint8Array([1, 2, 3])).read({ start: 1, end: 3 })),
    ).toEqual([2, 3]);
  });
});

describe('a large sealed file', () => {
  const text = Buffer.from(noise(1_300_000)).toString('base64');
  const bytes = noise(2_500_000);

  async function opened(file: SiteFile): Promise<{ file: Opened; asked: string[] }> {
    const { published } = await sealSite(
      [file],
      {
        passphrases: [{ room: 'coordination', label: 'a', passphrase: 'sable' }],
        epochs: [epochOf(7)],
      },
      {
        rooms: [{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }],
        base: '/',
        programme: 'P',
        community: 'C',
        contact: 'a@example.org',
        client: { files: [] },
        kdf: CHEAP,
      },
    );
    const session = { room: 'coordination', epoch: 1, keys: await keysOf(7) } as Session;
    const asked: string[] = [];
    const found = await openPath('/', session, file.path, (url) => {
      asked.push(url);
      const blob = published.find(({ path }) => path === url);
      if (blob === undefined) throw new VaultError('missing', url);
      return Promise.resolve(new Uint8Array(blob.bytes));
    });
    return { file: found, asked };
  }

  it('is read a chunk at a time, and only where it is asked for', async () => {
    const { file, asked } = await opened({ path: '/cdp/a.pdf', bytes });
    expect([file.bytes, file.size]).toEqual([null, bytes.length]);
    expect(asked).toHaveLength(1);
    const part = await all(file.read({ start: 2_097_150, end: 2_097_156 }));
    expect(part).toEqual([...bytes.subarray(2_097_150, 2_097_156)]);
    expect(asked).toHaveLength(3);
    const whole = new Uint8Array(await (await wholeOf(file)).arrayBuffer());
    expect(Buffer.from(whole).equals(bytes)).toBe(true);
  });

  it('that was compressed is read as it was', async () => {
    const { file } = await opened({ path: '/cdp/a.csv', bytes: utf8(text) });
    expect(file.bytes).toBeNull();
    expect((await (await wholeOf(file)).text()) === text).toBe(true);
    const part = await all(file.read({ start: 1_000_000, end: 1_000_010 }));
    expect(Buffer.from(part).toString()).toBe(text.slice(1_000_000, 1_000_010));
  });
});
