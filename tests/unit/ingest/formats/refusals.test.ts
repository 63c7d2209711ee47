import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../../src/ingest/errors.ts';
import { docx, par, read, run } from './fixture.ts';

const whole = docx(par(run('Bonjour')));
/** A zip whose directory says that a part inflates to 300 MB. */
function bomb(): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': strToU8('x'.repeat(1000)) });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 300 * 1024 * 1024, true);
  return bytes;
}

describe('files that cannot be read', () => {
  it.each([
    [
      'a protected Word file',
      'a.docx',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]),
      /mot de passe/,
    ],
    ['a Word file that is none', 'a.docx', strToU8('bonjour'), /n’est pas un fichier Word/],
    [
      'a zip without a document',
      'a.docx',
      zipSync({ a: strToU8('a') }),
      /n’est pas un fichier Word/,
    ],
    ['a zip named odt', 'a.odt', whole, /n’est pas un fichier OpenDocument/],
    ['a truncated zip', 'a.docx', whole.slice(0, whole.length - 60), /incomplet/],
    ['a zip bomb', 'a.docx', bomb(), /plus de 200 Mo/],
    ['broken XML', 'a.docx', docx('<w:p><w:r><w:vanish>'), /incomplet/],
    [
      'a file of Word 97',
      'a.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]),
      /ancien format de Word/,
    ],
    ['a PDF that is none', 'a.pdf', strToU8('bonjour'), /n’est pas un fichier PDF/],
    ['a truncated PDF', 'a.pdf', strToU8('%PDF-1.7\n1 0 obj'), /incomplet/],
    ['a page that is none', 'a.html', strToU8('bonjour'), /n’est pas un fichier HTML/],
    ['an RTF that is none', 'a.rtf', strToU8('bonjour'), /n’est pas un fichier RTF/],
  ])('refuses %s in French', async (_, name, bytes, message) => {
    const refusal: unknown = await read(name, bytes).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(ImportError);
    expect((refusal as Error).message).toMatch(message);
  });
});
