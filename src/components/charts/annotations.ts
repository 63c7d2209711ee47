import { formatCount, formatNumbers } from '../../typography/format.ts';
import type { PlottedLine, PlottedPoint, PlotSize, Segment } from './plot.ts';

/** Words on a chart. */
export interface Note {
  text: string;
  x: number;
  y: number;
  anchor: 'end' | 'middle' | 'start';
}

/** A gap narrower than this is named under the chart alone. */
const WIDE_ENOUGH = 60;
/** About the width of a letter of a note. */
const LETTER = 7;

/**
 * The gaps of a line, named on the side that the line leaves free: left of a rise, right of a fall. A
 * note that does not fit there goes under the line, unless others run there: then it is left out.
 */
export function gapNotes({ segments }: PlottedLine, size: PlotSize, alone: boolean): Note[] {
  return segments
    .filter(({ missing, width }) => missing.length > 0 && width >= WIDE_ENOUGH)
    .flatMap((segment) => gapNote(segment, size, alone));
}

function gapNote(segment: Segment, size: PlotSize, alone: boolean): Note[] {
  const { missing, falling, bottom, x, y } = segment;
  const text = `${formatNumbers(missing)} à importer`;
  const width = text.length * LETTER;
  if (falling && x + 8 + width <= size.width) {
    return [{ text, x: x + 8, y: y - 10, anchor: 'start' }];
  }
  if (!falling && x - 8 - width > size.left) {
    return [{ text, x: x - 8, y: y - 10, anchor: 'end' }];
  }
  return alone
    ? [{ text, x: size.width - size.right, y: falling ? bottom + 26 : y + 34, anchor: 'end' }]
    : [];
}

/** The highest point, where the line goes on below it and came from below it. */
export function peakOf({ points }: PlottedLine): PlottedPoint | null {
  const peak = points.toSorted((a, b) => b.point.count - a.point.count)[0];
  const ends = [points[0], points.at(-1)];
  if (peak === undefined) return null;
  return ends.some((end) => end === undefined || end.point.count >= peak.point.count) ? null : peak;
}

/** Heights for labels that would lie on each other, as near as can be to those wanted; top first. */
export function pushedApart(
  wanted: readonly { y: number; height: number }[],
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const placed = wanted.map(({ y }) => y);
  let floor = -Infinity;
  for (const index of order) {
    const half = (wanted[index]?.height ?? 0) / 2;
    placed[index] = Math.max(at(wanted, index), floor + half);
    floor = placed[index] + half;
  }
  let ceiling = bottom;
  for (const index of order.toReversed()) {
    const half = (wanted[index]?.height ?? 0) / 2;
    placed[index] = Math.min(placed[index] ?? 0, ceiling - half);
    ceiling = placed[index] - half;
  }
  return placed;
}

function at(wanted: readonly { y: number }[], index: number): number {
  return wanted[index]?.y ?? 0;
}

/** A point's count as it stands on the chart. */
export function valueOf({ point }: PlottedPoint): string {
  return formatCount(point.count);
}
