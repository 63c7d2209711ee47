import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';

declare module 'mdast' {
  interface TableCellData {
    /** The cell's blocks as they were, where it held more than one line of text. */
    blocks?: RootContent[];
  }
}

/** A cell that holds more blocks than this lays out a page. */
const MOST_BLOCKS = 20;

/**
 * A table from the blocks of its cells, row by row. A table of one column, or one whose cells hold
 * headings, tables or pages of text, only lays the document out: its blocks stand in their order.
 */
export function tableOf(rows: readonly (readonly RootContent[][])[]): RootContent[] {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  const columns = Math.max(0, ...filled.map((row) => row.length));
  const isLayout = filled.some((row) =>
    row.some(
      (cell) =>
        cell.length > MOST_BLOCKS ||
        cell.some((block) => block.type === 'heading' || block.type === 'table'),
    ),
  );
  if (columns <= 1 || isLayout) return filled.flat(2);
  const children = filled.map((row): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: columns }, (_, index) => cellOf(row[index] ?? [])),
  }));
  return [{ type: 'table', children }];
}

function cellOf(blocks: RootContent[]): TableCell {
  const lines = blocks.flatMap((block) => linesOf(block));
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  );
  return blocks.length > 1 || blocks.some((block) => block.type === 'list')
    ? { type: 'tableCell', children, data: { blocks } }
    : { type: 'tableCell', children };
}

function linesOf(block: RootContent): PhrasingContent[][] {
  if (block.type === 'paragraph' || block.type === 'heading') return [block.children];
  if (block.type === 'code') return [[{ type: 'text', value: block.value }]];
  if (block.type === 'list')
    return block.children.flatMap((item) => item.children.flatMap((child) => linesOf(child)));
  if (block.type === 'blockquote') return block.children.flatMap((child) => linesOf(child));
  return [];
}
