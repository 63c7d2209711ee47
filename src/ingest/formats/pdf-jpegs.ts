import { exifOrientation, jpegSegments, pictureInfo } from '../../minutes/pictures.ts';
import { latin1 } from './latin1.ts';

/** Dictionaries of pictures are short: what lies further apart belongs to something else. */
const LONGEST = 3000;

/**
 * The JPEG streams of a PDF by their size in pixels ("640x480"), as they stand in the file: written
 * anew as PNG, a photograph would be ten times as large. Left out are those that show only with more
 * than their stream (masks, CMYK), and any whose size another picture of the file has, too.
 */
export function jpegsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const jpegs = new Map<string, Uint8Array>();
  const source = latin1(bytes);
  if (!source.includes('/DCTDecode')) return jpegs;
  const counts = new Map<string, number>();
  for (const { index } of source.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const from = source.lastIndexOf('obj', index);
    const to = source.indexOf('stream', index);
    if (from < 0 || to < 0 || to - from > LONGEST) continue;
    const dictionary = source.slice(from + 3, to);
    const size = `${numberOf(dictionary, 'Width')}x${numberOf(dictionary, 'Height')}`;
    counts.set(size, (counts.get(size) ?? 0) + 1);
    const jpeg = isPlainJpeg(dictionary) ? streamAt(source, bytes, to) : null;
    if (jpeg !== null && sizeOf(jpeg) === size) jpegs.set(size, jpeg);
  }
  for (const [size, count] of counts) if (count > 1) jpegs.delete(size);
  return jpegs;
}

const numberOf = (dictionary: string, name: string): string =>
  new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? '';

const isPlainJpeg = (dictionary: string): boolean =>
  /\/Filter\s*\[?\s*\/DCTDecode\s*\]?/.test(dictionary) &&
  !/\/(?:SMask|Mask|Decode|ImageMask|DeviceCMYK|Indexed|Separation|DeviceN|Lab)\b/.test(dictionary);

function streamAt(source: string, bytes: Uint8Array, keyword: number): Uint8Array | null {
  const start =
    keyword + (/^stream\r?\n/.exec(source.slice(keyword, keyword + 8))?.[0].length ?? 6);
  const end = source.indexOf('endstream', start);
  // Not a JPEG: an encrypted file.
  if (end < 0 || bytes[start] !== 0xff || bytes[start + 1] !== 0xd8) return null;
  return bytes.slice(start, end);
}

/** The size of a JPEG; `null` for one that browsers would show otherwise: in four colours, turned. */
function sizeOf(jpeg: Uint8Array): string | null {
  const info = pictureInfo(jpeg);
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (const { marker, start, end } of jpegSegments(view)) {
    if (marker === 0xe1 && exifOrientation(view, start, end) > 1) return null;
    // The frame header counts its components (ITU-T T.81, B.2.2).
    if (marker >= 0xc0 && marker <= 0xc2 && view.getUint8(start + 5) > 3) return null;
  }
  return info === null ? null : `${String(info.width)}x${String(info.height)}`;
}
