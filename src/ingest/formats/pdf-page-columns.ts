import { type Line, segmentsOf, type Segment, type Span, toLines } from './pdf-lines.ts';

/** Lines of a page that stand together: those of its whole width, or those of one of its columns. */
export interface Band {
  lines: Line[];
  isColumn: boolean;
}

/** Lines on each side, below which a page has no columns of text. */
const FEWEST = 7;

/**
 * Parts a page set in two columns at the strip between them, headings of the whole width apart; a
 * page of one column is one band.
 */
export function bandsOf(lines: readonly Line[]): Band[] {
  const rows = lines.map((line) => ({ line, segments: segmentsOf(line) }));
  const whole = [{ lines: [...lines], isColumn: false }];
  const middle = gutterOf(lines, rows);
  if (middle === null) return whole;
  const bands: Band[] = [];
  let band: typeof rows = [];
  let crossing: Line[] = [];
  const flush = (): void => {
    if (crossing.length > 0) bands.push({ lines: crossing, isColumn: false });
    crossing = [];
    bands.push(...columnsOf(band, middle));
    band = [];
  };
  for (const row of rows) {
    if (row.segments.some((segment) => crosses(segment, middle, row.line.size))) {
      if (band.length > 0) flush();
      crossing.push(row.line);
    } else band.push(row);
  }
  flush();
  return bands.some((one) => one.isColumn) ? bands : whole;
}

interface Row {
  line: Line;
  segments: Segment[];
}

const crosses = ({ x, right }: Segment, middle: number, size: number): boolean =>
  x < middle + 0.4 * size && right > middle - 0.4 * size;

/** The middle of the strip that the fewest lines cross, near the middle of the page. */
function gutterOf(lines: readonly Line[], rows: readonly Row[]): number | null {
  if (lines.length < 2 * FEWEST) return null;
  const left = Math.min(...lines.map((line) => line.x));
  const width = Math.max(...lines.map((line) => line.right)) - left;
  let best: { from: number; to: number; count: number } | null = null;
  for (let x = left + width * 0.38; x <= left + width * 0.62; x += 2) {
    const count = rows.filter(({ line, segments }) =>
      segments.some((segment) => crosses(segment, x, line.size)),
    ).length;
    if (best === null || count < best.count) best = { from: x, to: x, count };
    else if (count === best.count && x - best.to < 3) best.to = x;
  }
  return best === null || best.count > lines.length * 0.2 ? null : (best.from + best.to) / 2;
}

/** The two columns of lines that leave the strip free, if both are set as running text is. */
function columnsOf(rows: readonly Row[], middle: number): Band[] {
  const page = rows[0]?.line.page ?? 0;
  const side = (isLeft: boolean): Line[] => {
    const spans = rows.flatMap(({ segments }) =>
      segments.filter((one) => one.x < middle === isLeft).flatMap((one): Span[] => one.spans),
    );
    const limit = Math.max(...spans.map((span) => span.right), 0);
    return toLines(spans, page, limit);
  };
  const [left, right] = [side(true), side(false)];
  const areColumns = isProse(left) && isProse(right) && !haveRows(left, right);
  if (areColumns) return [left, right].map((lines) => ({ lines, isColumn: true }));
  return rows.length === 0 ? [] : [{ lines: rows.map(({ line }) => line), isColumn: false }];
}

/** Whether many lines are as long as those of running text. */
function isProse(lines: readonly Line[]): boolean {
  if (lines.length < FEWEST) return false;
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  const full = lines.filter((line) => line.right > right - (right - left) * 0.2);
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0) / lines.length;
  return full.length >= lines.length * 0.3 && letters >= 18;
}

/** Whether both sides are parted by wider gaps, and at the same heights: those of a table's rows. */
function haveRows(left: readonly Line[], right: readonly Line[]): boolean {
  const [one, other] = [left, right].map((lines) => {
    const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
    const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
    return lines.filter((_, index) => (gaps[index - 1] ?? 0) > usual * 1.25).map((line) => line.y);
  });
  const shared = one?.filter((y) => other?.some((place) => Math.abs(y - place) < 2)) ?? [];
  return (
    shared.length >= 2 && shared.length >= Math.max(one?.length ?? 0, other?.length ?? 0) * 0.8
  );
}
