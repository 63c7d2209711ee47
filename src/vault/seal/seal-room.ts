import { gzipSync } from 'node:zlib';
import { type Bytes, fromBase64url, toBase64url, utf8 } from '../format/bytes.ts';
import { sealBlob } from '../format/blob.ts';
import { deriveKek, KDF } from '../format/kdf.ts';
import { INDEX_PATH, type ManifestRoom } from '../format/manifest.ts';
import { blobName, deriveRoomKeys, importRoomKey } from '../format/room-keys.ts';
import { wrapRoomKey } from '../format/slot.ts';
import type { EpochEntry, PassphraseEntry } from '../keys/entry.ts';
import { mediaType } from './media-type.ts';

/** A file of the site; its path is that on the portal, without the base. */
export interface SiteFile {
  path: string;
  bytes: Uint8Array;
}

/** A room of the configuration. */
export interface RoomSettings {
  name: string;
  prefix: string;
  label: string;
}

/**
 * Seals the files of a room.
 * @returns the sealed files under `/_vault/<room>/`, and what the manifest says of the room.
 */
export async function sealRoom(
  room: RoomSettings,
  epoch: EpochEntry,
  passphrases: readonly PassphraseEntry[],
  files: readonly SiteFile[],
): Promise<{ sealed: SiteFile[]; manifest: ManifestRoom }> {
  const roomKey = bytesOf(epoch.key);
  const salt = bytesOf(epoch.salt);
  const keys = await deriveRoomKeys(await importRoomKey(roomKey));
  const place = { room: room.name, epoch: epoch.epoch };
  const paths = files.map((file) => ({ path: file.path, size: file.bytes.length }));
  const index = {
    path: INDEX_PATH,
    bytes: utf8(JSON.stringify(paths.sort((a, b) => (a.path < b.path ? -1 : 1)))),
  };
  const sealed: SiteFile[] = [];
  for (const file of [...files, index]) {
    const payload = { type: mediaType(file.path), ...compressed(file.bytes) };
    sealed.push({
      path: `/_vault/${room.name}/${await blobName(keys, file.path)}`,
      bytes: await sealBlob(keys, { ...place, path: file.path }, payload),
    });
  }
  const slots: string[] = [];
  for (const { passphrase } of passphrases) {
    const kek = await deriveKek(passphrase, salt, KDF);
    slots.push(toBase64url(await wrapRoomKey(kek, place, roomKey)));
  }
  return {
    sealed,
    manifest: {
      ...room,
      epoch: epoch.epoch,
      salt: epoch.salt,
      kdf: KDF,
      // Sorted, as the order must not tell whose passphrase is which; once each, as equal slots would
      // tell that two share one.
      slots: [...new Set(slots)].sort(),
    },
  };
}

function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new TypeError('A key of the keyring is no base64url.');
  return bytes;
}

/** gzip where it makes the file smaller; no time stamp in it, so the same bytes come each time. */
function compressed(bytes: Uint8Array): { gzip: boolean; bytes: Uint8Array } {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255; // RFC 1952, "OS": unknown, so that every system writes the same bytes.
  return packed.length < bytes.length ? { gzip: true, bytes: packed } : { gzip: false, bytes };
}
