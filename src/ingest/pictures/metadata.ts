import { exifOrientation, jpegSegments, type PictureType } from '../../minutes/pictures.ts';

/**
 * A picture without what it says beside its pixels: where and when it was taken, by whom, with what,
 * and anything behind its end. Colours and the turn of a photograph stay.
 * @returns `null` for a picture that stops before its end.
 */
export function withoutMetadata(bytes: Uint8Array, type: PictureType): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const parts = { png: pngParts, jpg: jpegParts, gif: gifParts, webp: webpParts }[type](view);
    return parts === null ? null : joined(bytes, parts);
  } catch (cause) {
    // Reading past the end of the bytes.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** What to keep: ranges of the source, or bytes of its own. */
type Part = readonly [number, number] | Uint8Array;

function joined(bytes: Uint8Array, parts: readonly Part[]): Uint8Array {
  const chunks = parts.map((part) =>
    part instanceof Uint8Array ? part : bytes.subarray(part[0], part[1]),
  );
  const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}

const name = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));

/** Chunks up to IEND (PNG specification, 11); text, time and EXIF left out. */
function pngParts(view: DataView): Part[] | null {
  const parts: Part[] = [[0, 8]];
  for (let at = 8; at + 12 <= view.byteLength;) {
    const end = at + 12 + view.getUint32(at);
    const chunk = name(view, at + 4);
    if (end > view.byteLength) return null;
    if (!/^(?:tEXt|zTXt|iTXt|eXIf|tIME)$/.test(chunk)) parts.push([at, end]);
    if (chunk === 'IEND') return parts;
    at = end;
  }
  return null;
}

/** Segments up to the end of the image; of the applications' only JFIF, ICC colours and Adobe's. */
function jpegParts(view: DataView): Part[] | null {
  const parts: Part[] = [[0, 2]];
  let last = 0;
  let orientation = 1;
  for (const { marker, start, end } of jpegSegments(view)) {
    const isKept =
      marker !== 0xfe &&
      (marker < 0xe1 ||
        marker > 0xef ||
        marker === 0xee ||
        (marker === 0xe2 && name(view, start) === 'ICC_'));
    if (marker === 0xe1 && orientation === 1) orientation = exifOrientation(view, start, end);
    if (isKept) parts.push([start - 4, end]);
    last = marker === 0xda ? end : 0;
  }
  const end = last === 0 ? null : endOfScan(view, last);
  if (end === null) return null;
  if (orientation > 1) parts.splice(1, 0, turn(orientation));
  return [...parts, [last, end]];
}

/** Where a JPEG ends: behind its last scan, restart marks and tables between scans passed over. */
function endOfScan(view: DataView, from: number): number | null {
  for (let at = from; at + 1 < view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0xff) continue;
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9) return at + 2;
    const isData = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (!isData) at += 1 + view.getUint16(at + 2);
  }
  return null;
}

/** An EXIF segment that says how to turn the picture, and nothing else. */
const turn = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  );

/** Blocks up to the trailer (GIF89a, 15–27); comments and XMP left out. */
function gifParts(view: DataView): Part[] | null {
  const palette = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const blocksEnd = (from: number): number => {
    let at = from;
    while (view.getUint8(at) !== 0) at += view.getUint8(at) + 1;
    return at + 1;
  };
  let at = 13 + palette(view.getUint8(10));
  const parts: Part[] = [[0, at]];
  for (;;) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) return [...parts, [at, at + 1]];
    const isExtension = kind === 0x21;
    if (!isExtension && kind !== 0x2c) return null;
    const label = view.getUint8(at + 1);
    const end = isExtension
      ? blocksEnd(at + 2)
      : blocksEnd(at + 11 + palette(view.getUint8(at + 9)));
    const isXmp = isExtension && label === 0xff && name(view, at + 3) === 'XMP ';
    if (!(isExtension && label === 0xfe) && !isXmp) parts.push([at, end]);
    at = end;
  }
}

/** Chunks of a WebP (RIFF); EXIF and XMP left out, and the flags that announce them. */
function webpParts(view: DataView): Part[] | null {
  const end = 8 + view.getUint32(4, true);
  if (end > view.byteLength) return null;
  const parts: Part[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (next > end + 1) return null;
    const chunk = name(view, at);
    if (chunk === 'VP8X') {
      const head = new Uint8Array(view.buffer, view.byteOffset + at, 8 + size).slice();
      head[8] = (head[8] ?? 0) & ~0x0c;
      parts.push(head);
    } else if (chunk !== 'EXIF' && chunk !== 'XMP ') parts.push([at, Math.min(next, end)]);
    at = next;
  }
  const length = parts.reduce(
    (sum, part) => sum + (part instanceof Uint8Array ? part.length : part[1] - part[0]),
    4,
  );
  const header = Uint8Array.of(0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50);
  new DataView(header.buffer).setUint32(4, length, true);
  return [header, ...parts];
}
