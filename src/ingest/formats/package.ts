import { strFromU8, unzipSync } from 'fflate';
import { checkMarkup } from './limits.ts';
import { refuseBloated, refuseDamaged, refuseMisnamed, refuseProtected } from './refusals.ts';
import type { SourceFile } from './source.ts';

/** Inflated bytes that a document's parts may have in all. */
const MOST = 200 * 1024 * 1024;
/** Inflated bytes of all pictures that are taken over, and of one. */
const MOST_PICTURES = 60 * 1024 * 1024;
const LARGEST_PICTURE = 10 * 1024 * 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a zipped document (docx, odt) and inflates the parts asked for. All sizes that the archive
 * declares are added up before anything is inflated.
 * @returns the parts' bytes by their paths in the archive.
 * @throws {ImportError} for an encrypted, misnamed, truncated or bloated file.
 */
export function openPackage(
  file: SourceFile,
  format: string,
  wanted: (path: string, size: number) => boolean,
): Map<string, Uint8Array> {
  const { bytes, name } = file;
  if (OLE.every((byte, index) => bytes[index] === byte)) throw refuseProtected(name);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refuseMisnamed(name, format);
  let total = 0;
  let markup = 0;
  try {
    // A filter that takes nothing only reads the directory.
    unzipSync(bytes, {
      filter: (entry) => {
        total += entry.originalSize;
        if (/\.(?:xml|rels)$/.test(entry.name) && wanted(entry.name, entry.originalSize))
          markup += entry.originalSize;
        return false;
      },
    });
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
  if (total > MOST) throw refuseBloated(name);
  checkMarkup(markup, name);
  try {
    // The inflated part is cut at its declared size: one that lies about it cannot grow further.
    const parts = unzipSync(bytes, { filter: (entry) => wanted(entry.name, entry.originalSize) });
    return new Map(Object.entries(parts));
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
}

/** The pictures of a document that a test takes, as many as a CR may show: none alone above 10 MB. */
export function packagePictures(
  file: SourceFile,
  format: string,
  isPicture: (path: string) => boolean,
): Map<string, Uint8Array> {
  let left = MOST_PICTURES;
  return openPackage(file, format, (path, size) => {
    if (!isPicture(path) || size > LARGEST_PICTURE || size > left) return false;
    left -= size;
    return true;
  });
}

/** The text of an XML part, or `null` where the package has none. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, path: string): string | null {
  const bytes = parts.get(path);
  return bytes === undefined ? null : strFromU8(bytes).replace(/^\ufeff/, '');
}
