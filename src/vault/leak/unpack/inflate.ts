import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import type { Budget } from './budget.ts';

/** What a compressed stream held, and how many bytes of the file it took. */
export interface Inflated {
  bytes: Buffer;
  consumed: number;
}

type Method = 'gzip' | 'zlib' | 'deflate' | 'brotli' | 'zstd';

interface Limits {
  maxOutputLength: number;
  info: boolean;
}

/** A stream that is cut off gives what it has. */
const CUT = { finishFlush: constants.Z_SYNC_FLUSH };
const METHODS: Record<Method, (bytes: Uint8Array, options: Limits) => unknown> = {
  gzip: (bytes, options) => gunzipSync(bytes, { ...CUT, ...options }),
  zlib: (bytes, options) => inflateSync(bytes, { ...CUT, ...options }),
  deflate: (bytes, options) => inflateRawSync(bytes, { ...CUT, ...options }),
  brotli: (bytes, options) => brotliDecompressSync(bytes, options),
  zstd: (bytes, options) => zstdDecompressSync(bytes, options),
};

/**
 * Decompresses a stream that begins at the first of the bytes and may end before the last.
 * @returns `null` when it is none.
 * @throws {UnreadableError} when it unpacks to more than the budget has.
 */
export function inflate(method: Method, bytes: Uint8Array, budget: Budget): Inflated | null {
  try {
    const options = { maxOutputLength: Math.max(1, budget.left), info: true };
    const result = METHODS[method](bytes, options) as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    budget.take(result.buffer.length);
    return { bytes: result.buffer, consumed: result.engine.bytesWritten };
  } catch (cause) {
    if (isTooLarge(cause)) throw budget.exhausted();
    if (cause instanceof Error && 'code' in cause) return null; // zlib's: not such a stream
    throw cause;
  }
}

const isTooLarge = (cause: unknown): boolean =>
  cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
