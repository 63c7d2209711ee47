import { zlibSync } from 'fflate';

/** Pixels of a picture, row by row, without gaps between rows. */
export interface Pixels {
  width: number;
  height: number;
  /** One bit a pixel (1 is white; rows end on whole bytes), or one, three or four bytes. */
  channels: 'bits' | 1 | 3 | 4;
  data: Uint8Array | Uint8ClampedArray;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Colour types (PNG specification, 11.2.1): grey, true colour, true colour with alpha. */
const COLOUR = { bits: 0, 1: 0, 3: 2, 4: 6 } as const;

/** Writes pixels as a PNG; `null` where there are not as many as the size says. */
export function toPng(pixels: Pixels): Uint8Array | null {
  const { width, height, channels } = pixels;
  const stride = channels === 'bits' ? Math.ceil(width / 8) : width * channels;
  if (width < 1 || height < 1 || pixels.data.length < stride * height) return null;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = channels === 'bits' ? 1 : 8;
  header[9] = COLOUR[channels];
  const rows = filtered(pixels.data, stride, height, channels === 'bits' ? 1 : channels);
  const chunks = [chunk('IHDR', header), chunk('IDAT', zlibSync(rows)), chunk('IEND', NONE)];
  const png = new Uint8Array(chunks.reduce((sum, each) => sum + each.length, 0) + SIGNATURE.length);
  png.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const each of chunks) {
    png.set(each, at);
    at += each.length;
  }
  return png;
}

const NONE = new Uint8Array();

/** Rows behind their filter's number: as they are, or what differs from the pixel on the left or above. */
function filtered(
  data: Uint8Array | Uint8ClampedArray,
  stride: number,
  height: number,
  step: number,
): Uint8Array {
  const rows = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * stride;
    const to = row * (stride + 1);
    const before = (at: number, filter: number): number => {
      if (filter === 1) return at < step ? 0 : (data[from + at - step] ?? 0);
      return filter === 2 && row > 0 ? (data[from + at - stride] ?? 0) : 0;
    };
    let best = { filter: 0, cost: Infinity };
    for (const filter of [0, 1, 2]) {
      // The smallest differences pack best (PNG specification, 12.7).
      let cost = 0;
      for (let at = 0; at < stride; at += 1) {
        const change = ((data[from + at] ?? 0) - before(at, filter)) & 0xff;
        cost += change < 128 ? change : 256 - change;
      }
      if (cost < best.cost) best = { filter, cost };
    }
    rows[to] = best.filter;
    for (let at = 0; at < stride; at += 1)
      rows[to + 1 + at] = (data[from + at] ?? 0) - before(at, best.filter);
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)));
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1)
    value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 (PNG specification, annex D). */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
