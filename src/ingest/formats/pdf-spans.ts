import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Span } from './pdf-lines.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/**
 * The runs of text of each page of a PDF, in points, with the look their font's name tells.
 * Throws what pdf.js throws: a `PasswordException` for a protected file.
 */
export async function readSpans(bytes: Uint8Array): Promise<Span[][]> {
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the bytes away from their owner, and refuses Node's Buffer.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: Span[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await spansOfPage(page));
    page.cleanup();
  }
  return pages;
}

interface Link {
  url: string;
  rect: readonly number[];
}

async function spansOfPage(page: Page): Promise<Span[]> {
  const content = await page.getTextContent();
  // Fonts are known once the page's operators were read.
  await page.getOperatorList();
  const links = ((await page.getAnnotations()) as Partial<Link>[]).filter(
    (note): note is Link => typeof note.url === 'string' && Array.isArray(note.rect),
  );
  return content.items.flatMap((item): Span[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a, b, , , x, y] = item.transform as number[];
    const size = Math.hypot(a ?? 0, b ?? 0);
    const font = fontName(page, item.fontName);
    const left = x ?? 0;
    const baseline = y ?? 0;
    const link = links.find(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => {
      const covered = Math.min(left + item.width, x2) - Math.max(left, x1);
      return covered >= item.width * 0.7 && baseline + size / 3 >= y1 && baseline <= y2;
    });
    return [
      {
        text: item.str,
        x: left,
        right: left + item.width,
        y: baseline,
        size,
        bold: /bold|black|heavy|semibold|demi/i.test(font),
        italic: /italic|oblique/i.test(font),
        url: link === undefined || item.str.includes(link.url) ? null : link.url,
      },
    ];
  });
}

function fontName(page: Page, id: string): string {
  const fonts = page.commonObjs as { has: (id: string) => boolean; get: (id: string) => unknown };
  const font = fonts.has(id) ? (fonts.get(id) as { name?: unknown } | null) : null;
  return typeof font?.name === 'string' ? font.name : '';
}
