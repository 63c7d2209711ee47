import { type Budget, UnreadableError } from './budget.ts';
import { inflate } from './inflate.ts';

/** A file found in another. */
export interface Part {
  /** Its name, in archives. */
  name?: string;
  bytes: Buffer;
}

const ZIP_HEADER = 30;
/** First bytes of gzip, zip entries, zstd; and of zlib with any window (RFC 1950), which are checked. */
const STREAM =
  /\x1f\x8b\x08|PK\x03\x04|\x28\xb5\x2f\xfd|[\x08\x18\x28\x38\x48\x58\x68\x78](?=[^])/g;

/**
 * Compressed streams wherever they stand in some bytes: members of archives that their directory does
 * not list, streams of formats that nobody here has heard of.
 * @throws {UnreadableError} when they unpack to too much, or an entry of an archive is encrypted.
 */
export function* carve(bytes: Buffer, budget: Budget): Generator<Part> {
  const text = bytes.toString('latin1');
  STREAM.lastIndex = 0;
  let from = 0;
  for (const { index, 0: magic } of text.matchAll(STREAM)) {
    if (index < from || (magic.length === 1 && !isZlib(bytes, index))) continue;
    const found = magic.startsWith('PK')
      ? zipEntry(bytes.subarray(index), budget)
      : streamAt(magic, bytes.subarray(index), budget);
    if (found === null || found.part.bytes.length === 0) continue;
    yield found.part;
    from = index + found.consumed;
  }
}

/** Whether a zlib header's check fits; a dictionary that nobody here has is not asked for. */
function isZlib(bytes: Buffer, at: number): boolean {
  const header = bytes.readUInt16BE(at);
  return header % 31 === 0 && (header & 0x20) === 0;
}

interface Found {
  part: Part;
  consumed: number;
}

function streamAt(magic: string, bytes: Buffer, budget: Budget): Found | null {
  const method = magic.startsWith('\x1f') ? 'gzip' : magic.length === 1 ? 'zlib' : 'zstd';
  const found = inflate(method, bytes, budget);
  return found === null ? null : { part: { bytes: found.bytes }, consumed: found.consumed };
}

/** An entry at its local header; what is stored as it is stands there to be read. */
function zipEntry(bytes: Buffer, budget: Budget): Found | null {
  if (bytes.length < ZIP_HEADER) return null;
  const [flags, method] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const nameEnd = ZIP_HEADER + bytes.readUInt16LE(26);
  const start = nameEnd + bytes.readUInt16LE(28);
  if (start > bytes.length) return null;
  const name = bytes.toString('utf8', ZIP_HEADER, nameEnd);
  if ((flags & 1) === 1) throw new UnreadableError('it holds an archive under a password');
  if (method === 0) return storedEntry(bytes, { name, start });
  if (method !== 8) throw new UnreadableError(`it holds an archive packed with method ${method}`);
  const found = inflate('deflate', bytes.subarray(start), budget);
  return found && { part: { name, bytes: found.bytes }, consumed: start + found.consumed };
}

function storedEntry(bytes: Buffer, { name, start }: { name: string; start: number }): Found {
  const size = bytes.readUInt32LE(18);
  const part = { name, bytes: bytes.subarray(start, start + size) };
  // It is read as a part and may hold streams itself.
  return { part, consumed: start + part.bytes.length };
}
