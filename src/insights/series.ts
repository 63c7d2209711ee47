import type { Minutes } from '../minutes/minutes.ts';
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
  /** Whether a CR in between is there but states no figure. */
  silent: boolean;
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

/** A site's inclusion count, CR by CR, oldest first; the last one stated where a CR states two. */
export function siteSeries(slug: string, minutes: readonly Minutes[]): SeriesPoint[] {
  return series(minutes, ({ news }) => {
    const stated = news.findLast((one) => one.site === slug && one.inclusions !== null);
    if (stated?.inclusions == null) return null;
    return {
      count: stated.inclusions,
      asOf: null,
      anchor: stated.evidence.inclusions ?? stated.anchor,
      news: stated.anchor,
    };
  });
}

function series(minutes: readonly Minutes[], read: (one: Minutes) => Stated | null): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  let silent = false;
  for (const one of chronological(minutes)) {
    const stated = read(one);
    if (stated === null) {
      silent = true;
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
      silent: before !== undefined && silent,
    });
    silent = false;
  }
  return points;
}

/** Every CR number that a series lacks, ascending. */
export function missingIn(points: readonly SeriesPoint[]): number[] {
  return points.flatMap((point) => point.missing);
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
  const days = (Date.parse(last.asOf) - Date.parse(first.asOf)) / 86_400_000;
  return { change: last.count - first.count, months: Math.round(days / 30.44) };
}
