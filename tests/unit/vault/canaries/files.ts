import { brotliCompressSync, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // Readers of metadata do not check the sums.
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};

/** A PNG of one pixel with one more chunk, or some bytes behind its end. */
export const pngWith = (type: string, data: Uint8Array, after = ''): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    chunk(type, data),
    chunk('IDAT', deflateSync(Uint8Array.of(0, 0))),
    chunk('IEND', new Uint8Array()),
    Buffer.from(after),
  ]);

/** A JPEG's frame with one more segment, or some bytes behind its end. */
export function jpegWith(marker: number, data: Uint8Array, after = ''): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([
    Uint8Array.of(0xff, 0xd8, 0xff, marker),
    length,
    data,
    Uint8Array.of(0xff, 0xda, 0, 4, 1, 1, 9, 0xff, 0, 9, 0xff, 0xd9),
    Buffer.from(after),
  ]);
}

/** EXIF with the picture's description (tag 010e); `low`: the low byte of a number comes first. */
export function exif(text: string, low = true): Buffer {
  const value = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(26);
  const view = new DataView(head.buffer, head.byteOffset);
  head.write(low ? 'II*\0' : 'MM\0*', 'latin1');
  view.setUint32(4, 8, low);
  view.setUint16(8, 1, low);
  view.setUint16(10, 0x010e, low);
  view.setUint16(12, 2, low);
  view.setUint32(14, value.length, low);
  view.setUint32(18, 26, low);
  return Buffer.concat([head, value]);
}

/** A font of one table, `name`, with its metadata. */
export function woff2(table: Uint8Array, metadata: Uint8Array): Buffer {
  const [tables, meta] = [brotliCompressSync(table), brotliCompressSync(metadata)];
  const directory = Uint8Array.of(5, table.length);
  const gap = new Uint8Array(4);
  const head = Buffer.alloc(48);
  head.write('wOF2', 'latin1');
  head.writeUInt16BE(1, 12);
  head.writeUInt32BE(tables.length, 20);
  head.writeUInt32BE(head.length + directory.length + tables.length + gap.length, 28);
  head.writeUInt32BE(meta.length, 32);
  return Buffer.concat([head, directory, tables, gap, meta]);
}

export const xmp = (text: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title><rdf:li>${text}</rdf:li></dc:title></x:xmpmeta>`;

/** A PDF of one page with a content stream and an Info dictionary, and some more objects. */
export function pdf(
  content: Uint8Array,
  options: { info?: string; filter?: string; more?: string },
) {
  const { info = '', filter = '', more = '' } = options;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>',
    `<< /Length ${content.length} ${filter} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`,
    `<< ${info} >>`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  text += more;
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A text in Windows-1252, as fonts of PDFs without codes of their own have it; `\ooo` for the rest. */
export const pdfLiteral = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    const code = CP1252[letter] ?? letter.charCodeAt(0);
    return code < 128 ? letter.replace(/[\\()]/g, '\\$&') : `\\${code.toString(8)}`;
  }).join('');
const CP1252: Record<string, number> = { '’': 0x92, Œ: 0x8c };

/** `<FEFF...>`: UTF-16, the high byte first. */
export const pdfHex = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

export const docx = (text: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document><w:body><w:p><w:r><w:t>${text.slice(0, 9)}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>${text.slice(9)}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });

/** A PDF that opens with a password only. */
export const pdfLocked = (): Buffer => {
  const key = `<${'5a'.repeat(32)}>`;
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [<00> <00>]`;
  const text = pdf(new Uint8Array(), {}).toString('latin1');
  return Buffer.from(text.replace('/Info', `${lock} /Info`), 'latin1');
};

export const zip = (name: string, content: Uint8Array, level: 0 | 6 = 6): Uint8Array =>
  zipSync({ [name]: content }, { level });
