import { unescaped } from '../text/escapes.ts';
import { printable, utf8Of } from '../text/printable.ts';
import { Budget, checkDepth, UnreadableError } from '../unpack/budget.ts';
import { JPEG } from '../unpack/jpeg.ts';
import { PDF } from '../unpack/pdf.ts';
import { pdfText } from '../unpack/pdf-text.ts';
import { PNG } from '../unpack/png.ts';
import { codeTexts } from './code-texts.ts';
import { packageTexts } from './package-texts.ts';
import { pageTexts } from './page-texts.ts';
import { pictureTexts } from './picture-texts.ts';

/** Characters of one file that are held against what is published. */
const MOST_TEXT = 2_000_000;

/** What a gated file says. */
export interface GatedText {
  texts: string[];
  /** Why not all of it is known, if so. */
  gap: string | null;
}

/** Made by the index of the search, of the pages' own words. */
const INDEX = /\.(?:pf_fragment|pf_index|pf_meta|pf_filter|pagefind|wasm|woff2?)$/;
const CODE = /\.(?:js|mjs|css|map)$/;
/** Lines of calendars that people fill in; the others are the same in every calendar. */
const CALENDAR_LINE =
  /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|ORGANIZER|ATTENDEE|CATEGORIES|X-ALT-DESC)[;:].*/gim;
/** The same of address cards (RFC 6350), whose lines may be grouped: `item1.EMAIL`. */
const CARD_LINE =
  /^(?:[\w-]+\.)?(?:FN|N|NICKNAME|ORG|TITLE|ROLE|NOTE|ADR|EMAIL|TEL|CATEGORIES|RELATED)[;:].*/gim;

/**
 * The words of a gated file, of whatever kind: those that its authors wrote, not those that every file of
 * its kind has, as public files have them too.
 */
export async function gatedText(path: string, bytes: Uint8Array): Promise<GatedText> {
  const texts: string[] = [];
  let length = 0;
  try {
    for await (const text of wordsOf(path, Buffer.from(bytes), new Budget(), 0)) {
      texts.push(text.slice(0, MOST_TEXT - length));
      length += text.length;
      if (length > MOST_TEXT) return { texts, gap: `more than ${MOST_TEXT} characters of text` };
    }
  } catch (cause) {
    if (!(cause instanceof UnreadableError)) throw cause;
    return { texts, gap: cause.message };
  }
  return { texts, gap: null };
}

async function* wordsOf(
  path: string,
  bytes: Buffer,
  budget: Budget,
  depth: number,
): AsyncGenerator<string> {
  checkDepth(depth);
  if (INDEX.test(path)) return;
  const text = utf8Of(bytes);
  if (text !== null) {
    yield* textWords(path, text);
    return;
  }
  const beginning = bytes.toString('latin1', 0, 8);
  if (beginning.startsWith(PDF)) {
    const found = await pdfText(bytes);
    if (found !== null) yield* [found.pages, ...found.about];
  } else if (beginning.startsWith('PK\x03\x04')) {
    for (const inner of packageTexts(bytes, budget)) {
      if ('text' in inner) yield inner.text;
      else yield* wordsOf(inner.name, inner.bytes, budget, depth + 1);
    }
  } else if (isPicture(beginning)) {
    for (const each of pictureTexts(bytes, budget)) yield* lettersOf(each);
  } else if (isMostlyText(bytes)) {
    yield* printable(bytes);
  }
}

function textWords(path: string, text: string): string[] {
  if (/\.html?$/.test(path)) return pageTexts(text);
  if (CODE.test(path)) return codeTexts(text);
  if (/\.(?:ics|vcf)$/.test(path)) {
    const whole = text.replace(/\r?\n[ \t]/g, '');
    const lines = path.endsWith('.ics') ? CALENDAR_LINE : CARD_LINE;
    return Array.from(whole.matchAll(lines), ([line]) => unescaped(line));
  }
  return [unescaped(text)];
}

function lettersOf(bytes: Buffer): string[] {
  const text = utf8Of(bytes);
  return text === null ? printable(bytes) : [text];
}

const isPicture = (beginning: string): boolean =>
  [PNG, JPEG, 'GIF8', 'RIFF', 'II*\0', 'MM\0*'].some((magic) => beginning.startsWith(magic)) ||
  beginning.slice(4) === 'ftyp';

/** Texts in old encodings; of film and sound no words are known. */
function isMostlyText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096);
  const letters = sample.filter((byte) => byte === 0 || byte === 10 || byte >= 32).length;
  return letters >= sample.length * 0.95;
}
