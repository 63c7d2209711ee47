import type { Chunk } from './png.ts';

/** Start of image, and the first byte of the next marker. */
export const JPEG = '\xff\xd8\xff';

const END = 0xd9;
const SCAN = 0xda;
/** Markers without a length: restarts, start, TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd8) || marker === 1;

/**
 * All of a JPEG but its pixels: EXIF, XMP, comments and other segments, what stands after its end.
 * `type` is the marker in hexadecimal: `fe` is a comment, `e1` EXIF or XMP.
 */
export function* jpegSegments(bytes: Buffer): Generator<Chunk> {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (marker === END) break;
    else {
      const end = at + 2 + bytes.readUInt16BE(at + 2);
      yield { type: marker.toString(16), data: bytes.subarray(at + 4, end) };
      at = marker === SCAN ? afterPixels(bytes, end) : end;
    }
  }
  if (bytes[at] === 0xff && bytes[at + 1] === END) at += 2;
  if (at < bytes.length) yield { type: 'rest', data: bytes.subarray(at) };
}

/** The next marker that is neither a stuffed byte nor a restart. */
function afterPixels(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
