import type { Nodes, RootContent } from 'mdast';
import { tableOf } from './cells.ts';
import { paragraphOf, textNode } from './nodes.ts';
import { isTable, type Run, runsOf } from './pdf-columns.ts';
import { tableOfRun } from './pdf-layout.ts';
import type { Line, Span } from './pdf-lines.ts';
import { isRule, type TextLine } from './text-lines.ts';

/** A part of a text: a table, or lines that are none. */
export type TextPart = { table: RootContent; lines: null } | { table: null; lines: TextLine[] };

/** Parts a text at the tables that it draws with bars, or aligns with spaces. */
export function partsOf(lines: readonly TextLine[]): TextPart[] {
  return barred(lines).flatMap((part) => (part.lines === null ? [part] : aligned(part.lines)));
}

const isBarred = (line: TextLine): boolean => /^\s*\|.*\|\s*$/.test(line.text);

/** Rows as "| a | b |"; where rules part them, the lines between two rules are one. */
function barred(lines: readonly TextLine[]): TextPart[] {
  const parts: TextPart[] = [];
  let rest: TextLine[] = [];
  let drawn: TextLine[] = [];
  const flush = (): void => {
    const rows = rowsOf(drawn);
    if (rows.length >= 2) {
      if (rest.length > 0) parts.push({ table: null, lines: rest });
      rest = [];
      parts.push({ table: tableAt(rows), lines: null });
    } else rest.push(...drawn);
    drawn = [];
  };
  for (const line of lines) {
    if (isBarred(line) || (isRule(line) && /[|+]/.test(line.text))) drawn.push(line);
    else {
      flush();
      rest.push(line);
    }
  }
  flush();
  return rest.length > 0 ? [...parts, { table: null, lines: rest }] : parts;
}

/** The rows of a drawn table; none where its lines have not as many cells. */
function rowsOf(drawn: readonly TextLine[]): Row[] {
  const filled = drawn.filter((line) => !isRule(line));
  const cellsOf = (line: TextLine): string[] => line.text.trim().slice(1, -1).split('|');
  const columns = filled[0] === undefined ? 0 : cellsOf(filled[0]).length;
  if (columns < 2 || filled.some((line) => cellsOf(line).length !== columns)) return [];
  // One rule parts the header from the rows; more part the rows.
  const inner = drawn.filter(
    (line, index) => isRule(line) && index > 0 && index < drawn.length - 1,
  );
  const rows: Row[] = [];
  let isNew = true;
  for (const line of drawn) {
    if (isRule(line)) isNew = true;
    else {
      const row = rows.at(-1);
      const cells = cellsOf(line).map((cell) => cell.trim());
      if (row === undefined || isNew || inner.length < 2)
        rows.push({ number: line.number, cells: cells.map((cell) => [cell]) });
      else cells.forEach((cell, column) => row.cells[column]?.push(cell));
      isNew = false;
    }
  }
  return rows;
}

/** Columns that leave the same places blank, in three lines at least. */
function aligned(lines: readonly TextLine[]): TextPart[] {
  const printed = lines
    .filter((line) => line.text.trim() !== '' && !isRule(line))
    .map((line) => printedLine(line));
  const parts: TextPart[] = [];
  let at = 0;
  for (const run of runsOf(printed)) {
    if (!isTable(run) || !isWide(run)) continue;
    const [first, last] = [printed[run.from]?.y ?? 0, printed[run.to - 1]?.y ?? 0];
    const start = lines.findIndex((line) => line.number === -first);
    const end = lines.findIndex((line) => line.number === -last) + 1;
    const rows = tableOfRun(run, printed).rows.map((row) => ({
      number: -(row.flat()[0]?.y ?? -1),
      cells: row.map((cell) => cellLines(cell)),
    }));
    const before = lines.slice(at, start);
    if (before.length > 0) parts.push({ table: null, lines: before });
    parts.push({ table: tableAt(rows), lines: null });
    at = end;
  }
  return [...parts, { table: null, lines: lines.slice(at) }];
}

/** Whether the columns stand further apart than two words that two spaces part. */
const isWide = (run: Run): boolean => {
  const rows = run.segments.filter((row) => row.length > 1);
  const wide = rows.filter((row) =>
    row.slice(1).some((segment, index) => segment.x - (row[index]?.right ?? 0) > 2),
  );
  return wide.length > rows.length / 2;
};

/** A line as it would be printed with letters of one width, its height being its number. */
function printedLine(line: TextLine): Line {
  const spans = [...line.text.matchAll(/[^ \t]+(?: [^ \t]+)*/g)].map(
    ({ 0: text, index }): Span => ({
      text,
      x: index,
      right: index + text.length,
      y: -line.number,
      size: 1,
      bold: false,
      italic: false,
      url: null,
    }),
  );
  const [first, last] = [spans[0], spans.at(-1)];
  const { text, number } = line;
  return {
    page: 1,
    x: first?.x ?? 0,
    right: last?.right ?? 0,
    y: -number,
    size: 1,
    spans,
    text,
    limit: null,
  };
}

/** The lines of a cell; where lines of it are left blank, a blank one. */
const cellLines = (lines: readonly Line[]): string[] =>
  lines.flatMap((line, index) => {
    const isApart = index > 0 && (lines[index - 1]?.y ?? 0) - line.y > 1;
    return isApart ? ['', line.text.trim()] : [line.text.trim()];
  });

/** A row in the making: the lines of its cells, blank ones between paragraphs. */
interface Row {
  number: number;
  cells: string[][];
}

function tableAt(rows: readonly Row[]): RootContent {
  const blocks = rows.map((row) => row.cells.map((cell) => paragraphsOf(cell)));
  const [table] = tableOf(blocks);
  if (table === undefined) return paragraphOf([]);
  // Empty rows are left out of a table.
  const filled = rows.filter((row) => row.cells.flat().some((line) => line !== ''));
  place(table, filled[0]?.number ?? 1);
  if (table.type === 'table')
    table.children.forEach((row, index) => {
      place(row, filled[index]?.number ?? 1);
    });
  return table;
}

function paragraphsOf(lines: readonly string[]): RootContent[] {
  const paragraphs: string[] = [];
  let isNew = true;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (line !== '' && (isNew || last === undefined)) paragraphs.push(line);
    else if (line !== '') paragraphs[paragraphs.length - 1] = `${last ?? ''} ${line}`;
    isNew = line === '';
  }
  return paragraphs.map((text) => paragraphOf([textNode(text.replace(/\s+/g, ' '))]));
}

function place(node: Nodes, line: number): void {
  node.position = { start: { line, column: 1 }, end: { line, column: 1 } };
  if ('children' in node) for (const child of node.children) place(child, line);
  if (node.type === 'tableCell') for (const block of node.data?.blocks ?? []) place(block, line);
}
