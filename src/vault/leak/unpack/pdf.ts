import type { Budget } from './budget.ts';
import type { Part } from './carve.ts';
import { inflate } from './inflate.ts';
import { pdfStrings } from './pdf-strings.ts';

export const PDF = '%PDF-';

const STREAM = /stream\r?\n/g;
/** A stream's dictionary ends right before it, and is seldom long. */
const DICTIONARY = 4096;
/** Pixels: pictures that are no files by themselves. */
const PIXELS = /\/Subtype\s*\/Image\b/;
const IS_FILE = /\/(?:DCTDecode|JPXDecode)\b/;

/**
 * All of a PDF but pixels: each stream unpacked, those of earlier versions of the file and those that no page
 * shows among them, and the strings that stand in and between them as they are shown.
 * @throws {UnreadableError} when it unpacks to too much.
 */
export function* pdfParts(bytes: Buffer, budget: Budget): Generator<Part> {
  const text = bytes.toString('latin1');
  // Without its first bytes, lest the beginning is taken for a PDF itself.
  let from = PDF.length;
  for (const match of text.matchAll(STREAM)) {
    if (match.index < from || text.endsWith('end', match.index)) continue;
    const start = match.index + match[0].length;
    const end = endOf(text, start);
    const dictionary = text.slice(Math.max(from, match.index - DICTIONARY), match.index);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    yield* between(text.slice(from, match.index));
    from = end;
    if (PIXELS.test(own) && !IS_FILE.test(own)) continue;
    const raw = bytes.subarray(start, end);
    const stream = inflate('zlib', raw, budget)?.bytes ?? raw;
    yield { bytes: stream };
    yield* shown(stream.toString('latin1'));
  }
  yield* between(text.slice(from));
}

function endOf(text: string, start: number): number {
  const end = text.indexOf('endstream', start);
  return end < 0 ? text.length : end;
}

/** Objects, comments, what follows the end. */
function* between(syntax: string): Generator<Part> {
  yield { bytes: Buffer.from(syntax, 'latin1') };
  yield* shown(syntax);
}

function* shown(content: string): Generator<Part> {
  const strings = pdfStrings(content);
  if (strings !== '') yield { bytes: Buffer.from(strings) };
}
