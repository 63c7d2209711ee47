import { ImportError } from '../errors.ts';
import { decodeText } from './decode.ts';
import { checkMarks, readWithin } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { refuseOldWord } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';
import { readText } from './text.ts';

export type { SourceDocument, SourceFile } from './source.ts';

type Reader = (file: SourceFile) => Promise<SourceDocument>;

const text =
  (read: (text: string) => SourceDocument | Promise<SourceDocument>): Reader =>
  (file) =>
    // A refusal is a rejection, as with the other formats.
    Promise.resolve(file).then(async (source) => {
      const decoded = decodeText(source);
      checkMarks(decoded, file.name);
      return read(decoded);
    });

/** Readers by ending. What only one format needs is loaded when the first such file is read. */
const READERS: Record<string, Reader> = {
  docx: async (file) => (await import('./docx.ts')).readDocx(file),
  odt: async (file) => (await import('./odt.ts')).readOdt(file),
  pdf: async (file) => (await import('./pdf.ts')).readPdf(file),
  rtf: async (file) => (await import('./rtf.ts')).readRtf(file),
  html: async (file) => (await import('./html.ts')).readHtml(file),
  htm: async (file) => (await import('./html.ts')).readHtml(file),
  md: text(readMarkdown),
  markdown: text(readMarkdown),
  txt: text((source) => ({ root: readText(source), notes: [] })),
};

/** Endings of the files that can be imported. */
export const FORMATS = Object.keys(READERS);

/** Endings that may hold one of these formats, and do not say which. */
const DISGUISES: Record<string, Reader> = {
  docm: async (file) => (await import('./docx.ts')).readDocx(file),
  doc: readDoc,
};

/** Programs name Rich Text, web pages and new Word files `.doc`; Word 97's own format is not read. */
async function readDoc(file: SourceFile): Promise<SourceDocument> {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 512)).trimStart();
  const ending = start.startsWith('PK')
    ? 'docx'
    : start.startsWith('{\\rtf')
      ? 'rtf'
      : /^(?:\ufeff|ï»¿)?<(?:!doctype|html|\?xml|!--)/i.test(start)
        ? 'html'
        : null;
  const reader = ending === null ? undefined : READERS[ending];
  if (reader === undefined) throw refuseOldWord(file.name);
  return reader(file);
}

/**
 * Reads a file into mdast with source positions.
 * @throws {ImportError} (as a rejection) for an unknown ending, or bytes that are not what the name
 *   promises: damaged, protected by a password, too large once inflated.
 */
export async function readDocument(file: SourceFile): Promise<SourceDocument> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const readers = Object.hasOwn(READERS, ending) ? READERS : DISGUISES;
  const reader = Object.hasOwn(readers, ending) ? readers[ending] : undefined;
  if (reader === undefined) {
    const endings = FORMATS.map((format) => `.${format}`);
    throw new ImportError(
      `« ${file.name} » : ce format ne se lit pas.`,
      `Enregistrez le compte-rendu en ${endings.slice(0, -1).join(', ')} ou ${endings.at(-1) ?? ''}, puis recommencez.`,
    );
  }
  return readWithin(file, reader);
}
