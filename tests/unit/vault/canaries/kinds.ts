import { deflateSync, gzipSync } from 'node:zlib';
import { utf8 } from '../../../../src/vault/format/bytes.ts';
import { ascii, attribute, page, slug } from './canary.ts';
import { docx, exif, jpegWith, pdf, pdfHex, pdfLiteral, pngWith, xmp, zip } from './files.ts';

/** A place in a gated file where a text can stand. */
export interface Kind {
  kind: string;
  path: (text: string) => string;
  bytes: (text: string) => Uint8Array;
  /** Its words are known from elsewhere only: from the pages it was made of, or from the CRs. */
  derived?: true;
}

const at = (path: string) => (): string => path;
const text = (kind: string, path: string, write: (text: string) => string): Kind => ({
  kind,
  path: at(path),
  bytes: (words) => utf8(write(words)),
});
const inPage = (kind: string, body: (text: string) => string, head?: (text: string) => string) => ({
  kind,
  path: at('/cdp/page/index.html'),
  bytes: (words: string) => page(body(words), head?.(words)),
});
const file = (kind: string, path: string, bytes: Kind['bytes'], derived?: true): Kind => ({
  kind,
  path: at(path),
  bytes,
  ...(derived && { derived }),
});

const PAGES: Kind[] = [
  inPage('body', (t) => `<main><p>${t.slice(0, 8)}<b>${t.slice(8)}</b></p></main>`),
  inPage('outside main', (t) => `<footer>${t}</footer><main></main>`),
  inPage('alt text', (t) => `<main><img src="a.png" alt="${attribute(t)}"></main>`),
  inPage('title attribute', (t) => `<abbr title='${attribute(t).replace(/'/g, '&#39;')}'>x</abbr>`),
  inPage('aria-label', (t) => `<nav aria-label="${attribute(t)}"></nav><main></main>`),
  inPage('HTML comment', (t) => `<main><!-- ${t} --></main>`),
  inPage('noscript', (t) => `<noscript>${t}</noscript><main></main>`),
  inPage('template', (t) => `<main><template><p>${t}</p></template></main>`),
  inPage(
    'title element',
    () => '',
    (t) => `<title>${t}</title>`,
  ),
  inPage(
    'description',
    () => '',
    (t) => `<meta name="description" content="${attribute(t)}">`,
  ),
  inPage(
    'Open Graph',
    () => '',
    (t) => `<meta property="og:title" content="${attribute(t)}">`,
  ),
  inPage(
    'island props',
    (t) =>
      `<main><astro-island props="${attribute(JSON.stringify({ text: [0, ascii(t)] }))}"></astro-island></main>`,
  ),
  inPage(
    'inline JSON',
    (t) => `<script type="application/json">{"text":"${ascii(t)}"}</script><main></main>`,
  ),
  inPage('inline script', (t) => `<script>let a="${ascii(t)}"</script><main></main>`),
  inPage('inline style', (t) => `<style>p::after{content:"${t}"}</style><main></main>`),
];

const CODE: Kind[] = [
  text('CSS content', '/cdp/fichier.css', (t) => `p::before{content:"${t}"}`),
  text(
    'CSS escapes',
    '/cdp/fichier.css',
    (t) => `p{content:"${ascii(t).replace(/\\u0*(\w+)/g, '\\$1 ')}"}`,
  ),
  text('CSS custom property', '/cdp/fichier.css', (t) => `:root{--note: ${t};}`),
  text('CSS comment', '/cdp/fichier.css', (t) => `/* ${t} */`),
  text('JS string', '/cdp/fichier.js', (t) => `(()=>{const a='${ascii(t)}';f(a)})()`),
  text('JS template', '/cdp/fichier.js', (t) => `f(\`${t}\`)`),
  text('JS comment', '/cdp/fichier.js', (t) => `f(); // ${t}\n`),
  {
    ...text('JS, joined', '/cdp/fichier.js', (t) => `f("${t.slice(0, 7)}"+"${t.slice(7)}")`),
    derived: true,
  },
  text('source map', '/cdp/fichier.js.map', (t) =>
    JSON.stringify({ sourcesContent: [`f("${t}");`] }),
  ),
  {
    ...text('inline source map', '/cdp/fichier.js', (t) => {
      const map = Buffer.from(JSON.stringify({ sourcesContent: [`f("${t}")`] })).toString('base64');
      return `f();\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${map}`;
    }),
    derived: true,
  },
];

