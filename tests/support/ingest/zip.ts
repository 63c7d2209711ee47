import { strToU8, zipSync } from 'fflate';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

/** Places of a zip's headers of one kind, found by signature. */
function headers(zip: Uint8Array, signature: number): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 46 < zip.length; at += 1)
    if (view.getUint32(at, true) === signature) found.push(at);
  return found;
}

/** A copy of a zip whose headers say another inflated size, in the directory and before the data. */
export function claiming(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (const at of headers(copy, CENTRAL)) view.setUint32(at + 24, size, true);
  for (const at of headers(copy, LOCAL)) view.setUint32(at + 22, size, true);
  return copy;
}

/** A copy of a zip whose entries say they are encrypted (general purpose bit 0). */
export function encrypted(zip: Uint8Array): Uint8Array {
  const copy = zip.slice();
  for (const at of headers(copy, CENTRAL)) copy[at + 8] = (copy[at + 8] ?? 0) | 1;
  for (const at of headers(copy, LOCAL)) copy[at + 6] = (copy[at + 6] ?? 0) | 1;
  return copy;
}

/** A copy of a zip whose entries all lie over the first one's data: a bomb without nesting. */
export function overlapping(zip: Uint8Array): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const [first, ...rest] = headers(copy, CENTRAL);
  if (first === undefined) return copy;
  for (const at of rest) {
    view.setUint32(at + 20, view.getUint32(first + 20, true), true);
    view.setUint32(at + 24, view.getUint32(first + 24, true), true);
    view.setUint32(at + 42, view.getUint32(first + 42, true), true);
  }
  return copy;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file around the XML of a body; further parts by name. */
export function wordFile(body: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ),
    ...parts,
  });
}

/** An OpenDocument text around the XML of its text. */
export const odtFile = (text: string): Uint8Array =>
  zipSync({
    'content.xml': strToU8(
      `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
  });
