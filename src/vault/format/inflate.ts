import type { Bytes } from './bytes.ts';
import { VaultError } from './errors.ts';

/** Bytes at most of a gzipped file that is opened in memory; what holds more stands in chunks. */
export const INFLATED_MOST = 64 * 1024 * 1024;

/** Bytes of the end of a gzip stream: CRC and length (RFC 1952). */
const TRAILER = 8;

/**
 * Opens gzipped bytes. The length they end with is made room for, and holds: a few bytes cannot swell
 * to more than {@link INFLATED_MOST}.
 * @param what names them in errors
 * @throws {VaultError} `tampered` where they are no gzip stream, or one of another length.
 */
export async function inflate(packed: Bytes, what: string): Promise<Bytes> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const length = packed.length < TRAILER ? Infinity : view.getUint32(packed.length - 4, true);
  if (length > INFLATED_MOST) {
    throw new VaultError('tampered', `${what}: no gzip stream, or one of ${length} bytes.`);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const piece of inflateStream([packed], length, what)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * Opens a gzip stream piece by piece.
 * @param length bytes of the file
 * @throws {VaultError} `tampered` as soon as there are more, or no gzip; and as the source does.
 */
export async function* inflateStream(
  packed: AsyncIterable<Bytes> | Iterable<Bytes>,
  length: number,
  what: string,
): AsyncGenerator<Bytes, void, undefined> {
  const refuse = (how: string): VaultError => new VaultError('tampered', `${what}: ${how}.`);
  const { readable, writable } = new DecompressionStream('gzip');
  const feeding = feed(writable, packed);
  const reader = readable.getReader();
  let seen = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(async () => {
        const failure = await feeding;
        throw failure instanceof Error ? failure : refuse('its gzip stream is broken');
      });
      if (done) break;
      seen += value.length;
      if (seen > length) throw refuse(`more than its ${length} bytes`);
      yield value;
    }
    if (seen < length) throw refuse(`${seen} of its ${length} bytes`);
  } finally {
    // A reader that goes away, or has seen enough, stops the source as well.
    await reader.cancel().catch(() => undefined);
  }
}

/** Writes pieces into a stream. @returns what the source failed with, `null` where it did not. */
async function feed(
  writable: WritableStream<Bytes>,
  pieces: AsyncIterable<Bytes> | Iterable<Bytes>,
): Promise<unknown> {
  const writer = writable.getWriter();
  // The reader hears of it.
  writer.closed.catch(() => undefined);
  let failure: unknown = null;
  let isWriting = false;
  try {
    for await (const piece of pieces) {
      isWriting = true;
      await writer.write(piece);
      isWriting = false;
    }
    isWriting = true;
    await writer.close();
  } catch (cause) {
    if (!isWriting) failure = cause;
    await writer.abort(cause).catch(() => undefined);
  }
  return failure;
}
