import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBlob, sealBlob } from '../../../src/vault/format/blob.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../src/vault/format/bytes.ts';
import { padmeLength } from '../../../src/vault/format/padme.ts';
import { blobName, type RoomKeys } from '../../../src/vault/format/room-keys.ts';
import { additionalData, sealBytes } from '../../../src/vault/format/sealed.ts';
import { keysOf } from './room.fixture.ts';

const place = { room: 'coordination', epoch: 3, path: '/cdp/index.html' };
const payload = { type: 'text/html', gzip: false, bytes: utf8('<p>Bonjour</p>') };
let keys: RoomKeys;
beforeAll(async () => {
  keys = await keysOf(7);
});

describe('sealBlob and openBlob', () => {
  it('give back what was sealed, of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, gzip) => {
        const opened = await openBlob(
          keys,
          place,
          await sealBlob(keys, place, { type: 'a/b', gzip, bytes }),
        );
        expect([opened.type, opened.gzip, [...opened.bytes]]).toEqual(['a/b', gzip, [...bytes]]);
      }),
      { numRuns: 60 },
    );
  });

  it('are deterministic, and use another nonce for another text or path', async () => {
    const nonce = async (at: typeof place, text: string): Promise<string> =>
      toBase64url((await sealBlob(keys, at, { ...payload, bytes: utf8(text) })).subarray(5, 17));
    expect(await sealBlob(keys, place, payload)).toEqual(await sealBlob(keys, place, payload));
    const nonces = [
      await nonce(place, 'a'),
      await nonce(place, 'b'),
      await nonce({ ...place, path: '/cdp/x' }, 'a'),
    ];
    expect(new Set(nonces).size).toBe(3);
  });

  it('hide lengths within one Padmé step', async () => {
    const length = async (size: number): Promise<number> =>
      (await sealBlob(keys, place, { ...payload, bytes: new Uint8Array(size) })).length;
    expect(await length(1000)).toBe(await length(1001));
  });

  it.each([
    ['another path', { ...place, path: '/cdp/autre.html' }],
    ['another room', { ...place, room: 'ecnp' }],
    ['another epoch', { ...place, epoch: 4 }],
  ])('refuse a blob asked for at %s', async (_, other) => {
    const blob = await sealBlob(keys, place, payload);
    await expect(openBlob(keys, other, blob)).rejects.toMatchObject({ fault: 'tampered' });
  });

  it('refuse another key', async () => {
    const blob = await sealBlob(keys, place, payload);
    await expect(openBlob(await keysOf(8), place, blob)).rejects.toMatchObject({
      fault: 'tampered',
    });
  });

  it('refuse flags of a format to come', async () => {
    const plain = new Uint8Array([4, 0, 0, 0, 0, 0, 0, 0, 0]);
    const key = { cipher: keys.content, nonce: keys.nonce };
    const aad = additionalData(place.room, place.epoch, place.path);
    await expect(openBlob(keys, place, await sealBytes(key, aad, plain))).rejects.toMatchObject({
      fault: 'unknown-version',
    });
  });

  it('refuse every single changed bit and every cut', async () => {
    const blob = await sealBlob(keys, place, payload);
    for (let at = 0; at < blob.length; at += 1) {
      const changed = blob.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const fault = at === 4 ? 'unknown-version' : 'tampered';
      await expect(openBlob(keys, place, changed)).rejects.toMatchObject({ fault });
      await expect(openBlob(keys, place, blob.slice(0, at))).rejects.toMatchObject({
        fault: at === 5 ? 'tampered' : (expect.any(String) as string),
      });
    }
  });
});

describe('blobName', () => {
  it('is one for a path, another for another path or key, and says nothing', async () => {
    const name = await blobName(keys, '/cdp/index.html');
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(await blobName(keys, '/cdp/index.html')).toBe(name);
    expect(await blobName(keys, '/cdp/index.htm')).not.toBe(name);
    expect(await blobName(await keysOf(8), '/cdp/index.html')).not.toBe(name);
  });
});

describe('padmeLength', () => {
  it.each([
    [0, 0],
    [1, 1],
    [9, 10],
    [1000, 1024],
    [1_000_000, 1_015_808],
  ])('pads %d to %d', (length, padded) => {
    expect(padmeLength(length)).toBe(padded);
  });

  it('never shrinks, adds at most 12 %, and keeps what it padded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(length * 1.12 + 1);
        expect(padmeLength(padded)).toBe(padded);
      }),
    );
  });

  it('refuses what is no length', () => {
    expect(() => padmeLength(-1)).toThrow(RangeError);
  });
});

describe('base64url', () => {
  it('round-trips, and refuses other text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...(fromBase64url(toBase64url(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
    for (const text of ['a+b', 'a=', 'é', 'abcde']) expect(fromBase64url(text)).toBeNull();
  });
});
