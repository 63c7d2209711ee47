import type { Minutes, SiteFigures } from '../minutes/minutes.ts';
import { chronological, type MinutesRef, missingBetween, refOf } from './order.ts';

/** One stated figure. */
export interface SeriesPoint extends MinutesRef {
  /** Day the figure stands for: its as-of date, else the day of the conference. ISO 8601. */
  asOf: string;
  /** Whether the CR itself states that day. */
  asOfStated: boolean;
  count: number;
  /** The sentence on the CR's page that states it, else the site's news; `null` for the CR itself. */
  anchor: string | null;
  /** Anchor of the site's news that it stands in; `null` for a national figure. */
  news: string | null;
  /** Difference from the figure before; `null` for the first. */
  change: number | null;
  /** Numbers of the CRs between the figure before and this one that are not in the portal. */
  missing: number[];
  /** The CRs in between that are there but state no figure. */
  silent: MinutesRef[];
}

interface Stated {
  count: number;
  asOf: string | null;
  anchor: string | null;
  news: string | null;
}

/** The national inclusion count, CR by CR, oldest first. */
export function nationalSeries(minutes: readonly Minutes[]): SeriesPoint[] {
  return series(minutes, ({ inclusions, inclusionsAnchor }) =>
    inclusions === null ? null : { ...inclusions, anchor: inclusionsAnchor, news: null },
  );
}

/** Figures of a site that count children. */
export type Counted = Exclude<keyof SiteFigures, 'fte'>;

/**
 * A site's inclusion count, or another of its figures, CR by CR, oldest first; the last one stated
 * where a CR states two.
 */
export function siteSeries(
  slug: string,
  minutes: readonly Minutes[],
  figure: Counted = 'inclusions',
): SeriesPoint[] {
  return series(minutes, ({ news }) => {
    const stated = news.findLast((one) => one.site === slug && one[figure] !== null);
    const count = stated?.[figure] ?? null;
    if (stated === undefined || count === null) return null;
    return {
      count,
      asOf: null,
      anchor: stated.evidence[figure] ?? stated.anchor,
      news: stated.anchor,
    };
  });
}

function series(minutes: readonly Minutes[], read: (one: Minutes) => Stated | null): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  let silent: MinutesRef[] = [];
  for (const one of chronological(minutes)) {
    const stated = read(one);
    if (stated === null) {
      silent.push(refOf(one));
      continue;
    }
    const before = points.at(-1);
    points.push({
      ...refOf(one),
      asOf: stated.asOf ?? one.date,
      asOfStated: stated.asOf !== null,
      count: stated.count,
      anchor: stated.anchor,
      news: stated.news,
      change: before === undefined ? null : stated.count - before.count,
      missing: before === undefined ? [] : missingBetween(before, one, minutes),
      silent: before === undefined ? [] : silent,
    });
    silent = [];
  }
  return points;
}

/** Every CR number that a series lacks, ascending. */
export function missingIn(points: readonly SeriesPoint[]): number[] {
  return points.flatMap((point) => point.missing);
}

const DAY = 86_400_000;
/** Days of a month, on average. */
export const MONTH = 30.44;

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** How far a series went. */
export interface Growth {
  change: number;
  /** Whole months between the first and the last figure, rounded. */
  months: number;
}

/** Growth from the first to the last figure; `null` with fewer than two. */
export function growthOf(points: readonly SeriesPoint[]): Growth | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const months = Math.round(daysBetween(first.asOf, last.asOf) / MONTH);
  return { change: last.count - first.count, months };
}
