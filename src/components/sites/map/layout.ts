import type { SiteSummary } from '../../../insights/sites.ts';
import type { Site } from '../../../minutes/sites.ts';
import { formatCount } from '../../../typography/format.ts';
import { department, MAP, outline, project } from './france.ts';
import { pathOf, type Place, round } from './geometry.ts';
import { joined } from './joined.ts';
import { type Label, placeLabels, textWidth } from './labels.ts';
import { radiusOf, star } from './star.ts';

/** What is known of a site's figure: stated by the last CR, by an older one, by none. */
export type Standing = 'latest' | 'none' | 'older';

/** Rays of a star by standing: what colour says, shape says too. */
export const RAYS: Record<Standing, number> = { latest: 8, older: 4, none: 4 };

/** A site as drawn. */
export interface DrawnSite {
  slug: string;
  name: string;
  count: number | null;
  standing: Standing;
  at: Place;
  radius: number;
  points: string;
  label: { x: number; y: number; anchor: Label['anchor']; leader: string | null } | null;
}

/** The map's geometry, ready to be written as SVG. */
export interface DrawnMap {
  width: number;
  height: number;
  coast: string;
  /** Shapes of the départements that have a site. */
  departments: string;
  lines: string;
  sites: DrawnSite[];
  /** Where the words "Outre-mer" stand; `null` without a site there. */
  overseas: Place | null;
}

/** How large a map is drawn, in px of its own coordinates. */
export interface MapSize {
  width: number;
  /** Free room left and right of the outline, for labels. */
  sides: number;
  /** Size of the words. */
  text: number;
  /** Radius of the largest star. */
  largest: number;
}

/** A star never grows smaller than this: it would be lost. */
const LEAST = 3;
const HOLLOW = 5.5;

/** Lays out the map of sites: outline, stars, the lines between them and a label for each. */
export function layOut(
  sites: readonly Site[],
  summaries: readonly SiteSummary[],
  lastRoute: string | null,
  size: MapSize,
): DrawnMap {
  const scale = (size.width - 2 * size.sides) / MAP.width;
  const height = round(MAP.height * scale + size.largest);
  const top = size.largest / 2;
  const to = ([x, y]: Place): Place => [x * scale + size.sides, y * scale + top];
  const counts = summaries.flatMap(({ last }) => (last === null ? [] : [last.count]));
  const most = Math.max(1, ...counts);
  const fullArea = (size.largest / radiusOf(1, RAYS.latest)) ** 2;

  let abroad = 0;
  const placed = sites.map((site) => {
    const last = summaries.find(({ slug }) => slug === site.slug)?.last ?? null;
    const standing: Standing =
      last === null ? 'none' : last.route === lastRoute ? 'latest' : 'older';
    const area = (fullArea * Math.max(last?.count ?? 0, 0)) / most;
    const radius = last === null ? HOLLOW : Math.max(LEAST, radiusOf(area, RAYS[standing]));
    const isHome = department(site.department.code).length > 0;
    // What the map has no shape for stands in the corner below Brittany, one under the other.
    const at: Place = isHome
      ? to(project(site.coordinates))
      : [size.largest + 2, height - size.largest - 6 - abroad++ * size.text * 2];
    return { site, count: last?.count ?? null, standing, at, radius, isHome };
  });
  // The largest first: a small star on a large one stays in sight.
  const drawn = placed.toSorted((a, b) => (b.count ?? -1) - (a.count ?? -1));
  const home = drawn.filter(({ isHome }) => isHome);
  const ends = joined(home.map(({ at }) => at)).flatMap(([from, end]) => {
    const [one, other] = [home[from]?.at, home[end]?.at];
    return one && other ? [[one, other] as const] : [];
  });
  const lineHeight = size.text * 1.2;
  const labels = placeLabels(
    drawn.map(({ site, count, at, radius }) => ({
      at,
      radius,
      width: textWidth(wordsOf(site.name, count), size.text),
      height: lineHeight,
    })),
    { width: size.width, height },
    ends,
  );
  const codes = [...new Set(home.map(({ site }) => site.department.code))];
  return {
    width: size.width,
    height,
    coast: pathOf(outline(), to),
    departments: pathOf(
      codes.flatMap((code) => department(code)),
      to,
    ),
    lines: ends
      .map(([from, end]) => `M${from.map(round).join(' ')}L${end.map(round).join(' ')}`)
      .join(''),
    overseas: abroad === 0 ? null : [2, round(height - size.largest - abroad * size.text * 2)],
    sites: drawn.map(({ site, count, standing, at, radius }, index) => ({
      slug: site.slug,
      name: site.name,
      count,
      standing,
      at: [round(at[0]), round(at[1])],
      radius: round(radius),
      points: star(at, radius, RAYS[standing]),
      label: written(labels[index] ?? null, wordsOf(site.name, count), at, size.text),
    })),
  };
}

function wordsOf(name: string, count: number | null): string {
  return count === null ? name : `${name} ${formatCount(count)}`;
}

function written(label: Label | null, words: string, at: Place, text: number): DrawnSite['label'] {
  if (label === null) return null;
  const width = textWidth(words, text);
  const part = { start: 0, middle: 0.5, end: 1 }[label.anchor];
  const x = round(label.left + width * part);
  const middle = label.top + text * 0.6;
  const leader = label.led ? `M${at.map(round).join(' ')}L${x} ${round(middle)}` : null;
  return { x, y: round(label.top + text * 0.95), anchor: label.anchor, leader };
}
