import { describe, expect, it } from 'vitest';
import { deriveKek, type KdfParameters } from '../../../src/vault/format/kdf.ts';
import { unwrapRoomKey, wrapRoomKey } from '../../../src/vault/format/slot.ts';
import { importRoomKey } from '../../../src/vault/format/room-keys.ts';
import { keyOf } from './room.fixture.ts';

/** The least the manifest may ask for: tests derive often. */
const kdf: KdfParameters = { name: 'argon2id', memory: 19 * 1024, passes: 2, lanes: 1 };
const salt = new Uint8Array(16).fill(1);
const place = { room: 'coordination', epoch: 1 };
const kek = (passphrase: string) => deriveKek(passphrase, salt, kdf);

describe('slots', () => {
  it('open with their own passphrase among others', async () => {
    const slots = [
      await wrapRoomKey(await kek('sable lampe'), place, keyOf(7)),
      await wrapRoomKey(await kek('bateau'), place, keyOf(7)),
    ];
    expect(await unwrapRoomKey(await kek('bateau'), place, slots)).toEqual(keyOf(7));
    expect(await unwrapRoomKey(await kek('radeau'), place, slots)).toBeNull();
  });

  it('open whatever keyboard typed the accents, and with spaces around', async () => {
    const slots = [await wrapRoomKey(await kek('\u00e9t\u00e9 \u00e0 venir'), place, keyOf(7))];
    expect(await unwrapRoomKey(await kek(' e\u0301te\u0301 a\u0300 venir '), place, slots)).toEqual(
      keyOf(7),
    );
  });

  it('do not open for another room or epoch', async () => {
    const key = await kek('bateau');
    const slots = [await wrapRoomKey(key, place, keyOf(7))];
    expect(await unwrapRoomKey(key, { ...place, epoch: 2 }, slots)).toBeNull();
    expect(await unwrapRoomKey(key, { ...place, room: 'ecnp' }, slots)).toBeNull();
  });

  it.each(['', '\0', 'x'.repeat(10_000), '\u{1F600}'])(
    'a wrong passphrase of any shape opens nothing (%#)',
    async (passphrase) => {
      const slots = [await wrapRoomKey(await kek('bateau'), place, keyOf(7))];
      expect(await unwrapRoomKey(await kek(passphrase), place, slots)).toBeNull();
    },
  );

  it('never repeat a nonce for two room keys', async () => {
    const key = await kek('bateau');
    const nonces = await Promise.all(
      [7, 8].map(async (byte) => (await wrapRoomKey(key, place, keyOf(byte))).slice(0, 12)),
    );
    expect(nonces[0]).not.toEqual(nonces[1]);
  });
});

it('a room key cannot be read back', async () => {
  const key = await importRoomKey(keyOf(7));
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  expect(() => importRoomKey(new Uint8Array(16))).toThrow(RangeError);
});