const fold = (line: string): string => line.replace(/(.{20})/g, '$1\r\n ');
const DATA: Kind[] = [
  text(
    'ICS',
    '/cdp/fichier.ics',
    (t) => `BEGIN:VCALENDAR\r\n${fold(`SUMMARY:${t}`)}\r\nEND:VCALENDAR`,
  ),
  ...['FN', 'N', 'ORG', 'NOTE', 'item1.ADR'].map((property) =>
    text(
      `vCard, ${property}`,
      '/cdp/fichier.vcf',
      (t) => `BEGIN:VCARD\r\nVERSION:4.0\r\n${fold(`${property}:${t}`)}\r\nEND:VCARD`,
    ),
  ),
  ...['LOCATION', 'COMMENT', 'CONTACT', 'ORGANIZER', 'ATTENDEE', 'CATEGORIES', 'X-ALT-DESC'].map(
    (property) =>
      text(
        `ICS, ${property}`,
        '/cdp/fichier.ics',
        (t) => `BEGIN:VCALENDAR\r\n${fold(`${property}:${t}`)}\r\nEND:VCALENDAR`,
      ),
  ),
  text('CSV', '/cdp/fichier.csv', (t) => `site;note\r\nx;"${t}"\r\n`),
  file('CSV in Windows-1252', '/cdp/fichier.csv', (t) =>
    Buffer.from(`éàç;${t.replaceAll('’', '\x92').replaceAll('Œ', '\x8c')}\n`, 'latin1'),
  ),
  file('CSV in UTF-16', '/cdp/fichier.csv', (t) => Buffer.from(`\ufeffsite;${t}`, 'utf16le')),
  text('JSON', '/cdp/fichier.json', (t) => `{"a":["${ascii(t)}"]}`),
  text('RSS', '/cdp/rss.xml', (t) => `<rss><item><title><![CDATA[${t}]]></title></item></rss>`),
  text('sitemap', '/cdp/sitemap.xml', (t) => `<url><image:title>${t}</image:title></url>`),
  text('Markdown', '/cdp/fichier.md', (t) => `# ${t}\n`),
  text('SVG', '/cdp/fichier.svg', (t) => `<svg><title>x</title><desc>${t}</desc></svg>`),
  file(
    'search index',
    '/cdp/pagefind/fragment/fr_1.pf_fragment',
    (t) => gzipSync(`pagefind_dcd{"content":"${t}"}`),
    true,
  ),
];

const tj = (t: string): Buffer => Buffer.from(`BT /F1 12 Tf 9 9 Td (${pdfLiteral(t)}) Tj ET`);
const kerned = (t: string): Buffer =>
  Buffer.from(
    `BT /F1 12 Tf 9 9 Td [(${pdfLiteral(t.slice(0, 7))}) -20 (${pdfLiteral(t.slice(7))})] TJ ET`,
  );
