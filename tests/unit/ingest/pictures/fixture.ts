import { strToU8, zlibSync } from 'fflate';

const chunk = (type: string, data: Uint8Array): number[] => {
  const length = [24, 16, 8, 0].map((shift) => (data.length >> shift) & 255);
  const body = [...strToU8(type), ...data];
  const check = crc(body);
  return [...length, ...body, ...[24, 16, 8, 0].map((shift) => (check >>> shift) & 255)];
};

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value;
}

/** A PNG of one grey, with the author's name in it. */
export function png(width: number, height: number, grey = 128): Uint8Array {
  const size = (value: number): number[] =>
    [value >> 24, value >> 16, value >> 8, value].map((byte) => byte & 255);
  const header = Uint8Array.of(...size(width), ...size(height), 8, 0, 0, 0, 0);
  const row = [0, ...Array.from({ length: width }, () => grey)];
  const rows = Uint8Array.from(Array.from({ length: height }, () => row).flat());
  return Uint8Array.of(
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...chunk('tEXt', strToU8('Author\0Zoé Secret')),
    ...chunk('IDAT', zlibSync(rows)),
    ...chunk('IEND', new Uint8Array()),
    ...strToU8('trailing Secret'),
  );
}

/** The frame of a JPEG: taken with a phone held upright (orientation 6) that says where. */
export function jpeg(width: number, height: number): Uint8Array {
  const two = (value: number): number[] => [value >> 8, value & 255];
  const segment = (marker: number, data: readonly number[]): number[] => [
    0xff,
    marker,
    ...two(data.length + 2),
    ...data,
  ];
  const exif = [
    ...strToU8('Exif\0\0MM\0*'),
    ...[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
    ...strToU8('GPS Secret place'),
  ];
  return Uint8Array.of(
    0xff,
    0xd8,
    ...segment(0xe0, [...strToU8('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xe1, exif),
    ...segment(0xfe, [...strToU8('Secret comment')]),
    ...segment(0xc0, [8, ...two(height), ...two(width), 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xd9],
    ...strToU8('trailing Secret'),
  );
}

/** A GIF of one frame, with a comment. */
export function gif(width: number, height: number): Uint8Array {
  const two = (value: number): number[] => [value & 255, value >> 8];
  return Uint8Array.of(
    ...strToU8('GIF89a'),
    ...[...two(width), ...two(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
    ...[0x21, 0xfe, 6, ...strToU8('Secret'), 0],
    ...[0x2c, 0, 0, 0, 0, ...two(width), ...two(height), 0, 2, 2, 0x44, 1, 0, 0x3b],
  );
}

/** The frame of a WebP with EXIF. */
export function webp(width: number, height: number): Uint8Array {
  const three = (value: number): number[] => [value & 255, (value >> 8) & 255, value >> 16];
  const four = (value: number): number[] => [...three(value), 0];
  const part = (name: string, data: readonly number[]): number[] => [
    ...strToU8(name),
    ...four(data.length),
    ...data,
    ...(data.length % 2 === 1 ? [0] : []),
  ];
  const body = [
    ...strToU8('WEBP'),
    ...part('VP8X', [0x0c, 0, 0, 0, ...three(width - 1), ...three(height - 1)]),
    ...part('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0, 0, 0, 0]),
    ...part('EXIF', [...strToU8('Secret.')]),
  ];
  return Uint8Array.of(...strToU8('RIFF'), ...four(body.length), ...body);
}

export const dataAddress = (bytes: Uint8Array, type = 'image/png'): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
