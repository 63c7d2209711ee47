import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unescaped, withoutTags } from './words.ts';

/** Every text a curious stranger could read in a published file. */
export function readings(bytes: Uint8Array): string[] {
  const forms = [
    Buffer.from(bytes),
    unpack(gunzipSync, bytes),
    unpack(brotliDecompressSync, bytes),
  ];
  const texts = forms
    .filter((form) => form !== null)
    .flatMap((form) => {
      const utf8 = form.toString('utf8');
      // What is no UTF-8 may be older or wider text; plain letters in UTF-16 are UTF-8 with NULs.
      return /[\ufffd\0]/.test(utf8)
        ? [form.toString('latin1'), form.toString('utf16le'), swapped(form), utf8]
        : [utf8];
    });
  return texts.flatMap((text) => {
    const plain = unescaped(`${text}\n${embedded(text)}`);
    return plain.includes('<') ? [plain, unescaped(withoutTags(text))] : [plain];
  });
}

/** UTF-16, the high byte first. */
function swapped(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  return even.swap16().toString('utf16le');
}

/** What stands in a text as base64: `data:` addresses, inline source maps. */
function embedded(text: string): string {
  return [...text.matchAll(/;base64,([\w+/-]{16,})/g)]
    .map(([, code = '']) => Buffer.from(code, 'base64').toString('utf8'))
    .join('\n');
}

function unpack(decompress: (bytes: Uint8Array) => Buffer, bytes: Uint8Array): Buffer | null {
  try {
    return decompress(bytes);
  } catch {
    return null; // not compressed in that way
  }
}
