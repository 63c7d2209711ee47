import { type Budget, UnreadableError } from './budget.ts';
import { inflate } from './inflate.ts';

/** https://www.w3.org/TR/WOFF2/ */
export const WOFF2 = 'wOF2';

const HEADER = 48;
const ANY_TAG = 63;
/** Indices of `glyf` and `loca` among the known tags: transformed unless their version is 3. */
const OUTLINES = new Set([10, 11]);

/**
 * The tables of a font (its names stand in one), its metadata, and all behind them.
 * @throws {UnreadableError} when its tables cannot be unpacked.
 */
export function* woff2Parts(bytes: Buffer, budget: Budget): Generator<Buffer> {
  if (bytes.length < HEADER) return;
  const start = tablesStart(bytes);
  const end = start + bytes.readUInt32BE(20);
  const tables = inflate('brotli', bytes.subarray(start, end), budget);
  if (tables === null) throw new UnreadableError('it is a font whose tables cannot be unpacked');
  yield bytes.subarray(WOFF2.length, start);
  yield tables.bytes;
  const [metaStart, metaLength] = [bytes.readUInt32BE(28), bytes.readUInt32BE(32)];
  const meta = inflate('brotli', bytes.subarray(metaStart, metaStart + metaLength), budget);
  if (meta !== null) yield meta.bytes;
  yield bytes.subarray(end);
}

/** Where the compressed tables begin: behind a directory of entries of several lengths. */
function tablesStart(bytes: Buffer): number {
  let at = HEADER;
  for (let left = bytes.readUInt16BE(12); left > 0; left -= 1) {
    const flags = bytes[at] ?? 0;
    const [tag, version] = [flags & ANY_TAG, flags >> 6];
    at += tag === ANY_TAG ? 5 : 1;
    at = afterNumber(bytes, at);
    const isTransformed = OUTLINES.has(tag) ? version !== 3 : version !== 0;
    if (isTransformed) at = afterNumber(bytes, at);
  }
  return at;
}

/** Seven bits a byte; the last has its high bit clear. */
function afterNumber(bytes: Buffer, at: number): number {
  let end = at;
  while (((bytes[end] ?? 0) & 0x80) !== 0) end += 1;
  return end + 1;
}
