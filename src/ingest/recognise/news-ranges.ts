import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import type { Zone } from './outline.ts';
import { voiceOf } from './voices.ts';

/** A run of blocks, `to` exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** How many sites have to speak, one line after another, for a part that no heading names. */
const ENOUGH = 3;

/**
 * Where a CR's news of the sites stand: the parts headed as news; else each part in which at least
 * three sites speak; else, where no heading parts anything, the run of labelled lines.
 */
export function newsRanges(
  blocks: readonly Block[],
  zones: readonly Zone[],
  sites: SiteTable,
): Range[] {
  const voices = blocks.map((block) => voiceOf(block, sites));
  const count = ({ from, to }: Range): number => new Set(voices.slice(from, to).flat()).size;
  const parts = zones.flatMap((zone, index) =>
    zone.topic === 'news' || (zone.topic === 'section' && zone.headed)
      ? [{ zone, range: extentOf(zones, index) }]
      : [],
  );
  const headed = parts.filter(({ zone, range }) => zone.topic === 'news' && count(range) > 0);
  if (headed.length > 0) return apart(headed.map(({ range }) => range));
  const spoken = parts.filter(({ range }) => count(range) >= ENOUGH);
  const deepest = spoken.filter(
    ({ range }) => !spoken.some((other) => other.range !== range && isInside(other.range, range)),
  );
  if (deepest.length > 0) return apart(deepest.map(({ range }) => range));
  return labelledRun(voices, zones);
}

const isInside = (inner: Range, outer: Range): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/** Ranges without those that another one holds already. */
function apart(ranges: readonly Range[]): Range[] {
  return ranges.filter(
    (range, index) =>
      !ranges.some(
        (other, nth) =>
          nth !== index && isInside(range, other) && (nth < index || !isInside(other, range)),
      ),
  );
}

/** A zone goes on through zones of lower headings and unheaded ones, up to a new topic. */
function extentOf(zones: readonly Zone[], index: number): Range {
  const zone = zones[index];
  if (zone === undefined) return { from: 0, to: 0 };
  let to = zone.to;
  for (const next of zones.slice(index + 1)) {
    const lower = next.topic === 'section' && (!next.headed || next.level > zone.level);
    if (!lower) break;
    to = next.to;
  }
  return { from: zone.headed ? zone.from + 1 : zone.from, to };
}

function labelledRun(voices: readonly (readonly string[])[], zones: readonly Zone[]): Range[] {
  const open = new Set(
    zones
      .filter((zone) => zone.topic === 'section' || zone.topic === 'head')
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const labelled = voices.flatMap((names, index) =>
    names.length > 0 && open.has(index) ? [index] : [],
  );
  const [first, last] = [labelled[0], labelled.at(-1)];
  if (first === undefined || last === undefined || labelled.length < ENOUGH) return [];
  return [{ from: first, to: zones.find((zone) => zone.from > last)?.from ?? last + 1 }];
}
