import { describe, expect, it } from 'vitest';
import { KDF } from '../../../src/vault/format/kdf.ts';
import { readManifest, roomOf } from '../../../src/vault/format/manifest.ts';
import { toBase64url } from '../../../src/vault/format/bytes.ts';
import { SLOT_LENGTH } from '../../../src/vault/format/slot.ts';

const room = {
  name: 'coordination',
  prefix: '/cdp/',
  label: 'la communauté',
  epoch: 1,
  salt: toBase64url(new Uint8Array(16)),
  kdf: KDF,
  slots: [toBase64url(new Uint8Array(SLOT_LENGTH))],
  list: toBase64url(new Uint8Array(12)),
};
const manifest = (changes: object) => ({
  format: 1,
  build: 'abc',
  rooms: [{ ...room, ...changes }],
});

describe('readManifest', () => {
  it('reads a good one', () => {
    expect(readManifest(manifest({}))).toEqual(manifest({}));
  });

  it.each<[string, object]>([
    ['memory below the floor', { kdf: { ...KDF, memory: 1024 } }],
    ['passes below the floor', { kdf: { ...KDF, passes: 1 } }],
    ['memory that would exhaust a phone', { kdf: { ...KDF, memory: 4 * 1024 * 1024 } }],
    ['passes without end', { kdf: { ...KDF, passes: 1e6 } }],
    ['several lanes', { kdf: { ...KDF, lanes: 4 } }],
    ['another kdf', { kdf: { ...KDF, name: 'pbkdf2' } }],
    ['a short salt', { salt: 'AAAA' }],
    ['no slots', { slots: [] }],
    ['a cut slot', { slots: ['AAAA'] }],
    ['a list without its mark', { list: undefined }],
    ['a short mark', { list: 'AAAA' }],
    ['epoch 0', { epoch: 0 }],
    ['a prefix that is no path', { prefix: 'https://example.org/' }],
    ['no name', { name: undefined }],
  ])('refuses %s', (_, changes) => {
    expect(() => readManifest(manifest(changes))).toThrow(
      expect.objectContaining({ fault: 'bad-manifest' }) as Error,
    );
  });

  it.each([null, [], 'x', {}, { format: 1 }])('refuses %j', (value) => {
    expect(() => readManifest(value)).toThrow(
      expect.objectContaining({ fault: 'bad-manifest' }) as Error,
    );
  });

  it.each([0, -1, 1.5, '1', true, 1e300, Number.POSITIVE_INFINITY])(
    'refuses format %j as none',
    (format) => {
      expect(() => readManifest({ ...manifest({}), format })).toThrow(
        expect.objectContaining({ fault: 'bad-manifest' }) as Error,
      );
    },
  );

  it('tells a newer format from a bad one', () => {
    expect(() => readManifest({ ...manifest({}), format: 2 })).toThrow(
      expect.objectContaining({ fault: 'unknown-version' }) as Error,
    );
  });
});

it('finds the room of a path', () => {
  expect(roomOf([room], '/cdp/sites/')?.name).toBe('coordination');
  expect(roomOf([room], '/webinaires/cdp/')).toBeNull();
});
