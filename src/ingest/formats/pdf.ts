import { ImportError } from '../errors.ts';
import { vocabularyOf } from './hyphens.ts';
import { appendix, numbered, paragraphOf, textNode } from './nodes.ts';
import { notesFor } from './notes.ts';
import { type Print, toBlocks } from './pdf-blocks.ts';
import { layOut, type PageItem } from './pdf-layout.ts';
import { type Line, toLines } from './pdf-lines.ts';
import { measure } from './pdf-paragraphs.ts';
import { dropRunning } from './pdf-running.ts';
import { type PdfPage, readPages } from './pdf-spans.ts';
import { refuseDamaged, refuseMisnamed, refuseProtected } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/**
 * Reads a PDF: lines, paragraphs, columns and tables rebuilt from where the text stands; running
 * headers, footers and page numbers left out, what only they say kept at the end; words that a
 * line's end cut rejoined.
 * @throws {ImportError} for a file that is protected, damaged, no PDF, or only pictures of pages.
 */
export async function readPdf(file: SourceFile): Promise<SourceDocument> {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 1024));
  if (!start.includes('%PDF-')) throw refuseMisnamed(file.name, 'PDF');
  const pages = await pagesOf(file);
  const read = pages.map(({ spans }, index) => toLines(spans, index + 1));
  const { pages: kept, running, dropped } = dropRunning(read);
  const lines = kept.flat();
  if (lines.length === 0 && running.length === 0) {
    throw new ImportError(
      `« ${file.name} » ne contient que des images de pages, aucun texte.`,
      'Importez le fichier Word d’origine, ou passez le PDF par un logiciel de reconnaissance de texte.',
    );
  }
  const items: PageItem[] = [];
  kept.forEach((page, index) => {
    items.push(...layOut(page, pages[index]?.rules ?? [], items.at(-1)?.table?.gaps));
  });
  const outside = running.map((text) => paragraphOf([textNode(text)]));
  return {
    root: numbered([
      ...toBlocks(items, printOf(items)),
      ...appendix('En-tête et pied de page', outside),
    ]),
    notes: [...notesOf(pages, read), ...runningNotes(dropped, running.length > 0)],
  };
}

async function pagesOf(file: SourceFile): Promise<PdfPage[]> {
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
    item.table === null ? [item.line] : item.table.rows.flat(2),
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

function notesOf(pages: readonly PdfPage[], lines: readonly (readonly Line[])[]): string[] {
  const scanned = pages.flatMap((page, index) =>
    page.pictures > 0 && lines[index]?.length === 0 ? [String(index + 1)] : [],
  );
  const others = pages.some((page, index) => page.pictures > 0 && lines[index]?.length !== 0);
  const notes = notesFor({ pictures: others });
  return scanned.length === 0
    ? notes
    : [
        ...notes,
        `La page ${scanned.join(', ')} du PDF n’est qu’une image : son texte n’a pas pu être lu.`,
      ];
}
