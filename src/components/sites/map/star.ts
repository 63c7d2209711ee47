import { type Place, round } from './geometry.ts';

/** Inner to outer radius of a star. */
const WAIST = 0.42;

/** The outer radius of a star of `rays` rays that covers `area`. */
export function radiusOf(area: number, rays: number): number {
  return Math.sqrt(area / (rays * WAIST * Math.sin(Math.PI / rays)));
}

/** The corners of a star, for the `points` of an SVG polygon; its first ray points up. */
export function star([x, y]: Place, radius: number, rays: number): string {
  return Array.from({ length: rays * 2 }, (_, index) => {
    const length = index % 2 === 0 ? radius : radius * WAIST;
    const angle = (index * Math.PI) / rays - Math.PI / 2;
    return `${round(x + length * Math.cos(angle))},${round(y + length * Math.sin(angle))}`;
  }).join(' ');
}
