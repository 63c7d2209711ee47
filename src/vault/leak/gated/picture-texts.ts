import type { Budget } from '../unpack/budget.ts';
import { carve } from '../unpack/carve.ts';
import { JPEG, jpegSegments } from '../unpack/jpeg.ts';
import { PNG, pngChunks } from '../unpack/png.ts';
import { withoutTags } from '../text/tags.ts';
import { exifTexts } from './exif.ts';

const XMP = /<x:xmpmeta[^]*?<\/x:xmpmeta>/g;
/** Written by programs, the same in every picture of theirs. */
const BY_PROGRAM = /^(?:Software|Creation Time|date:\w+)\0|^CREATOR: gd-jpeg/;

/** What people wrote into a picture: comments, EXIF, XMP. */
export function pictureTexts(bytes: Buffer, budget: Budget): Buffer[] {
  const comments = [...commentsOf(bytes, budget)].filter(
    (text) => !BY_PROGRAM.test(text.toString('latin1', 0, 64)),
  );
  const packets = [bytes, ...comments].flatMap((text) =>
    Array.from(text.toString('latin1').matchAll(XMP), ([packet]) =>
      Buffer.from(withoutTags(packet), 'latin1'),
    ),
  );
  const isXmp = (text: Buffer): boolean => text.includes('<x:xmpmeta');
  return [...comments.filter((text) => !isXmp(text)), ...packets, ...exifTexts(bytes)];
}

function* commentsOf(bytes: Buffer, budget: Budget): Generator<Buffer> {
  const beginning = bytes.toString('latin1', 0, 8);
  if (beginning.startsWith(PNG)) {
    for (const { type, data } of pngChunks(bytes)) {
      if (type === 'tEXt' || type === 'iTXt') yield data;
      if (type === 'zTXt' || type === 'iTXt') {
        for (const part of carve(data, budget)) yield part.bytes;
      }
    }
  } else if (beginning.startsWith(JPEG)) {
    for (const { type, data } of jpegSegments(bytes)) if (type === 'fe') yield data;
  }
}
