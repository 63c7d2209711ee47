import { type Bytes, hex, utf8 } from './bytes.ts';

/** Bytes of a room key. */
const ROOM_KEY_LENGTH = 32;

/** The keys of a room, one a purpose, none extractable. */
export interface RoomKeys {
  /** AES-256-GCM, for contents. */
  content: CryptoKey;
  /** AES-256-GCM, for the chunks of large files. */
  chunk: CryptoKey;
  /** HMAC-SHA-256, for the names of sealed files. */
  name: CryptoKey;
  /** HMAC-SHA-256, for nonces. */
  nonce: CryptoKey;
}

/** Imports a room key so that other keys can be derived from it and nobody can read it back. */
export function importRoomKey(bytes: Bytes): Promise<CryptoKey> {
  if (bytes.length !== ROOM_KEY_LENGTH) {
    throw new RangeError(
      `A room key has ${String(ROOM_KEY_LENGTH)} bytes, not ${String(bytes.length)}.`,
    );
  }
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
}

/** Derives a room's keys (HKDF-SHA-256, RFC 5869, empty salt, the purpose as info). */
export async function deriveRoomKeys(roomKey: CryptoKey): Promise<RoomKeys> {
  const hkdf = (purpose: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8(`pegase-vault/1/${purpose}`),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const { subtle } = crypto;
  const [content, chunk, name, nonce] = await Promise.all([
    subtle.deriveKey(hkdf('content'), roomKey, aes, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(hkdf('chunk'), roomKey, aes, false, ['encrypt', 'decrypt']),
    subtle.deriveKey(hkdf('name'), roomKey, hmac, false, ['sign']),
    subtle.deriveKey(hkdf('nonce'), roomKey, hmac, false, ['sign']),
  ]);
  return { content, chunk, name, nonce };
}

/** Opaque name of the sealed file of a path: 128 bits of HMAC, in hexadecimal. */
export async function blobName(keys: Pick<RoomKeys, 'name'>, path: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.name, utf8(path));
  return hex(new Uint8Array(mac, 0, 16));
}
