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
  /** Where lines of its column end, where the page has columns. */
  limit: number | null;
}

/** Puts spans together that stand on one line, raised ones ("1er") included; lines from top down. */
export function toLines(spans: readonly Span[], page: number, limit: number | null = null): Line[] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const group = groups.findLast((line) => line.some((other) => standsWith(span, other)));
    if (group === undefined) groups.push([span]);
    else group.push(span);
  }
  return groups
    .map((group) => toLine(group, page, limit))
    .filter((line) => line.text.trim() !== '')
    .sort((a, b) => b.y - a.y || a.x - b.x);
}

const standsWith = (span: Span, other: Span): boolean =>
  Math.abs(span.y - other.y) < 0.45 * Math.max(span.size, other.size);

function toLine(group: readonly Span[], page: number, limit: number | null): Line {
  const spans = trimmed(spaced(noteMarks([...group].sort((a, b) => a.x - b.x))));
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
    limit,
  };
}

/** A line's spans without the spaces it begins or ends with. */
function trimmed(spans: readonly Span[]): Span[] {
  const isInked = (span: Span): boolean => span.text.trim() !== '';
  const [from, to] = [spans.findIndex(isInked), spans.findLastIndex(isInked)];
  return spans.slice(Math.max(from, 0), to + 1).map((span, index) => {
    const text = index === 0 ? span.text.trimStart() : span.text;
    return { ...span, text: index === to - from ? text.trimEnd() : text };
  });
}

/** Raised numbers behind a word are marks of notes: "mai¹" → "mai (1)"; "m²" stays. */
function noteMarks(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => {
    const before = spans.slice(0, index).findLast((other) => other.text.trim() !== '');
    const after = spans.slice(index + 1).find((other) => other.text.trim() !== '');
    const base = before ?? after;
    const isRaised =
      base !== undefined && span.size < base.size * 0.88 && span.y > base.y + base.size * 0.15;
    const isMark = isRaised && /^\s*\d{1,2}\s*$/.test(span.text);
    if (!isMark || /(?:\d|(?<!\p{L})[ckd]?m)$/u.test(before?.text ?? '')) return span;
    return { ...span, text: `${before === undefined ? '' : ' '}(${span.text.trim()})` };
  });
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

/** A part of a line that a wide gap, such as a tab leaves, parts from what stands beside it. */
export interface Segment {
  x: number;
  right: number;
  spans: Span[];
  text: string;
}

const LIST_MARK = /^\s*(?:[^\s\p{L}\p{N}"«(]|o|\d{1,2}[.)]|[a-z]\))\s*$/u;

/** The segments of a line; a bullet or number is part of what follows it. */
export function segmentsOf(line: Line): Segment[] {
  const segments: Segment[] = [];
  for (const span of line.spans) {
    if (span.text.trim() === '') continue;
    const last = segments.at(-1);
    const near = last !== undefined && span.x - last.right < 0.9 * line.size;
    if (last !== undefined && (near || (segments.length === 1 && LIST_MARK.test(last.text)))) {
      last.spans.push(span);
      last.right = Math.max(last.right, span.right);
      last.text += span.text;
    } else segments.push({ x: span.x, right: span.right, spans: [span], text: span.text });
  }
  return segments;
}
