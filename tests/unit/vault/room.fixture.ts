import { type Bytes, toBase64url } from '../../../src/vault/format/bytes.ts';
import type { KdfParameters } from '../../../src/vault/format/kdf.ts';
import {
  deriveRoomKeys,
  importRoomKey,
  type RoomKeys,
} from '../../../src/vault/format/room-keys.ts';

/** A room key whose bytes are all `byte`. */
export const keyOf = (byte: number): Bytes => new Uint8Array(32).fill(byte);

/** Its derived keys. */
export const keysOf = async (byte: number): Promise<RoomKeys> =>
  deriveRoomKeys(await importRoomKey(keyOf(byte)));

/** An epoch entry of a keys file. */
export const epochOf = (byte: number, epoch = 1) => ({
  room: 'coordination',
  epoch,
  salt: toBase64url(new Uint8Array(16).fill(byte)),
  key: toBase64url(keyOf(byte)),
});

/** The least a manifest may ask for: tests derive often. */
export const CHEAP: KdfParameters = { name: 'argon2id', memory: 19 * 1024, passes: 2, lanes: 1 };

/** Bytes that do not compress, the same each time (a linear congruential generator). */
export function noise(length: number, seed = 1): Bytes {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
