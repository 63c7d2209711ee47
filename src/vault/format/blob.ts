import { type Bytes, concat, uint32, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';
import { padmeLength } from './padme.ts';
import type { RoomKeys } from './room-keys.ts';
import { additionalData, openBytes, sealBytes } from './sealed.ts';

export { FORMAT_VERSION } from './sealed.ts';

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
  /** Whether `bytes`, or those of the chunks, are gzipped. */
  gzip: boolean;
  /** Whether `bytes` only describe the file, which stands in chunks; see {@link readDescriptor}. */
  chunked?: boolean;
  bytes: Uint8Array;
}

/** A payload as it was opened. */
export type OpenedPayload = Required<Payload> & { bytes: Bytes };

const GZIP = 1;
const CHUNKED = 2;
/** A media type with its parameters, as it may stand in a header. */
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(?:; *[\w.+-]+=[\w.+-]+)*$/;

const dataOf = ({ room, epoch, path }: BlobPlace): Bytes => additionalData(room, epoch, path);

/**
 * Seals a payload for one place (see {@link sealBytes}): flags (1 byte: 1 gzip, 2 chunked) · length of
 * type (4) · type · length of bytes (4) · bytes · zeros up to Padmé.
 */
export async function sealBlob(keys: RoomKeys, place: BlobPlace, payload: Payload): Promise<Bytes> {
  const type = utf8(payload.type);
  const flags = (payload.gzip ? GZIP : 0) | (payload.chunked === true ? CHUNKED : 0);
  const lengthOfType = uint32(type.length);
  const parts = [new Uint8Array([flags]), lengthOfType, type, uint32(payload.bytes.length)];
  const length = 9 + type.length + payload.bytes.length;
  const padding = new Uint8Array(padmeLength(length) - length);
  const plain = concat(...parts, payload.bytes, padding);
  return sealBytes({ cipher: keys.content, nonce: keys.nonce }, dataOf(place), plain);
}

/**
 * Opens a sealed file for the place it is asked at.
 * @throws {VaultError} `unknown-version`, or `tampered` for anything not sealed for this place.
 */
export async function openBlob(
  keys: RoomKeys,
  place: BlobPlace,
  blob: Bytes,
): Promise<OpenedPayload> {
  return readPayload(await openBytes(keys.content, dataOf(place), blob, place.path), place.path);
}

function readPayload(plain: Bytes, path: string): OpenedPayload {
  const view = new DataView(plain.buffer);
  const part = (at: number): Bytes => {
    const end = at + 4 + (at + 4 <= plain.length ? view.getUint32(at) : Infinity);
    if (end > plain.length) throw new VaultError('tampered', `${path}: lengths inside do not fit.`);
    return plain.subarray(at + 4, end);
  };
  const flags = plain[0] ?? 0;
  if ((flags & ~(GZIP | CHUNKED)) !== 0) {
    throw new VaultError('unknown-version', `${path}: flags ${flags}, this code reads up to 3.`);
  }
  const type = part(1);
  const bytes = part(5 + type.length);
  const end = 9 + type.length + bytes.length;
  const isPadded =
    plain.length === padmeLength(end) && plain.subarray(end).every((byte) => byte === 0);
  if (!isPadded) throw new VaultError('tampered', `${path}: its padding is not as it should be.`);
  const mediaType = new TextDecoder().decode(type);
  if (!MEDIA_TYPE.test(mediaType)) {
    throw new VaultError('tampered', `${path}: a media type that is none.`);
  }
  return {
    type: mediaType,
    gzip: (flags & GZIP) !== 0,
    chunked: (flags & CHUNKED) !== 0,
    bytes,
  };
}
