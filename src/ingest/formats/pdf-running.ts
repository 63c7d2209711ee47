import { words } from '../../minutes/text.ts';
import type { Line } from './pdf-lines.ts';

/** Lines from a page's top or foot that may be a header or footer. */
const EDGE = 4;
/** How far a header may stand from where it stood on another page, in points. */
const NEAR = 4;
/** "2", "– 2 –", "2/4", "Page 2 sur 4", "Page | 2", "2 | Page", "p. 2". */
const PAGE_NUMBER =
  /^[-–—~[(|\s]*(?:p(?:age|\.)?\s*[|:n°\s]*)?\d{1,3}(?:\s*(?:\/|sur|de|of)\s*\d{1,3})?(?:\s*\|?\s*page)?[-–—~\])|\s]*$/i;

/** A page's lines are those above its foot; text that runs otherwise stands far below. */
const isUpright = (line: Line): boolean => line.y > -5000;

/**
 * Leaves out headers and footers that come back on the pages, and page numbers.
 * @returns the pages' other lines, and the lines left out that say what no other line does, each
 *   once.
 */
export function dropRunning(pages: readonly Line[][]): { pages: Line[][]; running: string[] } {
  const edges = pages.map((page) => edgeOf(page));
  const places = new Map<string, Line[]>();
  for (const line of edges.flatMap((edge) => [...edge]))
    for (const key of keysOf(line)) places.set(key, [...(places.get(key) ?? []), line]);
  const often = pages.length < 4 ? 2 : Math.max(2, Math.ceil(pages.length * 0.4));
  const comesBack = (line: Line): boolean =>
    keysOf(line).some((key) => {
      const near = places.get(key)?.filter((other) => Math.abs(other.y - line.y) < NEAR) ?? [];
      return new Set(near.map((other) => other.page)).size >= often;
    });
  const dropped = new Map<string, string>();
  const kept = pages.map((page, index) => {
    const outer = new Set([page.find(isUpright), page.findLast(isUpright)]);
    return page.filter((line) => {
      if (outer.has(line) && PAGE_NUMBER.test(line.text.trim())) return false;
      if (edges[index]?.has(line) !== true || !comesBack(line)) return true;
      const text = line.text.replace(/\s+/g, ' ').trim();
      const key = keysOf(line).at(-1) ?? text;
      if (!dropped.has(key)) dropped.set(key, text);
      return false;
    });
  });
  const known = new Set(kept.flat().flatMap((line) => words(line.text)));
  const running = [...dropped.values()]
    .map((text) => text.replace(/[\s|–—-]*\bpage\s*\d+(?:\s*(?:\/|sur|de)\s*\d+)?\s*$/i, ''))
    .filter((text) => words(text).some((word) => /\p{L}{2}/u.test(word) && !known.has(word)));
  return { pages: kept, running };
}

const edgeOf = (page: readonly Line[]): Set<Line> => {
  const upright = page.filter(isUpright);
  const turned = page.filter((line) => !isUpright(line));
  return new Set([...upright.slice(0, EDGE), ...upright.slice(-EDGE), ...turned]);
};

/** A line's words, and the same with the page's own number left open. */
function keysOf(line: Line): string[] {
  const text = line.text.replace(/\s+/g, ' ').trim();
  const open = text
    .replace(/\b(\d{1,3})\s?(?:\/|sur|de|of)\s?\d{1,3}\b/gi, (found, number) =>
      Number(number) === line.page ? '#/#' : found,
    )
    .replace(/\d+/g, (number) => (Number(number) === line.page ? '#' : number));
  return open === text ? [text] : [text, open];
}
