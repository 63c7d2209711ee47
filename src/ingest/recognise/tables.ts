import type { Root, RootContent, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { SiteTable } from '../../minutes/sites.ts';
import { readTableKind } from './table-kinds.ts';
import {
  dateLine,
  fieldLines,
  headerLine,
  newsLines,
  questionLines,
  trainingLine,
} from './table-rows.ts';
import { cellLines, cellText } from './table-text.ts';

/**
 * Turns tables into what the rest of the importer reads: news into a site's line and its paragraphs,
 * questions into a bold line and its answer, labels and values into « label : valeur », dates into a
 * line a row. Attendance sheets and all other tables stay as they are.
 */
export function arrangeTables(root: Root, sites: SiteTable): Root {
  return {
    ...root,
    children: root.children.flatMap((node, index) => {
      if (node.type !== 'table') return [node];
      const before = root.children.slice(Math.max(0, index - 2), index);
      return arrange(node, sites, before.map((each) => textOf(each)).join(' '));
    }),
  };
}

const textOf = (node: RootContent): string => (node.type === 'table' ? '' : toString(node));

function arrange(table: Table, sites: SiteTable, context: string): RootContent[] {
  const reading = readTableKind(table, sites, context);
  if (reading === null && isLayout(table)) return laidOut(table);
  if (reading === null || reading.kind === 'attendance') return [withoutBlocks(table)];
  const [first, ...rest] = table.children;
  if (first === undefined) return [];
  const rows = reading.headed ? rest : [first, ...rest];
  const headers = reading.headed ? first.children.map((cell) => cellText(cell)) : [];
  const unrolled = rows.flatMap((row): RootContent[] => {
    switch (reading.kind) {
      case 'training':
        return trainingLine(row, reading);
      case 'questions':
        return questionLines(row, reading);
      case 'dates':
        return dateLine(row);
      case 'fields':
        return fieldLines(row);
      default:
        return newsLines(row, reading, headers);
    }
  });
  return reading.headed ? [...headerLine(first), ...unrolled] : unrolled;
}

/** One row whose cells hold several lines each only sets text side by side. */
function isLayout(table: Table): boolean {
  const [row, ...more] = table.children;
  return (
    row !== undefined &&
    more.length === 0 &&
    row.children.some((cell) => cellLines(cell).length > 1)
  );
}

function laidOut(table: Table): RootContent[] {
  return table.children.flatMap((row) =>
    row.children.flatMap(
      (cell): RootContent[] =>
        cell.data?.blocks ??
        cellLines(cell).map((children) => ({ type: 'paragraph' as const, children })),
    ),
  );
}

/** A table whose cells keep no second copy of their text. */
function withoutBlocks(table: Table): Table {
  const children = table.children.map((row) => ({
    ...row,
    children: row.children.map(withoutData),
  }));
  return { ...table, children };
}

function withoutData(cell: TableCell): TableCell {
  const bare = { ...cell };
  delete bare.data;
  return bare;
}
