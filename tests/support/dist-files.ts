import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** One published file. */
export interface PublishedFile {
  /** Path in the site, with `/` between folders and no leading one. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Reads every file of a built site, in the order of their paths. */
export function readDist(folder: string): PublishedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: readFileSync(file),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * All readings of a file's bytes that a curious stranger would try.
 *
 * @returns the file as UTF-8 and UTF-16, decompressed where it can be
 */
export function readings({ bytes }: PublishedFile): string[] {
  const forms = [bytes, tryTo(gunzipSync, bytes), tryTo(brotliDecompressSync, bytes)];
  return forms
    .filter((form) => form !== null)
    .flatMap((form) => [form.toString('utf8'), form.toString('utf16le')]);
}

function tryTo(decompress: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer | null {
  try {
    return decompress(bytes);
  } catch {
    return null; // not compressed in that way
  }
}
