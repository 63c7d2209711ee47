import { type Bytes, concat, uint32, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';
import { padmeLength } from './padme.ts';
import type { RoomKeys } from './room-keys.ts';

/** Where a sealed file belongs; all of it is authenticated. */
export interface BlobPlace {
  room: string;
  epoch: number;
  /** Path on the portal without its base: `/cdp/index.html`. */
  path: string;
}

/** What a sealed file holds. */
export interface Payload {
  /** Media type, as a `Content-Type` header writes it. */
  type: string;
  /** Whether `bytes` are gzipped. */
  gzip: boolean;
  bytes: Uint8Array;
}

const MAGIC = utf8('PVLT');
export const FORMAT_VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = MAGIC.length + 1 + NONCE;

const additionalData = ({ room, epoch, path }: BlobPlace): Bytes =>
  utf8(`pegase-vault\n${String(FORMAT_VERSION)}\n${room}\n${String(epoch)}\n${path}`);

/**
 * Seals a payload for one place. Layout: "PVLT", version (1 byte), nonce (12), AES-256-GCM of
 * [flags (1: gzip) · length of type (4) · type · length of bytes (4) · bytes · zeros up to Padmé],
 * tag (16). The nonce is a MAC of place and plaintext: the same input gives the same file, another
 * one another nonce.
 */
export async function sealBlob(keys: RoomKeys, place: BlobPlace, payload: Payload): Promise<Bytes> {
  const type = utf8(payload.type);
  const flags = new Uint8Array([payload.gzip ? 1 : 0]);
  const parts = [flags, uint32(type.length), type, uint32(payload.bytes.length), payload.bytes];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const plain = concat(...parts, new Uint8Array(padmeLength(length) - length));
  const aad = additionalData(place);
  const mac = await crypto.subtle.sign('HMAC', keys.nonce, concat(aad, new Uint8Array(1), plain));
  const iv = new Uint8Array(mac, 0, NONCE);
  const algorithm = { name: 'AES-GCM', iv, additionalData: aad };
  const sealed = await crypto.subtle.encrypt(algorithm, keys.content, plain);
  return concat(MAGIC, new Uint8Array([FORMAT_VERSION]), iv, new Uint8Array(sealed));
}

/**
 * Opens a sealed file for the place it is asked at.
 * @throws {VaultError} `unknown-version`, or `tampered` for anything not sealed for this place.
 */
export async function openBlob(keys: RoomKeys, place: BlobPlace, blob: Bytes): Promise<Payload> {
  if (blob.length < HEADER + TAG || MAGIC.some((byte, index) => blob[index] !== byte)) {
    throw new VaultError(
      'tampered',
      `${place.path}: not a sealed file (${String(blob.length)} bytes).`,
    );
  }
  if (blob[MAGIC.length] !== FORMAT_VERSION) {
    throw new VaultError(
      'unknown-version',
      `${place.path}: format ${String(blob[MAGIC.length])}, this code reads ${String(FORMAT_VERSION)}.`,
    );
  }
  const iv = blob.subarray(MAGIC.length + 1, HEADER);
  const algorithm = { name: 'AES-GCM', iv, additionalData: additionalData(place) };
  const plain = await crypto.subtle
    .decrypt(algorithm, keys.content, blob.subarray(HEADER))
    .catch(() => {
      throw new VaultError(
        'tampered',
        `${place.path}: its bytes are not those sealed for this path, room and epoch.`,
      );
    });
  return readPayload(new Uint8Array(plain), place.path);
}

function readPayload(plain: Bytes, path: string): Payload {
  const view = new DataView(plain.buffer);
  const part = (at: number): Bytes => {
    const end = at + 4 + (at + 4 <= plain.length ? view.getUint32(at) : Infinity);
    if (end > plain.length) throw new VaultError('tampered', `${path}: lengths inside do not fit.`);
    return plain.subarray(at + 4, end);
  };
  const type = part(1);
  const bytes = part(5 + type.length);
  return { type: new TextDecoder().decode(type), gzip: plain[0] === 1, bytes };
}
