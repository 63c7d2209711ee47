import { type Document, type Line, lineText } from '../document.ts';

/** Characters of a line: the text's width at 10 points in a font of half-em letters. */
const COLUMNS = 92;
/** Points from the first line of a page to its last. */
const HEIGHT = 740;
const LEADING = 1.3;

interface Row {
  text: string;
  size: number;
}

function wrap(text: string, size: number, hanging = ''): Row[] {
  const width = Math.floor((COLUMNS * 10) / size);
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      rows[rows.length - 1] = `${last} ${word}`;
    } else rows.push(rows.length === 0 ? word : `${hanging}${word}`);
  }
  // A word longer than the page is wide is set smaller: words are not cut here.
  return rows.map((row) => ({ text: row, size: Math.min(size, (COLUMNS * 10) / row.length) }));
}

const flat = (line: Line): string =>
  lineText(line)
    .replace(/[\t\n\r]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

const GAP: Row = { text: '', size: 10 };

function rowsOf({ blocks }: Document): Row[] {
  return blocks.flatMap((block): Row[] => {
    if (block.kind === 'heading') return [...wrap(flat(block.line), 16 - block.level), GAP];
    if (block.kind === 'list')
      return [
        ...block.items.flatMap((item, index) =>
          wrap(`${block.ordered ? `${index + 1}.` : '•'} ${flat(item)}`, 10, '   '),
        ),
        GAP,
      ];
    if (block.kind === 'table')
      return [...block.rows.flatMap((row) => wrap(row.map(flat).join('    '), 10)), GAP];
    return [...wrap(flat(block.line), 10), GAP];
  });
}

const hex = (text: string): string =>
  text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');

function pageStream(rows: readonly Row[]): string {
  let y = 800;
  const drawn = rows.flatMap(({ text, size }) => {
    y -= size * LEADING;
    return text === ''
      ? []
      : [`BT /F1 ${size.toFixed(2)} Tf 1 0 0 1 60 ${y.toFixed(1)} Tm <${hex(text)}> Tj ET`];
  });
  return drawn.join('\n');
}

/**
 * The document as a PDF (ISO 32000-1): lines of text at their places, one font whose codes are
 * UTF-16, nothing embedded. Looks and links are lost.
 */
export function toPdf(document: Document): Uint8Array {
  const rows = rowsOf(document);
  const pages: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    left -= row.size * LEADING;
    if (left < 0) {
      pages.push([]);
      left = HEIGHT - row.size * LEADING;
    }
    pages.at(-1)?.push(row);
  }
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sans /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode /Identity-H >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sans /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /Sans /Flags 4 /FontBBox [0 0 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((page, index) => {
      const stream = pageStream(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
