import { words } from '../../minutes/text.ts';
import type { Line } from './pdf-lines.ts';

/** Lines from a page's top or foot that may be a header or footer. */
const EDGE = 4;
/** How far a header may stand from where it stood on another page, in points. */
const NEAR = 4;
/** "2", "– 2 –", "2/4", "Page 2 sur 4", "Page | 2", "2 | Page", "p. 2". */
const PAGE_NUMBER =
  /^[-–—~[(|\s]*(?:p(?:age|\.)?\s*[|:n°\s]*)?(\d{1,3})(?:\s*(?:\/|sur|de|of)\s*(\d{1,3}))?(?:\s*\|?\s*page)?[-–—~\])|\s]*$/i;

/** A page's lines are those above its foot; text that runs otherwise stands far below. */
const isUpright = (line: Line): boolean => line.y > -5000;
const plain = (line: Line): string => line.text.replace(/\s+/g, ' ').trim();

/** Lines without headers and footers. */
export interface Unframed {
  pages: Line[][];
  /** Lines left out that say what no other line does, each once. */
  running: string[];
  /** How many lines were left out. */
  dropped: number;
}

/**
 * Leaves out headers, footers and page numbers: what comes back at one place of several pages, the
 * page's own number left open, with none of the text beyond it. All else is text, a lone number, too.
 */
export function dropRunning(pages: readonly Line[][]): Unframed {
  const edges = pages.map((page) => edgesOf(page));
  const recurring = recurringLines(edges);
  // The first page may have a head of its own where the others have theirs.
  const texts = pages.slice(1).flat();
  const heights = texts.filter((line) => isUpright(line) && !recurring.has(line)).map(({ y }) => y);
  const [highest, lowest] = [Math.max(...heights), Math.min(...heights)];
  const dropped = new Map<Line, string>();
  const drop = (lines: readonly Line[], isFrame: (line: Line) => boolean): void => {
    const inner = lines.findIndex((line) => !recurring.has(line) || !isFrame(line));
    for (const line of inner < 0 ? lines : lines.slice(0, inner)) dropped.set(line, plain(line));
  };
  for (const { top, foot, turned } of edges) {
    drop(top, (line) => line.y > highest + NEAR);
    drop(foot, (line) => line.y < lowest - NEAR);
    for (const line of turned) drop([line], () => true);
  }
  const kept = pages.map((page) => page.filter((line) => !dropped.has(line)));
  const known = new Set(kept.flat().flatMap((line) => words(line.text)));
  const once = new Map<string, string>();
  for (const [line, text] of dropped) {
    const key = keysOf(line).at(-1) ?? text;
    if (!once.has(key)) once.set(key, text);
  }
  const running = [...once.values()]
    .map((text) => text.replace(/[\s|–—-]*\bpage\s*\d+(?:\s*(?:\/|sur|de)\s*\d+)?\s*$/i, ''))
    .filter((text) => words(text).some((word) => /\p{L}{2}/u.test(word) && !known.has(word)));
  return { pages: kept, running, dropped: dropped.size };
}

/** The outer lines of a page, from its edges inwards. */
interface Edges {
  top: Line[];
  foot: Line[];
  turned: Line[];
}

function edgesOf(page: readonly Line[]): Edges {
  const upright = page.filter(isUpright);
  return {
    top: upright.slice(0, EDGE),
    foot: upright.slice(-EDGE).reverse(),
    turned: page.filter((line) => !isUpright(line)),
  };
}

/** Lines at the edges that come back at one place of several pages, and numbers that count pages. */
function recurringLines(edges: readonly Edges[]): Set<Line> {
  const lines = edges.flatMap(({ top, foot, turned }) => [
    ...new Set([...top, ...foot, ...turned]),
  ]);
  const places = new Map<string, Line[]>();
  for (const line of lines)
    for (const key of keysOf(line)) places.set(key, [...(places.get(key) ?? []), line]);
  const often = edges.length < 4 ? 2 : Math.max(2, Math.ceil(edges.length * 0.4));
  const comesBack = (line: Line, key: string): boolean => {
    const near = places.get(key)?.filter((other) => Math.abs(other.y - line.y) < NEAR) ?? [];
    const count = new Set(near.map((other) => other.page)).size;
    if (key.startsWith(COUNTING)) return count >= 2;
    // One word on two pages, such as "RAS", may come back by chance.
    const isTelling = /\p{L}{2}.*\P{L}\p{L}{2}/u.test(key) || words(key).length > 2;
    return count >= often && (count > 2 || isTelling);
  };
  return new Set(
    lines.filter(
      (line) => saysItsPage(line, edges.length) || keysOf(line).some((key) => comesBack(line, key)),
    ),
  );
}

/** "Page 2" on the second page, "2/4" on the second of four. */
function saysItsPage(line: Line, count: number): boolean {
  const [text, number, of] = PAGE_NUMBER.exec(plain(line)) ?? [];
  if (text === undefined) return false;
  if (/page/i.test(text)) return of !== undefined || Number(number) === line.page;
  return Number(number) === line.page && Number(of) === count;
}

/** Marks the key of a number that may be its page's: how far it is ahead of the page follows. */
const COUNTING = '# ';

/** A line's words, and the same with the page's own number left open. */
function keysOf(line: Line): string[] {
  const text = plain(line);
  const number = PAGE_NUMBER.exec(text)?.[1];
  if (number !== undefined)
    return [`${COUNTING}${String(Number(number) - line.page)} ${text.replace(/\d+/, '')}`];
  const open = text
    .replace(/\b(\d{1,3})\s?(?:\/|sur|de|of)\s?\d{1,3}\b/gi, (found, number) =>
      Number(number) === line.page ? '#/#' : found,
    )
    .replace(/\d+/g, (number) => (Number(number) === line.page ? '#' : number));
  return open === text ? [text] : [text, open];
}
