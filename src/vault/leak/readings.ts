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
      // What is no UTF-8 may be older or wider text.
      return utf8.includes('\ufffd')
        ? [form.toString('latin1'), form.toString('utf16le'), utf8]
        : [utf8];
    });
  return texts.flatMap((text) => {
    const plain = unescaped(text);
    return plain.includes('<') ? [plain, unescaped(withoutTags(text))] : [plain];
  });
}

function unpack(decompress: (bytes: Uint8Array) => Buffer, bytes: Uint8Array): Buffer | null {
  try {
    return decompress(bytes);
  } catch {
    return null; // not compressed in that way
  }
}
