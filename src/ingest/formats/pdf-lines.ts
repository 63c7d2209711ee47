/** A run of text on a page; lengths in points, `y` from the page's foot up. */
export interface Span {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  url: string | null;
}

/** A line of a page, its spans from left to right. */
export interface Line {
  page: number;
  x: number;
  right: number;
  y: number;
  /** Of most of its text. */
  size: number;
  spans: Span[];
  text: string;
}

/** Puts spans together that stand on one line, raised ones ("1er") included; lines from top down. */
export function toLines(spans: readonly Span[], page: number): Line[] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const group = groups.findLast((line) => line.some((other) => standsWith(span, other)));
    if (group === undefined) groups.push([span]);
    else group.push(span);
  }
  return groups
    .map((group) => toLine(group, page))
    .filter((line) => line.text.trim() !== '')
    .sort((a, b) => b.y - a.y || a.x - b.x);
}

const standsWith = (span: Span, other: Span): boolean =>
  Math.abs(span.y - other.y) < 0.45 * Math.max(span.size, other.size);

function toLine(group: readonly Span[], page: number): Line {
  const spans = spaced([...group].sort((a, b) => a.x - b.x));
  const inked = spans.filter((span) => span.text.trim() !== '');
  const main = inked.reduce<Span | undefined>(
    (best, span) => (best === undefined || span.text.length > best.text.length ? span : best),
    undefined,
  );
  return {
    page,
    x: Math.min(...inked.map((span) => span.x)),
    right: Math.max(...inked.map((span) => span.right)),
    y: main?.y ?? 0,
    size: main?.size ?? 0,
    spans,
    text: spans.map((span) => span.text).join(''),
  };
}

/** Gaps that no space character fills become spaces. */
function spaced(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => {
    const before = spans[index - 1];
    const gap = before === undefined ? 0 : span.x - before.right;
    const apart = gap > 0.2 * span.size && !before?.text.endsWith(' ');
    return apart && !span.text.startsWith(' ') ? { ...span, text: ` ${span.text}` } : span;
  });
}

const EDGE = 3;
const PAGE_NUMBER = /^(?:page\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:\/|sur|de)\s*\d{1,3})?$/i;

/** Leaves out headers and footers that come back on the pages, and page numbers. */
export function dropRunning(pages: readonly Line[][]): Line[][] {
  const key = (line: Line): string => line.text.replace(/\s+/g, ' ').trim().replace(/\d+/g, '#');
  const edges = (page: readonly Line[]): Line[] => [
    ...new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)]),
  ];
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const name of new Set(edges(page).map(key))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = Math.max(2, Math.ceil(pages.length * 0.6));
  return pages.map((page) => {
    const edge = new Set(edges(page));
    const outer = new Set([page[0], page.at(-1)]);
    return page.filter(
      (line) =>
        !(edge.has(line) && (counts.get(key(line)) ?? 0) >= often) &&
        !(outer.has(line) && PAGE_NUMBER.test(line.text.trim())),
    );
  });
}
