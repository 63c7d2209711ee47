import { type Document, type Line, lineText } from '../document.ts';

const flat = (line: Line): string =>
  lineText(line)
    .replace(/[\n\r\f\v]/g, ' ')
    .trim();

/** The document as plain text: no marks but dashes, numbers and tabs. Targets of links are lost. */
export function toText({ blocks }: Document): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return flat(block.line).toUpperCase();
      if (block.kind === 'list')
        return block.items
          .map((item, index) => `${block.ordered ? `${index + 1})` : '-'} ${flat(item)}`)
          .join('\n');
      if (block.kind === 'table')
        return block.rows.map((row) => row.map(flat).join(' : ')).join('\n');
      return flat(block.line);
    })
    .join('\n\n');
}
