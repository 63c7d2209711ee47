import { embedded } from '../text/embedded.ts';
import { utf8Of } from '../text/printable.ts';
import { type Budget, checkDepth } from './budget.ts';
import { carve, type Part } from './carve.ts';
import { inflate } from './inflate.ts';
import { JPEG, jpegSegments } from './jpeg.ts';
import { refuseOpaque } from './opaque.ts';
import { PDF, pdfParts } from './pdf.ts';
import { pdfText } from './pdf-text.ts';
import { PNG, pngChunks } from './png.ts';
import { WOFF2, woff2Parts } from './woff2.ts';

/**
 * A file and all that is packed in it, however deep: archives, compressed streams, documents, pictures'
 * metadata, files in base64. Pixels are left out, and compressed forms where the plain one is given.
 * @throws {UnreadableError} when it unpacks to too much, or to what is not read.
 */
export async function* layersOf(part: Part, budget: Budget, depth = 0): AsyncGenerator<Part> {
  checkDepth(depth);
  const { bytes } = part;
  const beginning = bytes.toString('latin1', 0, 16);
  refuseOpaque(beginning);
  const inner = partsOf(bytes, beginning, budget);
  if (inner === null) {
    yield part;
    for (const each of streamsOf(bytes, budget)) yield* layersOf(each, budget, depth + 1);
    return;
  }
  for (const each of inner) {
    yield* layersOf({ name: part.name ?? '', ...each }, budget, depth + 1);
  }
  if (beginning.startsWith(PDF)) {
    const text = await pdfText(bytes);
    if (text !== null) yield { bytes: Buffer.from([text.pages, ...text.about].join('\n')) };
  }
}

/** The readable parts of a format whose bytes as they stand are not text; `null` for any other. */
function partsOf(bytes: Buffer, beginning: string, budget: Budget): Iterable<Part> | null {
  if (beginning.startsWith(PNG)) return chunksOf(pngChunks(bytes));
  if (beginning.startsWith(JPEG)) return chunksOf(jpegSegments(bytes));
  if (beginning.startsWith(WOFF2)) return wrapped(woff2Parts(bytes, budget));
  return beginning.startsWith(PDF) ? pdfParts(bytes, budget) : null;
}

function* chunksOf(chunks: Iterable<{ data: Buffer }>): Generator<Part> {
  for (const { data } of chunks) yield { bytes: data };
}
function* wrapped(pieces: Iterable<Buffer>): Generator<Part> {
  for (const bytes of pieces) yield { bytes };
}

/** What is compressed or encoded in some bytes. */
function* streamsOf(bytes: Buffer, budget: Budget): Generator<Part> {
  const text = utf8Of(bytes);
  if (text !== null) {
    for (const found of embedded(text)) {
      budget.take(found.length);
      yield { bytes: found };
    }
    return;
  }
  const whole = inflate('brotli', bytes, budget);
  if (whole !== null && whole.bytes.length > 0) yield { bytes: whole.bytes };
  else yield* carve(bytes, budget);
}
