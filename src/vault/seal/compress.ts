import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';

/** Types that are compressed already, or that browsers ask ranges of: stored as they are. */
const AS_IS = /^(?:image\/(?!svg|bmp)|video\/|audio\/|font\/|application\/(?:pdf|zip|gzip))/;
/** A large file is compressed when its beginning shrinks below this share. */
const WORTHWHILE = 0.9;
const SAMPLE = 256 * 1024;
/** Offset of "OS" in a gzip header (RFC 1952): 255, unknown, so that every system writes the same. */
const OS = 9;

/** gzip where it makes the bytes fewer; no time stamp in it, so the same bytes come each time. */
export function compressed(bytes: Uint8Array): { gzip: boolean; bytes: Uint8Array } {
  const packed = gzipSync(bytes, { level: 9 });
  packed[OS] = 255;
  return packed.length < bytes.length ? { gzip: true, bytes: packed } : { gzip: false, bytes };
}

/** Whether a large file of a type is to be compressed, judged by its beginning. */
export function isWorthCompressing(type: string, beginning: Uint8Array): boolean {
  if (AS_IS.test(type)) return false;
  const sample = beginning.subarray(0, SAMPLE);
  return gzipSync(sample, { level: 6 }).length < sample.length * WORTHWHILE;
}

/** A stream of bytes, gzipped: the same bytes each time. */
export async function* gzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip({ level: 6 });
  const input = Readable.from(source);
  input.once('error', (cause) => gzip.destroy(cause));
  let at = 0;
  for await (const piece of input.pipe(gzip) as AsyncIterable<Buffer>) {
    if (at <= OS && OS < at + piece.length) piece[OS - at] = 255;
    at += piece.length;
    yield piece;
  }
}
