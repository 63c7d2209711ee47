/** Kinds of pictures that every browser shows and that hold no code. */
export type PictureType = 'png' | 'jpg' | 'gif' | 'webp';

/** What a picture's first bytes say of it; sizes in pixels, as it is shown. */
export interface PictureInfo {
  type: PictureType;
  width: number;
  height: number;
}

/** Whether a name is one that the importer gives to pictures: no folder, no other ending. */
export function isPictureName(name: string): boolean {
  return /^image-[1-9]\d{0,2}\.(?:png|jpg|gif|webp)$/.test(name);
}

/** Kind and size of a picture, by its bytes and not by its name; `null` for anything else. */
export function pictureInfo(bytes: Uint8Array): PictureInfo | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(from, from + length));
  if (text(0, 8) === '\x89PNG\r\n\x1a\n' && text(12, 4) === 'IHDR')
    return sized('png', view.getUint32(16), view.getUint32(20));
  if (/^GIF8[79]a$/.test(text(0, 6)))
    return sized('gif', view.getUint16(6, true), view.getUint16(8, true));
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return webpInfo(view, text(12, 4));
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegInfo(view) : null;
}

const sized = (type: PictureType, width: number, height: number): PictureInfo | null =>
  width > 0 && height > 0 ? { type, width, height } : null;

function webpInfo(view: DataView, chunk: string): PictureInfo | null {
  if (chunk === 'VP8X') return sized('webp', triple(view, 24) + 1, triple(view, 27) + 1);
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return sized('webp', (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
  }
  return chunk === 'VP8 '
    ? sized('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    : null;
}

const triple = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;

/** The frame header of a JPEG (ITU-T T.81, B.2.2); a picture turned by its EXIF is as it is shown. */
function jpegInfo(view: DataView): PictureInfo | null {
  let isTurned = false;
  for (const { marker, start, end } of jpegSegments(view)) {
    if (marker === 0xe1) isTurned ||= exifOrientation(view, start, end) > 4;
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (!isFrame || start + 5 > end) continue;
    const [height, width] = [view.getUint16(start + 1), view.getUint16(start + 3)];
    return isTurned ? sized('jpg', height, width) : sized('jpg', width, height);
  }
  return null;
}

/** A segment of a JPEG before its picture data: from `start` to `end` without marker and length. */
export interface JpegSegment {
  marker: number;
  start: number;
  end: number;
}

/** The segments of a JPEG up to and with its first start of scan; stops where they make no sense. */
export function* jpegSegments(view: DataView): Generator<JpegSegment> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > view.byteLength || end < at + 4) return;
    yield { marker, start: at + 4, end };
    if (marker === 0xda) return;
    at = end;
  }
}

/** How an EXIF segment says that the picture is to be turned (1–8); 1 where it does not say. */
export function exifOrientation(view: DataView, start: number, end: number): number {
  const tiff = start + 6;
  if (end - start < 20 || view.getUint32(start) !== 0x45786966) return 1;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > end) return 1;
    if (view.getUint16(entry, isLittle) !== 0x0112) continue;
    const orientation = view.getUint16(entry + 8, isLittle);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}
