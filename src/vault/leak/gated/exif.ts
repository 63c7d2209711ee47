/** Tags that people fill in (EXIF 2.32, §4.6): description, artist, copyright, comment, Windows' own. */
const WRITTEN = new Set([
  0x010d, 0x010e, 0x013b, 0x8298, 0x9286, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f,
]);
const EXIF_DIRECTORY = 0x8769;
/** Bytes of each type of value. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const HEADER = /II\*\0|MM\0\*/g;

/** What people wrote into the EXIF of a picture; makers' names and figures are no content. */
export function exifTexts(bytes: Buffer): Buffer[] {
  const starts = [...bytes.toString('latin1').matchAll(HEADER)].map(({ index }) => index);
  return starts.flatMap((start) => {
    const tiff = bytes.subarray(start);
    return tiff.length < 8 ? [] : directory(tiff, number(tiff, 4, 4), 0);
  });
}

function directory(tiff: Buffer, at: number, depth: number): Buffer[] {
  if (depth > 1 || at + 2 > tiff.length) return [];
  const found: Buffer[] = [];
  const count = number(tiff, at, 2);
  for (let entry = at + 2; entry < at + 2 + count * 12 && entry + 12 <= tiff.length; entry += 12) {
    const tag = number(tiff, entry, 2);
    const length = (SIZES[number(tiff, entry + 2, 2)] ?? 1) * number(tiff, entry + 4, 4);
    const value = length <= 4 ? entry + 8 : number(tiff, entry + 8, 4);
    if (tag === EXIF_DIRECTORY)
      found.push(...directory(tiff, number(tiff, entry + 8, 4), depth + 1));
    else if (WRITTEN.has(tag)) found.push(tiff.subarray(value, value + length));
  }
  return found;
}

const number = (tiff: Buffer, at: number, size: 2 | 4): number =>
  tiff[0] === 0x49 ? tiff.readUIntLE(at, size) : tiff.readUIntBE(at, size);
