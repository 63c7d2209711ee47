import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { jpegsOf } from './pdf-jpegs.ts';
import { linked, linksOf, type PdfLink } from './pdf-links.ts';
import type { Span } from './pdf-lines.ts';
import { type PagePicture, PdfPictures } from './pdf-pictures.ts';
import { type Drawing, drawingOf, type Rule } from './pdf-rules.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** What a page of a PDF shows, lengths in points, the page turned as its reader sees it. */
export interface PdfPage {
  spans: Span[];
  rules: Rule[];
  /** The pictures painted on it. */
  pictures: PagePicture[];
}

/** Text that runs in another direction than the page's is put this far below its foot. */
const TURNED = -10_000;

/** The pages of a PDF, and its pictures by their keys. */
export interface PdfContent {
  pages: PdfPage[];
  pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * The runs of text, the ruled lines and the pictures of each page of a PDF; the look of a run is told by its
 * font's name. Throws what pdf.js throws: a `PasswordException` for a protected file.
 */
export async function readPages(bytes: Uint8Array): Promise<PdfContent> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // pdf.js takes the bytes away from their owner, and refuses Node's Buffer.
  // Browsers would keep pictures to themselves, as bitmaps.
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  const pictures = new PdfPictures(jpegsOf(bytes));
  const pages: PdfPage[] = [];
  const links = await linksOf(document);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, OPS, links.get(number - 1) ?? [], pictures));
    page.cleanup();
  }
  return { pages, pictures: pictures.found };
}

async function readPage(
  page: Page,
  ops: Readonly<Record<string, number>>,
  links: readonly PdfLink[],
  pictures: PdfPictures,
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
  const { rules, dots, pictures: painted } = drawingOf(operators, ops);
  const [left = 0, low = 0, right = 0, high = 0] = page.view;
  const area = (right - left) * (high - low);
  // What is drawn on a turned page is not needed often enough to turn it, too.
  const upright = turn === 0;
  return {
    spans: upright ? [...spans, ...bullets(dots, spans)] : spans,
    rules: upright ? rules : [],
    pictures: await pictures.of(painted, area, (name) => objectOf(page, name)),
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

interface Objects {
  has: (id: string) => boolean;
  get: (id: string, found?: (object: unknown) => void) => unknown;
}

/** Longest that pdf.js may take to decode a picture, in milliseconds. */
const PATIENCE = 10_000;

/** What pdf.js keeps under a name, once it has it; those of pictures on several pages begin with "g_". */
async function objectOf(page: Page, name: string): Promise<unknown> {
  const objects = (name.startsWith('g_') ? page.commonObjs : page.objs) as Objects;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  const object = new Promise((resolve) => {
    objects.get(name, resolve);
  });
  return Promise.race([object, late]).finally(() => {
    clearTimeout(timer);
  });
}

function fontName(page: Page, id: string): string {
  const fonts = page.commonObjs as Objects;
  const font = fonts.has(id) ? (fonts.get(id) as { name?: unknown } | null) : null;
  return typeof font?.name === 'string' ? font.name : '';
}
