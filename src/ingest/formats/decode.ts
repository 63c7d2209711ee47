import { refuseMisnamed } from './refusals.ts';
import type { SourceFile } from './source.ts';

/**
 * The text of a text file: UTF-8, UTF-16 with or without its mark, else Windows-1252 or MacRoman as
 * old editors write, whichever makes more sense in French.
 * @throws {ImportError} when the bytes are no text.
 */
export function decodeText(file: SourceFile): string {
  const { bytes, name } = file;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 16)).trimStart();
  if (/^(?:%PDF-|\{\\rtf)/.test(start)) throw refuseMisnamed(name, 'de texte');
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) throw refuseMisnamed(name, 'de texte');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [windows, mac] = ['windows-1252', 'macintosh'].map((encoding) =>
      new TextDecoder(encoding).decode(bytes),
    ) as [string, string];
    return frenchLetters(mac) > frenchLetters(windows) ? mac : windows;
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 are a byte and a zero; text in one byte a letter has no zero.
  const start = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (start.length < 8 || Math.max(even, odd) < start.length * 0.35) return null;
  if (Math.min(even, odd) > start.length * 0.02) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const frenchLetters = (text: string): number =>
  (text.match(/[éèêëàâçùûôîïœÉÈÀÊÇ’«»…–]/g)?.length ?? 0) -
  (text.match(/[ŽžˆŠƒÕÐÿ¶§®¬]/g)?.length ?? 0);
