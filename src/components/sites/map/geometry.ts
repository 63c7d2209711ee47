/** A place on a drawing: x to the right, y downwards. */
export type Place = readonly [x: number, y: number];

/** A closed line: its last place is joined to the first. */
export type Ring = readonly Place[];

/** Rounded to a tenth: finer than a hairline. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** How far two places are apart. */
export function distance([ax, ay]: Place, [bx, by]: Place): number {
  return Math.hypot(ax - bx, ay - by);
}

/** Twice the area between three places. */
function corner([ax, ay]: Place, [bx, by]: Place, [cx, cy]: Place): number {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}

/** The area that a ring encloses. */
export function areaOf(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Whether rings hold a place, by the even-odd rule. */
export function holds(rings: readonly Ring[], [x, y]: Place): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}

/** A ring without the corners that are smaller than `area` (Visvalingam), smallest first. */
export function simplified(ring: Ring, area: number): Ring {
  const kept = [...ring];
  while (kept.length > 3) {
    let least = Infinity;
    let at = -1;
    kept.forEach((place, index) => {
      const before = kept.at(index - 1) ?? place;
      const after = kept[(index + 1) % kept.length] ?? place;
      const size = corner(before, place, after) / 2;
      if (size < least) [least, at] = [size, index];
    });
    if (least >= area) break;
    kept.splice(at, 1);
  }
  return kept;
}

/** SVG path data of rings, moved and scaled by `to`. */
export function pathOf(rings: readonly Ring[], to: (place: Place) => Place): string {
  return rings
    .map((ring) => {
      const places = ring.map((place) => to(place).map(round).join(' '));
      return `M${places.join('L')}Z`;
    })
    .join('');
}
