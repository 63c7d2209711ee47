import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { SeriesPoint } from '../../insights/series.ts';
import { formatCount, formatDate } from '../../typography/format.ts';
import { labelEvery, monthAxis, valueAxis } from './scale.ts';

/** Room for a chart, in px of its own coordinates. */
export interface PlotSize {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  /** Most squares up, most labels along. */
  squares: number;
  labels: number;
}

/** One stated figure as drawn. */
export interface PlottedPoint {
  x: number;
  y: number;
  point: SeriesPoint;
}

/** A series as drawn. */
export interface PlottedLine {
  points: PlottedPoint[];
  segments: Segment[];
}

/** The line between two figures; dotted where a CR is missing or silent. */
export interface Segment {
  d: string;
  dotted: boolean;
  /** CR numbers missing there, and the middle of the line. */
  missing: number[];
  /** Whether the later figure is the smaller one. */
  falling: boolean;
  /** Upper and lower end of the line. */
  top: number;
  bottom: number;
  x: number;
  y: number;
  width: number;
}

/** A chart's geometry, ready to be written as SVG. */
export interface Plot {
  size: PlotSize;
  rows: { y: number; label: string | null }[];
  columns: { x: number; label: string | null; year: string | null; square: boolean }[];
  /** One for each series given. */
  lines: PlottedLine[];
  /** What a square is worth. */
  square: { count: number; months: number };
  /** Where the value axis begins and ends. */
  from: number;
  to: number;
}

/** What the axes hold besides the series: for charts on one scale. */
export interface Frame {
  counts: readonly number[];
  dates: readonly string[];
  /** Whether the value axis begins at zero. */
  zero: boolean;
}
const OWN: Frame = { counts: [], dates: [], zero: false };

/** Lays series out on a true time axis. Expects one point at least, each series oldest first. */
export function plot(
  series: readonly (readonly SeriesPoint[])[],
  size: PlotSize,
  frame: Frame = OWN,
): Plot {
  const all = series.flat();
  const axis = valueAxis(
    [...all.map(({ count }) => count), ...frame.counts],
    size.squares,
    frame.zero,
  );
  const time = timeAxis([...all.map(({ asOf }) => asOf), ...frame.dates], size);
  const y = scaleLinear([axis.from, axis.to], [size.height - size.bottom, size.top]);
  return {
    size,
    rows: rows(axis).map(({ value, label }) => ({ y: round(y(value)), label })),
    columns: time.columns,
    lines: series.map((points) => {
      const plotted = points.map((point) => ({
        x: round(time.x(point.asOf)),
        y: round(y(point.count)),
        point,
      }));
      return { points: plotted, segments: segments(plotted) };
    }),
    square: { count: axis.step, months: time.square },
    from: axis.from,
    to: axis.to,
  };
}

/** A true time axis over whole months, and where a day lies on it. */
export function timeAxis(dates: readonly string[], size: PlotSize) {
  const { months, square } = monthAxis(dates);
  const first = months[0] ?? new Date(0);
  const x = scaleUtc([first, months.at(-1) ?? first], [size.left, size.width - size.right]);
  return {
    x: (day: string): number => x(new Date(`${day}T00:00:00Z`)),
    square,
    columns: columns(months, square, size.labels).map((column) => ({
      ...column,
      x: round(x(column.date)),
    })),
  };
}

/** Full and half squares upwards; full ones are labelled. */
function rows(axis: { from: number; to: number; step: number }) {
  const halves = Math.round((axis.to - axis.from) / axis.step) * 2;
  return Array.from({ length: halves + 1 }, (_, index) => {
    const value = axis.from + (index * axis.step) / 2;
    return { value, label: index % 2 === 0 ? formatCount(value) : null };
  });
}

function columns(months: readonly Date[], square: 1 | 3, room: number) {
  const every = labelEvery(months.length - 1, room, square);
  let labelled = false;
  return months.map((date, index) => {
    const month = date.getUTCMonth();
    const isLast = index === months.length - 1;
    const shown = month % every === 0 && !isLast;
    const year = shown && (!labelled || month === 0) ? String(date.getUTCFullYear()) : null;
    if (shown) labelled = true;
    const name = formatDate(date.toISOString().slice(0, 10), 'short').split(/\s/)[1] ?? '';
    return { date, label: shown ? name : null, year, square: month % square === 0 };
  });
}

function segments(points: readonly PlottedPoint[]): Segment[] {
  const draw = line<PlottedPoint>(
    ({ x }) => x,
    ({ y }) => y,
  );
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return {
      d: draw([from, to]) ?? '',
      dotted: to.point.missing.length > 0 || to.point.silent.length > 0,
      missing: to.point.missing,
      falling: to.point.count < from.point.count,
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
      x: round((from.x + to.x) / 2),
      y: round((from.y + to.y) / 2),
      width: to.x - from.x,
    };
  });
}

/** Rounded to a tenth of a px. */
export const round = (value: number): number => Math.round(value * 10) / 10;
