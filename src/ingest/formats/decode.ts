import { refuseMisnamed } from './refusals.ts';
import type { SourceFile } from './source.ts';

/**
 * The text of a text file: UTF-8 or UTF-16 with its mark, else Windows-1252 as old editors write.
 * @throws {ImportError} when the bytes are no text.
 */
export function decodeText(file: SourceFile): string {
  const { bytes, name } = file;
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) throw refuseMisnamed(name, 'de texte');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
