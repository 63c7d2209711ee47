/** "\x89PNG\r\n\x1a\n". */
export const PNG = '\x89PNG\r\n\x1a\n';

/** A chunk of a PNG. */
export interface Chunk {
  type: string;
  data: Buffer;
}

/** Compressed pixels: no text. */
const PIXELS = new Set(['IDAT', 'fdAT']);

/** All of a PNG but its pixels: text chunks, EXIF, profiles, unknown chunks, what stands after its end. */
export function* pngChunks(bytes: Buffer): Generator<Chunk> {
  let at = PNG.length;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    if (!PIXELS.has(type)) yield { type, data: bytes.subarray(at + 8, end - 4) };
    at = end;
    if (type === 'IEND') break;
  }
  if (at < bytes.length) yield { type: 'rest', data: bytes.subarray(at) };
}
