import { closeSync, openSync, readSync } from 'node:fs';
import { roomOf } from '../vault/format/manifest.ts';
import { gatedText } from '../vault/leak/gated/gated-texts.ts';
import {
  isStored,
  type RoomSettings,
  type SiteFile,
  sizeOf,
  type StoredFile,
} from '../vault/seal/site-file.ts';

type AnyFile = SiteFile | StoredFile;

/** Bytes of one gated file that are read for its words; the words of most stand in far fewer. */
const MOST_READ = 64 * 1024 * 1024;

/** The files of a site that are gated: by their address, and by what sealing made of them. */
export function gatedFiles(
  site: readonly AnyFile[],
  rooms: readonly RoomSettings[],
  sealed: readonly SiteFile[],
): AnyFile[] {
  const byAddress = site.filter(({ path }) => roomOf(rooms, path) !== null);
  const known = new Set(byAddress.map(({ path }) => path));
  return [...byAddress, ...sealed.filter(({ path }) => !known.has(path))];
}

/**
 * The words of gated files.
 * @returns `notes`: files of which not all words are known, and why, for maintainers
 */
export async function readGated(
  files: readonly AnyFile[],
): Promise<{ texts: string[]; notes: string[] }> {
  const texts: string[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const found = await gatedText(file.path, bytesOf(file));
    const gap =
      sizeOf(file) > MOST_READ ? `it is larger than ${MOST_READ / 1024 ** 2} MB` : found.gap;
    texts.push(...found.texts);
    if (gap !== null)
      notes.push(
        `${file.path.slice(1)} is sealed, but was not read to its end for the leak scan: ${gap}.`,
      );
  }
  return { texts, notes };
}

function bytesOf(file: AnyFile): Uint8Array {
  if (!isStored(file)) return file.bytes.subarray(0, MOST_READ);
  const bytes = new Uint8Array(Math.min(file.size, MOST_READ));
  const handle = openSync(file.stored, 'r');
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(handle, bytes, filled, bytes.length - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(handle);
  }
}
