import type { Bytes } from '../format/bytes.ts';

/** A part of a file, in bytes; `end` is not part of it. */
export interface ByteRange {
  start: number;
  end: number;
}

/** An opened file: small ones are in memory, large ones open as they are read. */
export interface Opened {
  /** Media type. */
  type: string;
  /** Bytes of the file. */
  size: number;
  /** The file, or a part of it, piece by piece. */
  read: (range?: ByteRange) => AsyncIterable<Bytes>;
  /** The whole file, where it is in memory. */
  bytes: Bytes | null;
}

/** A file in memory. */
export function inMemory(type: string, bytes: Bytes): Opened {
  return {
    type,
    size: bytes.length,
    bytes,
    // eslint-disable-next-line @typescript-eslint/require-await -- one piece, at hand
    read: async function* ({ start, end } = { start: 0, end: bytes.length }) {
      yield bytes.subarray(start, end);
    },
  };
}

/** All of a file. @throws {VaultError} as its pieces do. */
export async function wholeOf(opened: Opened): Promise<Blob> {
  if (opened.bytes !== null) return new Blob([opened.bytes], { type: opened.type });
  const parts: BlobPart[] = [];
  for await (const piece of opened.read()) parts.push(piece);
  return new Blob(parts, { type: opened.type });
}

/** What a response wants as its body; a reader that goes away stops it. */
export function streamOf(pieces: AsyncIterable<Bytes>): ReadableStream<Bytes> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Bytes>({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

/** A part of a stream of bytes: what stands before it is read and dropped. */
export async function* sliceOf(
  pieces: AsyncIterable<Bytes>,
  { start, end }: ByteRange,
): AsyncGenerator<Bytes> {
  let at = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(Math.max(0, start - at), Math.max(0, end - at));
    if (part.length > 0) yield part;
    at += piece.length;
    if (at >= end) return;
  }
}
