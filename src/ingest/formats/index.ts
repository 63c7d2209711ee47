import type { Root } from 'mdast';
import { ImportError } from '../errors.ts';
import { decodeText } from './decode.ts';
import { readMarkdown } from './markdown.ts';
import type { SourceDocument, SourceFile } from './source.ts';
import { readText } from './text.ts';

export type { SourceDocument, SourceFile } from './source.ts';

type Reader = (file: SourceFile) => Promise<SourceDocument>;

const text =
  (read: (text: string) => Root): Reader =>
  (file) =>
    // A refusal is a rejection, as with the other formats.
    Promise.resolve(file).then((source) => ({ root: read(decodeText(source)), notes: [] }));

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
  txt: text(readText),
};

/** Endings of the files that can be imported. */
export const FORMATS = Object.keys(READERS);

/**
 * Reads a file into mdast with source positions.
 * @throws {ImportError} (as a rejection) for an unknown ending, or bytes that are not what the name
 *   promises: damaged, protected by a password, too large once inflated.
 */
export async function readDocument(file: SourceFile): Promise<SourceDocument> {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (reader === undefined) {
    const endings = FORMATS.map((format) => `.${format}`);
    throw new ImportError(
      `« ${file.name} » : ce format ne se lit pas.`,
      `Enregistrez le compte-rendu en ${endings.slice(0, -1).join(', ')} ou ${endings.at(-1) ?? ''}, puis recommencez.`,
    );
  }
  return reader(file);
}
