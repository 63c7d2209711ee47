import { distance, type Place } from './geometry.ts';

/** The shortest lines that join all places to one figure, each to its nearest (Prim); as indices. */
export function joined(places: readonly Place[]): [number, number][] {
  const lines: [number, number][] = [];
  const reached = new Set(places.length > 0 ? [0] : []);
  while (reached.size < places.length) {
    let best: { from: number; to: number; length: number } | null = null;
    places.forEach((place, to) => {
      if (reached.has(to)) return;
      for (const from of reached) {
        const length = distance(places[from] ?? place, place);
        if (best === null || length < best.length) best = { from, to, length };
      }
    });
    const nearest = best as { from: number; to: number } | null;
    if (nearest === null) break;
    reached.add(nearest.to);
    lines.push([nearest.from, nearest.to]);
  }
  return lines;
}
