import { strToU8, zipSync } from 'fflate';
import type { Block, Document, Line } from '../document.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Text as XML holds it; control characters cannot stand in XML 1.0. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The document as a Word file (ECMA-376, as small as Word opens it). */
export function toDocx(document: Document): Uint8Array {
  const targets: string[] = [];
  const inline = (line: Line): string =>
    line
      .map(({ text, bold, italic, underline, href }) => {
        const look = `${bold === true ? '<w:b/>' : ''}${italic === true ? '<w:i/>' : ''}${underline === true ? '<w:u w:val="single"/>' : ''}`;
        const pieces = text
          .split('\t')
          .map((piece) => `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`)
          .join('<w:tab/>');
        const run = `<w:r><w:rPr>${look}</w:rPr>${pieces}</w:r>`;
        if (href === undefined) return run;
        targets.push(href);
        return `<w:hyperlink r:id="l${targets.length}">${run}</w:hyperlink>`;
      })
      .join('');
  const par = (line: Line, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${inline(line)}</w:p>`;
  const write = (block: Block): string => {
    if (block.kind === 'heading')
      return par(block.line, `<w:pStyle w:val="Heading${block.level}"/>`);
    if (block.kind === 'list')
      return block.items
        .map((item) =>
          par(
            item,
            `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${block.ordered ? 2 : 1}"/></w:numPr>`,
          ),
        )
        .join('');
    if (block.kind === 'table')
      return `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${par(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    return par(block.line);
  };
  const body = document.blocks.map(write).join('');
  const links = targets
    .map(
      (target, index) =>
        `<Relationship Id="l${index + 1}" Type="${OFFICE}/hyperlink" Target="${xmlText(target)}" TargetMode="External"/>`,
    )
    .join('');
  const level = (id: number, format: string): string =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="n1" Type="${OFFICE}/numbering" Target="numbering.xml"/>${links}</Relationships>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${WORD}">${level(1, 'bullet')}${level(2, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    { level: 1, mtime: '2026-01-01' },
  );
}
