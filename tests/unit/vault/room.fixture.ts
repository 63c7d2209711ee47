import { type Bytes, toBase64url } from '../../../src/vault/format/bytes.ts';
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
