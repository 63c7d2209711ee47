import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { linked, linksOf, type PdfLink } from './pdf-links.ts';
import type { Span } from './pdf-lines.ts';
import { type Drawing, drawingOf, type Rule } from './pdf-rules.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** What a page of a PDF shows, lengths in points, the page turned as its reader sees it. */
export interface PdfPage {
  spans: Span[];
  rules: Rule[];
  /** How many pictures are painted on it. */
  pictures: number;
}

/** Text that runs in another direction than the page's is put this far below its foot. */
const TURNED = -10_000;

/**
 * The runs of text and the ruled lines of each page of a PDF; the look of a run is told by its
 * font's name. Throws what pdf.js throws: a `PasswordException` for a protected file.
 */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // pdf.js takes the bytes away from their owner, and refuses Node's Buffer.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: PdfPage[] = [];
  const links = await linksOf(document);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, OPS, links.get(number - 1) ?? []));
    page.cleanup();
  }
  return pages;
}

async function readPage(
  page: Page,
  ops: Readonly<Record<string, number>>,
  links: readonly PdfLink[],
): Promise<PdfPage> {
  const content = await page.getTextContent();
  // Fonts are known once the page's operators were read.
  const operators = await page.getOperatorList();
  const turn = ((page.rotate % 360) + 360) % 360;
  const spans = content.items.flatMap((item): Span[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(a, b);
    const font = fontName(page, item.fontName);
    const span: Span = {
      text: item.str,
      x,
      right: x + item.width,
      y,
      size,
      bold: /bold|black|heavy|semibold|demi/i.test(font),
      italic: /italic|oblique/i.test(font),
      url: null,
    };
    const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI);
    const direction = (((angle - turn) % 360) + 360) % 360;
    if (direction === 0 && turn === 0) return linked(span, links);
    return [turned(span, direction === 0 ? turn : angle, direction === 0 ? 0 : TURNED)];
  });
  const painted = [ops['paintImageXObject'], ops['paintInlineImageXObject']];
  const { rules, dots } = drawingOf(operators, ops);
  // What is drawn on a turned page is not needed often enough to turn it, too.
  const upright = turn === 0;
  return {
    spans: upright ? [...spans, ...bullets(dots, spans)] : spans,
    rules: upright ? rules : [],
    pictures: operators.fnArray.filter((operator) => painted.includes(operator)).length,
  };
}

/** Dots drawn just before a line's text, as the bullets they are. */
function bullets(dots: Drawing['dots'], spans: readonly Span[]): Span[] {
  return dots.flatMap((dot): Span[] => {
    const beside = spans.find(
      ({ text, x, y, size }) =>
        text.trim() !== '' &&
        x > dot.x &&
        x - dot.x < size * 5 &&
        dot.size < size * 0.7 &&
        dot.y > y &&
        dot.y < y + size * 0.7,
    );
    if (beside === undefined) return [];
    return [{ ...beside, text: '•', x: dot.x, right: dot.x + dot.size, bold: false, url: null }];
  });
}

/** A span as it stands once its page is turned so that it runs from left to right. */
function turned(span: Span, degrees: number, shift: number): Span {
  const radians = (-degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  const x = span.x * cos - span.y * sin;
  const y = span.x * sin + span.y * cos + shift;
  return { ...span, x, right: x + (span.right - span.x), y };
}

function fontName(page: Page, id: string): string {
  const fonts = page.commonObjs as { has: (id: string) => boolean; get: (id: string) => unknown };
  const font = fonts.has(id) ? (fonts.get(id) as { name?: unknown } | null) : null;
  return typeof font?.name === 'string' ? font.name : '';
}
