import { ImportError } from '../errors.ts';
import { vocabularyOf } from './hyphens.ts';
import { appendix, numbered, paragraphOf, textNode } from './nodes.ts';
import { type Print, toBlocks } from './pdf-blocks.ts';
import { layOut, type PageItem } from './pdf-layout.ts';
import { type Line, toLines } from './pdf-lines.ts';
import { measure } from './pdf-paragraphs.ts';
import { withPictures } from './pdf-picture-places.ts';
import { dropRunningPictures } from './pdf-pictures.ts';
import { dropRunning } from './pdf-running.ts';
import { type PdfContent, type PdfPage, readPages } from './pdf-spans.ts';
import { refuseDamaged, refuseMisnamed, refuseProtected } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/**
 * Reads a PDF: lines, paragraphs, columns and tables rebuilt from where the text stands; running
 * headers, footers, logos and page numbers left out, what only they say kept at the end; words that a
 * line's end cut rejoined.
 * @throws {ImportError} for a file that is protected, damaged, no PDF, or only pictures of pages.
 */
export async function readPdf(file: SourceFile): Promise<SourceDocument> {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 1024));
  if (!start.includes('%PDF-')) throw refuseMisnamed(file.name, 'PDF');
  const { pages, pictures } = await contentOf(file);
  const read = pages.map(({ spans }, index) => toLines(spans, index + 1));
  const { pages: kept, running, dropped } = dropRunning(read);
  const lines = kept.flat();
  if (lines.length === 0 && running.length === 0) {
    throw new ImportError(
      `« ${file.name} » ne contient que des images de pages, aucun texte.`,
      'Importez le fichier Word d’origine, ou passez le PDF par un logiciel de reconnaissance de texte.',
    );
  }
  const shown = dropRunningPictures(pages.map((page) => page.pictures));
  const items: PageItem[] = [];
  kept.forEach((page, index) => {
    const laidOut = layOut(page, pages[index]?.rules ?? [], items.at(-1)?.table?.gaps);
    items.push(...withPictures(laidOut, shown.pages[index] ?? []));
  });
  const outside = running.map((text) => paragraphOf([textNode(text)]));
  return {
    root: numbered([
      ...toBlocks(items, printOf(items)),
      ...appendix('En-tête et pied de page', outside),
    ]),
    notes: [
      ...pictureNotes(pages, read, shown.dropped),
      ...runningNotes(dropped, running.length > 0),
    ],
    pictures,
  };
}

async function contentOf(file: SourceFile): Promise<PdfContent> {
  try {
    return await readPages(file.bytes);
  } catch (cause) {
    throw (cause as Error).name === 'PasswordException'
      ? refuseProtected(file.name)
      : refuseDamaged(file.name, cause);
  }
}

function printOf(items: readonly PageItem[]): Print {
  const lines = items.flatMap((item) =>
    item.line === null ? (item.table?.rows.flat(2) ?? []) : [item.line],
  );
  const measures = measure(lines);
  return {
    measures,
    vocabulary: vocabularyOf(lines.map((line) => line.text)),
    sizes: [...new Set(lines.map((line) => Math.round(line.size)))]
      .filter((size) => size > measures.size * 1.12)
      .sort((a, b) => b - a),
  };
}

/** Says how many lines were left out; their words may be secrets, and are said in the text alone. */
function runningNotes(dropped: number, isSaid: boolean): string[] {
  if (dropped === 0) return [];
  const lines = dropped === 1 ? 'Une ligne' : `${String(dropped)} lignes`;
  return [
    `${lines} d’en-tête, de pied de page ou de numéro de page ${dropped === 1 ? 'a été laissée' : 'ont été laissées'} de côté${isSaid ? ' ; ce qu’elles seules disaient est repris une fois à la fin du texte' : ''}.`,
  ];
}

function pictureNotes(
  pages: readonly PdfPage[],
  lines: readonly (readonly Line[])[],
  running: number,
): string[] {
  const isScan = (page: PdfPage, index: number): boolean =>
    page.pictures.length > 0 && lines[index]?.length === 0;
  const scanned = pages.flatMap((page, index) => (isScan(page, index) ? [String(index + 1)] : []));
  const grounds = pages.filter(
    (page, index) => !isScan(page, index) && page.pictures.some(({ url }) => url === null),
  ).length;
  const left = running + grounds;
  return [
    ...(scanned.length === 0
      ? []
      : [
          `La page ${scanned.join(', ')} du PDF n’est qu’une image : son texte n’a pas pu être lu.`,
        ]),
    ...(left === 0
      ? []
      : [
          `${left === 1 ? 'Image laissée' : 'Images laissées'} de côté : ${String(left)} qui revient de page en page ou couvre la page (logo, bandeau, fond).`,
        ]),
  ];
}
