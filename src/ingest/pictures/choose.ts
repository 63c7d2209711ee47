import { type PictureInfo, pictureInfo } from '../../minutes/pictures.ts';
import { withoutMetadata } from './metadata.ts';

/** How many pictures were left out, by the reason. */
export interface Refusals {
  /** No browser shows them, or they may run: EMF, WMF, SVG, TIFF… */
  unknown: number;
  /** Too large. */
  large: number;
  /** They stop before their end. */
  damaged: number;
  /** Lines, dots and spacers. */
  tiny: number;
  /** Further copies of one picture. */
  repeated: number;
  /** Not in the file, but at an address or in a file beside it. */
  elsewhere: number;
}

/** A picture under the name it goes by. */
export interface NamedPicture {
  file: string;
  bytes: Uint8Array;
}

const LARGEST = 10 * 1024 * 1024;
/** More pictures than any CR has. */
const MOST = 200;

/**
 * Chooses the pictures to show and names them in order.
 * @param urls addresses as they stand in the text, one for each place
 * @returns names by address; a picture in several places keeps its name.
 */
export async function choosePictures(
  urls: readonly string[],
  bytesOf: (url: string) => Uint8Array | null,
): Promise<{ names: Map<string, NamedPicture>; refusals: Refusals }> {
  const refusals: Refusals = {
    unknown: 0,
    large: 0,
    damaged: 0,
    tiny: 0,
    repeated: 0,
    elsewhere: 0,
  };
  const names = new Map<string, NamedPicture>();
  const byDigest = new Map<string, NamedPicture>();
  for (const url of new Set(urls)) {
    const bytes = bytesOf(url);
    // A file's largest pictures are not read at all.
    const read = bytes === null ? 'large' : cleaned(bytes);
    if (typeof read === 'string') {
      refusals[read] += 1;
      continue;
    }
    const digest = await digestOf(read.bytes);
    const known = byDigest.get(digest);
    if (known === undefined && byDigest.size >= MOST) refusals.large += 1;
    else {
      const file = `image-${String(byDigest.size + 1)}.${read.info.type}`;
      const named = known ?? { file, bytes: read.bytes };
      byDigest.set(digest, named);
      names.set(url, named);
    }
  }
  return { names, refusals };
}

function cleaned(
  bytes: Uint8Array,
): { bytes: Uint8Array; info: PictureInfo } | 'unknown' | 'large' | 'damaged' | 'tiny' {
  if (bytes.length > LARGEST) return 'large';
  const info = pictureInfo(bytes);
  if (info === null) return 'unknown';
  const { width, height } = info;
  if (width < 9 || height < 9 || width * height < 600) return 'tiny';
  const clean = withoutMetadata(bytes, info.type);
  return clean === null ? 'damaged' : { bytes: clean, info };
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
