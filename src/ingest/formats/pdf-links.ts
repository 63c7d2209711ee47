import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Span } from './pdf-lines.ts';

/** A link of a page: its target, and where it may be clicked (x1, y1, x2, y2). */
export interface PdfLink {
  url: string;
  rect: readonly number[];
}

/** What pdf.js tells of an annotation (ISO 32000-1, 12.5). */
interface Annotation extends PdfLink {
  /** Of its page, from 0. */
  pageIndex: number;
  annotationFlags: number;
  /** `null` where they are no sound ones. */
  quadPoints?: unknown;
}

/** Annotations that lead to an address: Link and, of forms, Widget. */
const LEADING = new Set([2, 20]);
/** Flags of annotations that a reader does not see: Invisible, NoView. */
const UNSEEN = 1 | 32;

/**
 * The links of a document, by page (from 0). A page's own `getAnnotations()` would read its whole
 * text again, for the words below each link.
 */
export async function linksOf(document: PDFDocumentProxy): Promise<Map<number, PdfLink[]>> {
  const links = new Map<number, PdfLink[]>();
  const all = (await document.getAnnotationsByType(LEADING, new Set())) as
    Partial<Annotation>[] | null;
  for (const { url, rect, pageIndex = -1, annotationFlags = 0, quadPoints } of all ?? []) {
    if (typeof url !== 'string' || !Array.isArray(rect)) continue;
    if (quadPoints === null || (annotationFlags & UNSEEN) !== 0) continue;
    const ofPage = links.get(pageIndex) ?? [];
    links.set(pageIndex, ofPage);
    ofPage.push({ url, rect: rect as readonly number[] });
  }
  return links;
}

/**
 * A run of text, parted where links begin and end in it. Letters are taken as equally wide, and the
 * cut is moved to the nearest end of a word.
 */
export function linked(span: Span, links: readonly PdfLink[]): Span[] {
  const width = span.right - span.x;
  const link = links.find(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => {
    const covered = Math.min(span.right, x2) - Math.max(span.x, x1);
    const onLine = span.y + span.size / 3 >= y1 && span.y <= y2;
    return onLine && covered > Math.min(width * 0.5, span.size * 0.6);
  });
  // An address written out is its own link.
  if (link === undefined || width <= 0 || span.text.includes(link.url)) return [span];
  const [x1 = 0, , x2 = 0] = link.rect;
  const from = wordEdge(span.text, ((x1 - span.x) / width) * span.text.length);
  const to = wordEdge(span.text, ((x2 - span.x) / width) * span.text.length);
  if (to <= from) return [span];
  const at = (offset: number): number => span.x + (width * offset) / span.text.length;
  const part = (start: number, end: number, url: string | null): Span => ({
    ...span,
    text: span.text.slice(start, end),
    x: at(start),
    right: at(end),
    url,
  });
  const others = links.filter((other) => other !== link);
  return [
    ...(from > 0 ? linked(part(0, from, null), others) : []),
    part(from, to, link.url),
    ...(to < span.text.length ? linked(part(to, span.text.length, null), others) : []),
  ];
}

/** The beginning or end of a word that stands nearest to an offset of a text. */
function wordEdge(text: string, offset: number): number {
  const edges = [0, text.length];
  for (const { index, 0: gap } of text.matchAll(/\s+/g)) edges.push(index, index + gap.length);
  return edges.reduce((best, edge) =>
    Math.abs(edge - offset) < Math.abs(best - offset) ? edge : best,
  );
}