const flate = { filter: '/Filter /FlateDecode' };
const none = Buffer.from('');
const DOCUMENTS: Kind[] = [
  file('Word file', '/cdp/fichier.docx', docx),
  file('OpenDocument', '/cdp/fichier.odt', (t) =>
    zip('content.xml', utf8(`<text:p>${t}</text:p>`)),
  ),
  file('sheet', '/cdp/fichier.xlsx', (t) =>
    zip('xl/sharedStrings.xml', utf8(`<si><t>${t}</t></si>`)),
  ),
  file('PDF text', '/cdp/fichier.pdf', (t) => pdf(tj(t), {})),
  file('PDF text, packed', '/cdp/fichier.pdf', (t) => pdf(deflateSync(kerned(t)), flate)),
  file('PDF title', '/cdp/fichier.pdf', (t) => pdf(none, { info: `/Title ${pdfHex(t)}` })),
  file('PDF subject', '/cdp/fichier.pdf', (t) =>
    pdf(none, { info: `/Subject (${pdfLiteral(t)})` }),
  ),
  file(
    'PDF, an object no page shows',
    '/cdp/fichier.pdf',
    (t) => {
      const stream = deflateSync(kerned(t)).toString('latin1');
      return pdf(none, {
        more: `9 0 obj\n<< ${flate.filter} >>\nstream\n${stream}\nendstream\nendobj\n`,
      });
    },
    true,
  ),
  file(
    'PDF, XMP',
    '/cdp/fichier.pdf',
    (t) => {
      const packet = Buffer.from(xmp(t)).toString('latin1');
      return pdf(none, {
        more: `9 0 obj\n<< /Subtype /XML >>\nstream\n${packet}\nendstream\nendobj\n`,
      });
    },
    true,
  ),
  file(
    'page in a zip in a gzip',
    '/cdp/fichier.zip.gz',
    (t) => gzipSync(zip('a.html', page(t))),
    true,
  ),
  file('archive', '/cdp/fichier.zip', (t) => zip('notes/a.txt', utf8(t))),
];

const latin = (t: string): Buffer => Buffer.from(`Comment\0${t}`);
const PICTURES: Kind[] = [
  file('PNG tEXt', '/cdp/fichier.png', (t) => pngWith('tEXt', latin(t))),
  file('PNG zTXt', '/cdp/fichier.png', (t) =>
    pngWith('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(t)])),
  ),
  file('PNG iTXt', '/cdp/fichier.png', (t) =>
    pngWith('iTXt', Buffer.concat([Buffer.from('Title\0\x01\0fr\0\0'), deflateSync(t)])),
  ),
  file('PNG EXIF', '/cdp/fichier.png', (t) => pngWith('eXIf', exif(t))),
  file('PNG, behind its end', '/cdp/fichier.png', (t) => pngWith('tEXt', none, t), true),
  file('JPEG comment', '/cdp/fichier.jpg', (t) => jpegWith(0xfe, Buffer.from(t))),
  file('JPEG EXIF', '/cdp/fichier.jpg', (t) =>
    jpegWith(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(t)])),
  ),
  file('JPEG EXIF, high byte first', '/cdp/fichier.jpg', (t) =>
    jpegWith(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(t, false)])),
  ),
  file('JPEG XMP', '/cdp/fichier.jpg', (t) =>
    jpegWith(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp(t)}`)),
  ),
  file('JPEG, behind its end', '/cdp/fichier.jpg', (t) => jpegWith(0xfe, none, t), true),
  file(
    'GIF comment',
    '/cdp/fichier.gif',
    (t) => Buffer.from(`GIF89a\0\0\0\x21\xfe\x40${t}\0;`),
    true,
  ),
  file('WebP XMP', '/cdp/fichier.webp', (t) => Buffer.from(`RIFF\xff\0\0\0WEBPXMP ${xmp(t)}`)),
];

const NAMES: Kind[] = [
  ['attachment', 'pdf'],
  ['picture', 'png'],
  ['style sheet', 'css'],
].map(([kind = '', ending = '']) => ({
  kind: `name of a ${kind}`,
  path: (t) => `/cdp/pieces/${slug(t)}.${ending}`,
  bytes: () => utf8('x'),
}));

/** Every kind of gated content and metadata. */
export const KINDS: readonly Kind[] = [
  ...PAGES,
  ...CODE,
  ...DATA,
  ...DOCUMENTS,
  ...PICTURES,
  ...NAMES,
];
