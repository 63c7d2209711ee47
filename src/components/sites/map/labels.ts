import { distance, type Place } from './geometry.ts';

/** What is to be labelled: a disc, and the room that its words take. */
export interface Labelled {
  at: Place;
  radius: number;
  width: number;
  height: number;
}

/** Where words go: their box, which end of them the box's side is, and whether a line leads there. */
export interface Label {
  left: number;
  top: number;
  anchor: 'end' | 'middle' | 'start';
  led: boolean;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 4;
const STEP = 9;
const RINGS = 14;
/** Right, left, above, below, the corners, then between: the order in which a reader likes them. */
const ANGLES = [0, 180, -90, 90, -45, 45, -135, 135, -20, 20, -160, 160, -70, 70, -110, 110];
const ON_A_LINE = 2.5;

/**
 * Finds a place for each label, beside its disc if it can be, farther off if it must: no label lies on
 * another, on a disc or beyond the frame; lines (pairs of places) are avoided where that costs little.
 * The most crowded choose first. `null` for a label for which there is no room at all.
 */
export function placeLabels(
  items: readonly Labelled[],
  frame: { width: number; height: number },
  lines: readonly (readonly [Place, Place])[] = [],
): (Label | null)[] {
  const crowd = items.map(
    ({ at }) => items.filter((other) => distance(other.at, at) < STEP * 6).length,
  );
  const order = items
    .map((_, index) => index)
    .sort((a, b) => (crowd[b] ?? 0) - (crowd[a] ?? 0) || a - b);
  const taken: Box[] = [];
  const placed: (Label | null)[] = items.map(() => null);
  for (const index of order) {
    const item = items[index];
    if (item === undefined) continue;
    let best: { label: Label; box: Box; cost: number } | null = null;
    for (const { label, box, cost } of candidates(item)) {
      if (best !== null && cost >= best.cost) continue;
      const free =
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= frame.width &&
        box.bottom <= frame.height &&
        !taken.some((other) => overlap(box, other)) &&
        !items.some((other) => near(box, other.at) < other.radius + 1);
      if (!free) continue;
      const crossed = lines.filter((line) => crosses(box, line)).length;
      const full = cost + crossed * ON_A_LINE;
      if (best === null || full < best.cost) best = { label, box, cost: full };
    }
    if (best === null) continue;
    placed[index] = best.label;
    taken.push(best.box);
  }
  return placed;
}

/** Every place that a label may take, the best first. */
function candidates({ at, radius, width, height }: Labelled) {
  return Array.from({ length: RINGS }, (_, ring) =>
    ANGLES.map((angle, rank) => {
      const radians = (angle * Math.PI) / 180;
      const [across, down] = [Math.cos(radians), Math.sin(radians)];
      const away = radius + GAP + ring * STEP;
      const left = at[0] + across * away - (width * (1 - across)) / 2;
      const top = at[1] + down * away - (height * (1 - down)) / 2;
      const anchor = across > 0.3 ? 'start' : across < -0.3 ? 'end' : 'middle';
      return {
        label: { left, top, anchor, led: ring > 0 } satisfies Label,
        box: { left, top, right: left + width, bottom: top + height },
        cost: ring * 6 + rank * 0.3,
      };
    }),
  ).flat();
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** How far a place is from a box; 0 inside. */
function near({ left, right, top, bottom }: Box, [x, y]: Place): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Whether a line goes through a box: looked at every few px, as lines are faint. */
function crosses(box: Box, [from, to]: readonly [Place, Place]): boolean {
  const steps = Math.ceil(distance(from, to) / 4);
  return Array.from({ length: steps + 1 }, (_, step) => step / Math.max(steps, 1)).some(
    (part) =>
      near(box, [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]) === 0,
  );
}

/** About how wide words are, a little too wide rather than too narrow; in the display face. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    if (/[MWŒÆ]/u.test(letter)) width += 0.92;
    else if (/\p{Lu}/u.test(letter)) width += 0.72;
    else if (/[mwœæ]/u.test(letter)) width += 0.84;
    else if (/[iîïjltfr'’.,\-\u2011 \u00a0\u202f]/u.test(letter)) width += 0.36;
    else width += 0.55;
  }
  return width * size;
}
