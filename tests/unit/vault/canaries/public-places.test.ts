import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../../src/vault/format/bytes.ts';
import { forbid } from '../../../../src/vault/leak/forbidden.ts';
import { scanForLeaks } from '../../../../src/vault/leak/scan.ts';
import { ascii, canary, page } from './canary.ts';
import { jpegWith, pdf, pdfHex, woff2, zip } from './files.ts';

const { sentence, name, email } = canary(900);
const forbidden = forbid({ texts: [sentence], terms: [name, email], allowed: [], declared: [] });
const scan = (path: string, bytes: Uint8Array) =>
  scanForLeaks([{ path, bytes }], forbidden, ['/cdp/']);
/** Bytes behind others, given one to a letter. */
const behind = (before: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(before, 'latin1'), bytes]);
const base64 = (content: Uint8Array | string): string => Buffer.from(content).toString('base64');
/** `%E9`: as old programs write addresses. */
const latin = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (c) => `%${(c.charCodeAt(0) & 255).toString(16)}`);
const mail = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^ -~]/g, (c) => `=${c.charCodeAt(0).toString(16).toUpperCase()}`);
const cut = (text: string): string => `${text.slice(0, 9)}</b>${text.slice(9)}`;
/** Text in a program's text: every letter but plain ones by its code, as bytes of UTF-8 or Latin-1. */
const byCode = (
  text: string,
  encoding: 'utf8' | 'latin1',
  write: (code: number) => string,
): string =>
  text.replace(/[^ -~]/g, (letter) => {
    const isLatin = letter.charCodeAt(0) < 256;
    if (encoding === 'latin1' && !isLatin) return ascii(letter);
    return Array.from(Buffer.from(letter, encoding), write).join('');
  });
const octal = (code: number): string => `\\${code.toString(8).padStart(3, '0')}`;
const hex = (code: number): string => `\\x${code.toString(16)}`;
/** As browsers of old let authors write them, and still read them. */
const NAMES: Record<string, string> = { é: 'eacute', É: 'Eacute', '«': 'laquo', '»': 'raquo' };
const loose = (text: string): string =>
  text.replace(/[éÉ«»]/g, (letter) => `&${NAMES[letter] ?? ''}`);
const codeOf = (text: string, code: 'base64' | 'base64url'): string =>
  Buffer.from(`Noël, ${text} et quelques mots de plus`).toString(code);
const none = Buffer.from('');

