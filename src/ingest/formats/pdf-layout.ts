import { byColumn, type Gap, gapAbove, isTable, type Run, runsOf } from './pdf-columns.ts';
import { cellsOf, type Grid, gridsOf } from './pdf-grid.ts';
import { type Line, type Span, toLines } from './pdf-lines.ts';
import { bandsOf } from './pdf-page-columns.ts';
import type { Rule } from './pdf-rules.ts';

/** A table of a page: the lines of its cells, row by row. */
export interface PageTable {
  /** Where its columns begin. */
  columns: number[];
  /** What parts its columns, where no ruled lines do. */
  gaps: Gap[];
  rows: Line[][][];
}

/** What a page holds, in reading order: a line, a table, or the address of a picture. */
export type PageItem =
  | { line: Line; table: null; picture?: never }
  | { line: null; table: PageTable; picture?: never }
  | { line: null; table: null; picture: string };

/**
 * Puts a page in reading order: tables, drawn or only aligned, as such; columns one after the other.
 * @param lines the page's lines from top down, headers and footers left out
 * @param open gaps between the columns of a table that ends the page before
 */
export function layOut(
  lines: readonly Line[],
  rules: readonly Rule[],
  open: readonly Gap[] = [],
): PageItem[] {
  const grids = gridsOf(rules);
  return bandsOf(lines).flatMap(({ lines: some }, index) =>
    withGrids(some, grids, index === 0 ? open : []),
  );
}

/** Lines in reading order, with the ruled tables that hold some of them. */
function withGrids(
  lines: readonly Line[],
  grids: readonly Grid[],
  open: readonly Gap[],
): PageItem[] {
  const page = lines[0]?.page ?? 0;
  const limit = lines[0]?.limit ?? null;
  let spans = lines.flatMap((line) => line.spans);
  const items: { y: number; item: PageItem[] }[] = [];
  for (const grid of grids) {
    const { cells, others } = cellsOf(grid, spans);
    const filled = cells.filter((row) => row.some((cell) => hasText(cell)));
    // Boxes around or beside text are no table.
    if (!filled.some((row) => row.filter((cell) => hasText(cell)).length > 1)) continue;
    spans = others;
    const rows = filled.map((row) =>
      row.map((cell, column) => toLines(cell, page, (grid.columns[column + 1] ?? 0) - 3)),
    );
    const table = { columns: grid.columns.slice(0, -1), gaps: [], rows };
    items.push({ y: grid.rows[0] ?? 0, item: [{ line: null, table }] });
  }
  if (items.length === 0) return flow(lines, open);
  // What stands between tables is laid out by itself: a run of lines does not reach across them.
  const rest = toLines(spans, page, limit);
  const tops = items.map(({ y }) => y).sort((a, b) => b - a);
  for (let index = 0; index <= tops.length; index += 1) {
    const [above, below] = [tops[index - 1] ?? Infinity, tops[index] ?? -Infinity];
    const between = rest.filter((line) => line.y < above && line.y >= below);
    if (between.length > 0) items.push({ y: between[0]?.y ?? 0, item: flow(between) });
  }
  return items.sort((a, b) => b.y - a.y).flatMap(({ item }) => item);
}

const hasText = (spans: readonly Span[]): boolean => spans.some((span) => span.text.trim() !== '');

/** Lines in order; those that stand in the rows of a table as such. */
function flow(lines: readonly Line[], open: readonly Gap[] = []): PageItem[] {
  const items: PageItem[] = [];
  let at = 0;
  const addLines = (some: readonly Line[]): void => {
    items.push(...some.map((line): PageItem => ({ line, table: null })));
  };
  for (const run of runsOf(lines, open)) {
    const goesOn = open.length > 0 && run.from === 0;
    if (!goesOn && !isTable(run)) continue;
    addLines(lines.slice(at, run.from));
    items.push({ line: null, table: tableOfRun(run, lines) });
    at = run.to;
  }
  addLines(lines.slice(at));
  return items;
}

/**
 * Rows of a table without ruled lines. A line begins one that has text in the first column; where
 * rows stand further apart than lines, also a wider gap above it.
 */
export function tableOfRun(run: Run, lines: readonly Line[]): PageTable {
  const page = lines[0]?.page ?? 0;
  const rows = run.segments.map((segments) => byColumn(run, segments));
  const gaps = rows.slice(1).map((_, index) => gapAbove(run, lines, index + 1));
  const least = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 5)] ?? 0;
  const isWide = (gap: number): boolean => gap > least * 1.06 + 0.3;
  const parted = gaps.some(isWide) && !gaps.every(isWide);
  const groups: Span[][][] = [];
  rows.forEach((row, index) => {
    const filled = row.filter((cell) => cell.length > 0).length;
    const first = row[0]?.[0]?.text ?? '';
    const goesOn = parted
      ? first === '' || !isWide(gaps[index - 1] ?? Infinity)
      : first === '' || filled < 2 || /^\s*\p{Ll}/u.test(first);
    const group = groups.at(-1);
    const spans = row.map((cell) => cell.flatMap((segment) => segment.spans));
    if (goesOn && group !== undefined)
      spans.forEach((cell, column) => group[column]?.push(...cell));
    else groups.push(spans);
  });
  const limits = [null, ...run.gaps].map((_, column) =>
    Math.max(
      ...rows.flatMap((row) => (row[column] ?? []).map((segment) => segment.right)),
      -Infinity,
    ),
  );
  return {
    columns: [
      Math.min(...lines.slice(run.from, run.to).map((line) => line.x)),
      ...run.gaps.map((gap) => gap.right),
    ],
    gaps: run.gaps,
    rows: groups.map((group) =>
      group.map((cell, column) => toLines(cell, page, limits[column] ?? null)),
    ),
  };
}
