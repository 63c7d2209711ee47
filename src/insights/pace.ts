import type { MinutesRef } from './order.ts';
import { daysBetween, MONTH, type SeriesPoint } from './series.ts';

/** How fast a count went from one stated figure to another. */
export interface Pace {
  from: SeriesPoint;
  to: SeriesPoint;
  /** Difference between the two. */
  change: number;
  days: number;
  /** Children a month, on average between the two figures; negative where the count fell. */
  perMonth: number;
  /** CRs that are not in the portal, and CRs without a figure, between the two. */
  missing: number[];
  silent: MinutesRef[];
}

/** Figures nearer than this make no pace of their own: two children in a day are not sixty a month. */
const SHORTEST = 14;

/** Figures whose day the CR states; all of them where fewer than two do. */
function dated(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const stated = points.filter(({ asOfStated }) => asOfStated);
  return stated.length < 2 ? points : stated;
}

/**
 * The pace between stated figures, oldest first, on the days that they stand for. Passed over, so that
 * the interval runs on to the next, is a figure that comes within two weeks of the one before (or is
 * dated before it), and one whose day is unknown while others' are known.
 */
export function paceOf(points: readonly SeriesPoint[]): Pace[] {
  const known = new Set(dated(points));
  const first = points.find((point) => known.has(point));
  const others = first === undefined ? [] : points.slice(points.indexOf(first) + 1);
  if (first === undefined) return [];
  const paces: Pace[] = [];
  let from = first;
  let missing: number[] = [];
  let silent: MinutesRef[] = [];
  for (const to of others) {
    missing = [...missing, ...to.missing];
    silent = [...silent, ...to.silent];
    const days = daysBetween(from.asOf, to.asOf);
    if (days < SHORTEST || !known.has(to)) continue;
    const change = to.count - from.count;
    paces.push({ from, to, change, days, perMonth: (change / days) * MONTH, missing, silent });
    from = to;
    missing = [];
    silent = [];
  }
  return paces;
}

/** Children a month from the first to the last figure; `null` where the two are not two weeks apart. */
export function averagePace(points: readonly SeriesPoint[]): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const days = daysBetween(first.asOf, last.asOf);
  return days < SHORTEST ? null : ((last.count - first.count) / days) * MONTH;
}
