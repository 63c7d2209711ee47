/** Code points and the glyphs that draw them. */
export type Mapping = Map<number, number>;

interface Table {
  tag: string;
  data: Uint8Array<ArrayBuffer>;
}

/**
 * A font in which further code points are drawn with glyphs it has for others.
 * @param aliases code points with those whose glyph they take
 * @throws {Error} when the font lacks a glyph to take, or has no mapping of format 4.
 * Format: OpenType 1.9, "cmap" (subtable format 4) and the table directory.
 */
export function withAliases(
  sfnt: Uint8Array,
  aliases: ReadonlyMap<number, number>,
): Uint8Array<ArrayBuffer> {
  const tables = tablesOf(sfnt);
  const cmap = tables.find((table) => table.tag === 'cmap');
  if (cmap === undefined) throw new Error('The font has no "cmap" table.');
  const mapping = readMapping(cmap.data);
  for (const [added, like] of aliases) {
    const glyph = mapping.get(like);
    if (glyph === undefined) throw new Error(`The font has no glyph for U+${like.toString(16)}.`);
    mapping.set(added, glyph);
  }
  cmap.data = writeMapping(mapping);
  return writeTables(view(sfnt).getUint32(0), tables);
}

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function tablesOf(sfnt: Uint8Array): Table[] {
  const data = view(sfnt);
  return Array.from({ length: data.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const start = data.getUint32(at + 8);
    return {
      tag: String.fromCharCode(...sfnt.subarray(at, at + 4)),
      data: sfnt.slice(start, start + data.getUint32(at + 12)),
    };
  });
}

/** Reads the mapping of the Windows platform's Basic Multilingual Plane. */
export function readMapping(cmap: Uint8Array): Mapping {
  const data = view(cmap);
  const offsets = Array.from({ length: data.getUint16(2) }, (_, index) =>
    data.getUint32(8 + 8 * index),
  );
  const start = offsets.find((offset) => data.getUint16(offset) === 4);
  if (start === undefined) throw new Error('The font has no mapping of format 4.');
  const segments = data.getUint16(start + 6) / 2;
  const mapping: Mapping = new Map();
  for (let index = 0; index < segments; index += 1) {
    const at = start + 14 + 2 * index;
    const last = data.getUint16(at);
    const first = data.getUint16(at + 2 + 2 * segments);
    const delta = data.getUint16(at + 2 + 4 * segments);
    const rangeAt = at + 2 + 6 * segments;
    const range = data.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : data.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) mapping.set(code, glyph);
    }
  }
  return mapping;
}

/** A `cmap` table of one subtable of format 4, every segment with a delta. */
function writeMapping(mapping: Mapping): Uint8Array<ArrayBuffer> {
  const segments: { first: number; last: number; delta: number }[] = [];
  for (const [code, glyph] of [...mapping].sort(([a], [b]) => a - b)) {
    const delta = (glyph - code) & 0xffff;
    const open = segments.at(-1);
    if (open?.last === code - 1 && open.delta === delta) open.last = code;
    else segments.push({ first: code, last: code, delta });
  }
  segments.push({ first: 0xffff, last: 0xffff, delta: 1 });
  const count = segments.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const header = [
    4,
    16 + 8 * count,
    0,
    2 * count,
    2 * power,
    Math.log2(power),
    2 * (count - power),
  ];
  const words = [
    ...header,
    ...segments.map(({ last }) => last),
    0,
    ...segments.map(({ first }) => first),
    ...segments.map(({ delta }) => delta),
    ...segments.map(() => 0),
  ];
  const bytes = new Uint8Array(12 + 2 * words.length);
  const data = view(bytes);
  // Version 0, one subtable: platform 3 (Windows), encoding 1 (BMP), at byte 12.
  [0, 1, 3, 1, 0, 12].forEach((word, index) => {
    data.setUint16(2 * index, word);
  });
  words.forEach((word, index) => {
    data.setUint16(12 + 2 * index, word);
  });
  return bytes;
}

function writeTables(version: number, tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), 0);
  const bytes = new Uint8Array(12 + 16 * tables.length + size);
  const out = view(bytes);
  out.setUint32(0, version);
  [tables.length, 16 * power, Math.log2(power), 16 * (tables.length - power)].forEach((word, i) => {
    out.setUint16(4 + 2 * i, word);
  });
  let start = 12 + 16 * tables.length;
  tables.forEach(({ tag, data }, index) => {
    const at = 12 + 16 * index;
    bytes.set(new TextEncoder().encode(tag), at);
    bytes.set(data, start);
    out.setUint32(at + 4, checksum(bytes.subarray(start, start + padded(data.length))));
    out.setUint32(at + 8, start);
    out.setUint32(at + 12, data.length);
    start += padded(data.length);
  });
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  const data = view(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  return sum;
}
