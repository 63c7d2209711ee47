import { strToU8, zipSync } from 'fflate';
import type { Block, Document, Line } from '../document.ts';
import { xmlText } from './docx.ts';

const SPACES = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
};
const STYLES =
  '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>' +
  '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>' +
  '<text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>';

const inline = (line: Line): string =>
  line
    .map(({ text, bold, italic, href }) => {
      let written = xmlText(text)
        .replace(/ {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
        .replaceAll('\t', '<text:tab/>');
      if (italic === true) written = `<text:span text:style-name="I">${written}</text:span>`;
      if (bold === true) written = `<text:span text:style-name="B">${written}</text:span>`;
      return href === undefined
        ? written
        : `<text:a xlink:type="simple" xlink:href="${xmlText(href)}">${written}</text:a>`;
    })
    .join('');
const par = (line: Line): string => `<text:p>${inline(line)}</text:p>`;

function write(block: Block): string {
  if (block.kind === 'heading')
    return `<text:h text:outline-level="${block.level}">${inline(block.line)}</text:h>`;
  if (block.kind === 'list')
    return `<text:list text:style-name="${block.ordered ? 'L2' : 'L1'}">${block.items.map((item) => `<text:list-item>${par(item)}</text:list-item>`).join('')}</text:list>`;
  if (block.kind === 'table')
    return `<table:table>${block.rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell>${par(cell)}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`;
  return par(block.line);
}

/** The document as an OpenDocument text. */
export function toOdt({ blocks }: Document): Uint8Array {
  const spaces = Object.entries(SPACES)
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
    .join('');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content${spaces}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${blocks.map(write).join('')}</office:text></office:body></office:document-content>`;
  return zipSync(
    {
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(content),
    },
    { level: 1, mtime: '2026-01-01' },
  );
}
