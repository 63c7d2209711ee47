import { type Line, type Segment, segmentsOf } from './pdf-lines.ts';

/** Lines that follow one another and leave the same upright gaps free. */
export interface Run {
  /** Indices of lines; `to` is exclusive. */
  from: number;
  to: number;
  /** From left to right. */
  gaps: Gap[];
  /** Segments of each line. */
  segments: Segment[][];
}

/** An upright strip that text leaves free. */
export interface Gap {
  left: number;
  right: number;
}

/** Rows a table needs to be seen without ruled lines. */
const FEWEST = 3;
/** Narrowest gap between columns, in letters' heights. */
const NARROWEST = 0.8;

/**
 * The longest runs of lines, from top down, that share at least one gap.
 * @param open gaps of a table at the end of the page before, which may go on at the top of this one
 */
export function runsOf(lines: readonly Line[], open: readonly Gap[] = []): Run[] {
  const segments = lines.map((line) => segmentsOf(line));
  const first = open.length === 0 ? null : runFrom(0, lines, segments, open);
  const runs: Run[] = first === null ? [] : [first];
  let from = first?.to ?? 0;
  while (from < lines.length) {
    const run = (segments[from]?.length ?? 0) > 1 ? runFrom(from, lines, segments) : null;
    if (run !== null) runs.push(run);
    from = run === null ? from + 1 : run.to;
  }
  return runs;
}

function runFrom(
  from: number,
  lines: readonly Line[],
  segments: readonly Segment[][],
  open: readonly Gap[] = [],
): Run | null {
  let gaps = open.length > 0 ? [...open] : gapsOf(segments[from] ?? []);
  let to = from;
  let seen = 0;
  let wide = 0;
  for (let index = from; index < lines.length; index += 1) {
    const [line, before] = [lines[index], lines[index - 1]];
    const own = segments[index] ?? [];
    if (line === undefined) break;
    if (index > from && before !== undefined && isApart(before, line)) break;
    const narrowed = gaps
      .map((gap) => narrow(gap, own))
      .filter((gap) => gap.right - gap.left >= NARROWEST * line.size);
    if (narrowed.length === 0 || (narrowed.length < gaps.length && own.length < 2)) break;
    gaps = narrowed;
    if (own.length > 1) seen += 1;
    // A line that stands in the first column alone ends a run, unless others follow it.
    const first = gaps[0];
    if (first !== undefined && own.some((segment) => segment.x >= first.right - 1)) {
      to = index + 1;
      wide = seen;
    }
  }
  if (to === from || wide < (open.length > 0 ? 1 : FEWEST)) return null;
  return { from, to, gaps, segments: segments.slice(from, to) };
}

/** A title between two tables: of another size, or far from what stands above it. */
function isApart(before: Line, line: Line): boolean {
  const gap = before.y - line.y;
  return Math.abs(before.size - line.size) > 1.5 || gap > 4.5 * line.size || gap < 0;
}

const gapsOf = (segments: readonly Segment[]): Gap[] =>
  segments.slice(1).map((segment, index) => ({
    left: segments[index]?.right ?? 0,
    right: segment.x,
  }));

/** What a line's text leaves of a gap: its widest free part. */
function narrow(gap: Gap, segments: readonly Segment[]): Gap {
  let free = [gap];
  for (const { x, right } of segments)
    free = free.flatMap((part): Gap[] => {
      if (right <= part.left || x >= part.right) return [part];
      return [
        { left: part.left, right: x },
        { left: right, right: part.right },
      ];
    });
  return free.reduce((best, part) =>
    part.right - part.left > best.right - best.left ? part : best,
  );
}

/** The segments of a run's line by its columns. */
export function byColumn(run: Run, segments: readonly Segment[]): Segment[][] {
  const columns = [null, ...run.gaps].map((): Segment[] => []);
  for (const segment of segments)
    columns[run.gaps.filter((gap) => (gap.left + gap.right) / 2 < segment.x).length]?.push(segment);
  return columns;
}

/**
 * Whether a run is the rows of a table, and not lines that a tab parts after their label
 * ("Date :   lundi 15").
 */
export function isTable(run: Run): boolean {
  const labels = run.segments.flatMap((segments) => {
    const own = byColumn(run, segments)[0] ?? [];
    return own.length === 0
      ? []
      : [
          own
            .map((segment) => segment.text)
            .join(' ')
            .trim(),
        ];
  });
  const labelled = labels.filter((text) => text.endsWith(':')).length;
  return run.gaps.length > 1 || labelled <= labels.length * 0.6;
}

/** Distance of a run's line from the one above it. */
export const gapAbove = (run: Run, lines: readonly Line[], index: number): number =>
  (lines[run.from + index - 1]?.y ?? 0) - (lines[run.from + index]?.y ?? 0);
