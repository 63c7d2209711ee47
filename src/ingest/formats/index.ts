import type { Root } from 'mdast';
import { ImportError } from '../errors.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

/** A file to import, as bytes: the same in Node and in a browser. */
export interface SourceFile {
  /** Its name, without folders: `50e conférence.md`. */
  name: string;
  bytes: Uint8Array;
}

const READERS: Record<string, (text: string) => Root> = {
  md: readMarkdown,
  markdown: readMarkdown,
  txt: readText,
};

/** Endings of the files that can be imported. */
export const FORMATS = Object.keys(READERS);

/**
 * Reads a file into mdast with source positions.
 * @throws {ImportError} for an unknown ending, or bytes that are not the text the name promises.
 */
export function readDocument(file: SourceFile): Root {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (reader === undefined) {
    throw new ImportError(
      `« ${file.name} » : ce format ne se lit pas encore.`,
      `Enregistrez le compte-rendu en ${FORMATS.map((format) => `.${format}`).join(' ou ')}, puis recommencez.`,
    );
  }
  return reader(decode(file));
}

/** Files of a text format: UTF-8 or UTF-16 with its mark, else Windows-1252 as old editors write. */
function decode(file: SourceFile): string {
  const { bytes, name } = file;
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) {
    throw new ImportError(
      `« ${name} » n’est pas un fichier de texte, malgré son nom.`,
      'Ouvrez-le dans le logiciel qui l’a créé et enregistrez-le en texte (.txt) ou en Markdown (.md).',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