/** Places of public files that a gated text can slip into. */
const PLACES: [place: string, path: string, write: (text: string) => Uint8Array | string][] = [
  ['headers', '/_headers', (t) => `/*\n  X-Note: ${encodeURIComponent(t)}\n`],
  ['headers in Latin-1', '/_headers', (t) => `X-Note: ${latin(t)}`],
  [
    'sitemap',
    '/sitemap.xml',
    (t) => `<url><loc>https://a.example/?q=${encodeURIComponent(t)}</loc></url>`,
  ],
  [
    'RSS, escaped twice',
    '/rss.xml',
    (t) => `<d>&lt;p&gt;${t.replace(/é/g, '&amp;eacute;')}&lt;/p&gt;</d>`,
  ],
  ['manifest', '/site.webmanifest', (t) => `{"name":"${ascii(t)}"}`],
  ['shell list', '/_vault/shell.json', (t) => JSON.stringify([{ path: t }])],
  ['a word cut by tags', '/a.html', (t) => `<p><b>${cut(t)}</p>`],
  ['a word cut by a comment', '/a.html', (t) => `<p>${t.slice(0, 9)}<!-- x -->${t.slice(9)}</p>`],
  ...['ins', 'tspan', 'x-mark', 'svg:tspan', 'ruby', 'span title="a > b"'].map(
    (tag): (typeof PLACES)[number] => [
      `a word cut by <${tag}>`,
      '/a.html',
      (t) => `<p>${t.slice(0, 9)}<${tag}>${t.slice(9)}</p>`,
    ],
  ),
  ['references without semicolon', '/a.html', (t) => `<p>${loose(t)}</p>`],
  ['JSON in JSON', '/a.json', (t) => JSON.stringify({ a: `{"b":"${ascii(t)}"}` })],
  [
    'JSON in JSON in JSON',
    '/a.json',
    (t) => JSON.stringify({ a: JSON.stringify({ b: `{"c":"${ascii(t)}"}` }) }),
  ],
  ['JS, octal', '/a.js', (t) => `f("${byCode(t, 'latin1', octal)}")`],
  ['bytes in octal', '/a.po', (t) => `"${byCode(t, 'utf8', octal)}"`],
  ['bytes in hexadecimal', '/a.py', (t) => `b"${byCode(t, 'utf8', hex)}"`],
  [
    'a pattern of a program',
    '/a.js',
    (t) => `/${t.replace(/[.@]/g, '\\$&').replaceAll(' ', '\\s')}/`,
  ],
  [
    'JSON in an attribute',
    '/a.html',
    (t) => `<i data-x="{&quot;a&quot;:&quot;&lt;b&gt;${cut(ascii(t))}&quot;}"></i>`,
  ],
  ['JS, joined', '/a.js', (t) => `f("${t.slice(0, 9)}" + '${t.slice(9)}')`],
  ['JS, concat', '/a.js', (t) => `f("${t.slice(0, 9)}".concat("${t.slice(9)}"))`],
  ['JS, a list', '/a.js', (t) => `f(${JSON.stringify(t.split(' '))}.join(" "))`],
  ['CSS, two strings', '/a.css', (t) => `p{content:"${t.slice(0, 9)}" "${t.slice(9)}"}`],
  ['CSS, a broken line', '/a.css', (t) => `p{content:"${t.slice(0, 9)}\\\n${t.slice(9)}"}`],
  ['data address', '/a.css', (t) => `url(data:text/plain;base64,${base64(t)})`],
  [
    'data address of a picture',
    '/a.html',
    (t) => `<img src="data:image/jpeg;base64,${base64(jpegWith(0xfe, Buffer.from(t)))}">`,
  ],
  [
    'data address of a gzip',
    '/a.css',
    (t) => `url(data:application/gzip;base64,${base64(gzipSync(t))})`,
  ],
  [
    'data address, percent',
    '/a.html',
    (t) => `<img src="data:image/svg+xml,${encodeURIComponent(`<svg><desc>${t}</desc></svg>`)}">`,
  ],
  ['bare base64', '/a.js', (t) => `atob("${base64(`${t} et quelques mots de plus`)}")`],
  // "oë" and the like have a / or _ in base64, in the middle of the text.
  ['base64 of addresses', '/a.html', (t) => `<a href="/?q=${codeOf(t, 'base64url')}">x</a>`],
  ['base64 in JSON', '/a.json', (t) => `{"a":"${codeOf(t, 'base64').replaceAll('/', '\\/')}"}`],
  [
    'base64 in lines',
    '/a.ics',
    (t) =>
      `ATTACH;ENCODING=BASE64:${base64(`${'x'.repeat(50)} ${t}`).replace(/(.{60})/g, '$1\r\n ')}`,
  ],
  ['quoted-printable', '/a.vcf', (t) => `NOTE;ENCODING=QUOTED-PRINTABLE:${mail(t)}`],
  [
    'quoted-printable in lines',
    '/a.vcf',
    (t) => `NOTE;ENCODING=QUOTED-PRINTABLE:${mail(t).replace(/(?:=..|[^=]){7}/g, '$&=\r\n')}`,
  ],
  ['a folded line', '/a.ics', (t) => `BEGIN:VEVENT\r\nSUMMARY:${t.replace(/(.{7})/g, '$1\r\n ')}`],
  ['zero-width letters', '/a.html', (t) => t.replace(/(\w\w)/g, '$1\u200b')],
  ['other form of accents', '/a.html', (t) => t.normalize('NFD')],
  ['gzip', '/a.json.gz', (t) => gzipSync(t)],
  ['brotli', '/a.json.br', (t) => brotliCompressSync(t)],
  ['zlib', '/a.bin', (t) => deflateSync(t)],
  ['zlib, level 1', '/a.bin', (t) => deflateSync(t, { level: 1 })],
  ['zlib, level 5', '/a.bin', (t) => deflateSync(t, { level: 5 })],
  ['zlib, level 9', '/a.bin', (t) => deflateSync(t, { level: 9 })],
  // As libpng writes short texts: 256 and 512 bytes of window.
  ['zlib, small window', '/a.bin', (t) => deflateSync(t, { windowBits: 8 })],
  ['zlib, behind its own letter', '/a.bin', (t) => behind('x', deflateSync(t))],
  ['zlib, window of 512', '/a.bin', (t) => behind('\x08\x18', deflateSync(t, { windowBits: 9 }))],
  ['zstd', '/a.bin', (t) => zstdCompressSync(t)],
  ['gzip behind other bytes', '/a.bin', (t) => behind('\x00\xff\x07', gzipSync(t))],
  [
    'two gzips',
    '/a.bin',
    (t) => Buffer.concat([gzipSync('x'), Uint8Array.of(0, 255), gzipSync(t)]),
  ],
  ['zip in a gzip in a zip', '/a.zip', (t) => zip('b.gz', gzipSync(zip('c.html', page(t))))],
  ['zip of stored files', '/a.zip', (t) => stored('c.html', utf8(t))],
  ['name in a zip', '/a.zip', (t) => zip(`${t}.txt`, utf8('x'))],
  // Letters stand right behind it, here and in the directory.
  ['name in a zip, without ending', '/a.zip', (t) => zip(t, utf8('x'), 0)],
  [
    'zip behind a picture',
    '/a.jpg',
    (t) => Buffer.concat([jpegWith(0xfe, none), zip('a.txt', utf8(t))]),
  ],
  ['PDF, hexadecimal', '/a.pdf', (t) => pdf(none, { more: `9 0 obj\n(x) ${pdfHex(t)}\nendobj\n` })],
  [
    'PDF, words set apart by gaps',
    '/a.pdf',
    (t) => {
      const words = t.split(' ').map(pdfHex).join(' -250 ');
      return pdf(none, { more: `9 0 obj\n[${words}] TJ\nendobj\n` });
    },
  ],
  [
    'PDF, a picture in it',
    '/a.pdf',
    (t) =>
      pdf(none, {
        more: `9 0 obj\n<< /Subtype /Image /Filter /DCTDecode >>\nstream\n${jpegWith(0xfe, Buffer.from(t)).toString('latin1')}\nendstream\n`,
      }),
  ],
  [
    'PDF, a file attached',
    '/a.pdf',
    (t) =>
      pdf(none, {
        more: `9 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\n${deflateSync(zip('a.txt', utf8(t))).toString('latin1')}\nendstream\n`,
      }),
  ],
  [
    'PDF, a comment',
    '/a.pdf',
    (t) => pdf(none, { more: `% ${Buffer.from(t).toString('latin1')}\n` }),
  ],
  ['PDF, behind its end', '/a.pdf', (t) => Buffer.concat([pdf(none, {}), Buffer.from(t)])],
  [
    'OpenDocument, a word in two styles',
    '/a.odt',
    (t) => {
      const [start, end] = [t.slice(0, 9), t.slice(9)];
      const text = `<text:p>${start}<text:span text:style-name="T1">${end}</text:span></text:p>`;
      return zip('content.xml', utf8(text));
    },
  ],
  ['a font’s table', '/a.woff2', (t) => woff2(Buffer.from(t, 'utf16le').swap16(), none)],
  ['a font’s metadata', '/a.woff2', (t) => woff2(none, utf8(t))],
  ['name of a folder', '/x/index.html', () => 'x'],
];

/** An archive of one file that is packed by itself. */
function stored(file: string, content: Uint8Array): Uint8Array {
  const packed = gzipSync(content);
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt16LE(file.length, 26);
  return Buffer.concat([header, Buffer.from(file), packed]);
}

describe('the scanner finds in a public file', () => {
  it.each(PLACES)('%s', async (place, path, write) => {
    for (const text of [sentence, name, email]) {
      if (place === 'name of a folder' && text === email) continue;
      const address = place === 'name of a folder' ? `/${encodeURIComponent(text)}${path}` : path;
      expect(await scan(address, Buffer.from(write(text)))).toMatchObject([
        { path: address, unreadable: null },
      ]);
    }
  });

  it.each(PLACES)('nothing else: %s', async (_, path, write) => {
    expect(await scan(path, Buffer.from(write('Un mot pour tous les publics')))).toEqual([]);
  });
});
