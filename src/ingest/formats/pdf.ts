import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { ImportError } from '../errors.ts';
import { joinLines, vocabularyOf } from './hyphens.ts';
import { numbered, paragraphOf, textNode } from './nodes.ts';
import { dropRunning, type Line, type Span, toLines } from './pdf-lines.ts';
import { measure, type TextGroup, toGroups } from './pdf-paragraphs.ts';
import { readSpans } from './pdf-spans.ts';
import { refuseDamaged, refuseMisnamed, refuseProtected } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';

/**
 * Reads a PDF: lines and paragraphs rebuilt from where the text stands; running headers, footers and
 * page numbers left out; words that a line's end cut rejoined.
 * @throws {ImportError} for a file that is protected, damaged, no PDF, or only pictures of pages.
 */
export async function readPdf(file: SourceFile): Promise<SourceDocument> {
  const start = new TextDecoder('latin1').decode(file.bytes.subarray(0, 1024));
  if (!start.includes('%PDF-')) throw refuseMisnamed(file.name, 'PDF');
  const pages = dropRunning((await spansOf(file)).map((spans, index) => toLines(spans, index + 1)));
  const lines = pages.flat();
  if (lines.length === 0) {
    throw new ImportError(
      `« ${file.name} » ne contient que des images de pages, aucun texte.`,
      'Importez le fichier Word d’origine, ou passez le PDF par un logiciel de reconnaissance de texte.',
    );
  }
  return { root: numbered(toBlocks(lines)), notes: [] };
}

async function spansOf(file: SourceFile): Promise<Span[][]> {
  try {
    return await readSpans(file.bytes);
  } catch (cause) {
    throw (cause as Error).name === 'PasswordException'
      ? refuseProtected(file.name)
      : refuseDamaged(file.name, cause);
  }
}

function toBlocks(lines: readonly Line[]): RootContent[] {
  const measures = measure(lines);
  const groups = toGroups(lines, measures);
  const vocabulary = vocabularyOf(lines.map((line) => line.text));
  const sizes = [...new Set(lines.map((line) => Math.round(line.size)))]
    .filter((size) => size > measures.size * 1.12)
    .sort((a, b) => b - a);
  const blocks: RootContent[] = [];
  for (const group of groups) {
    const children = contentOf(group, vocabulary);
    const rank = sizes.indexOf(Math.round(group.lines[0]?.size ?? 0));
    const last = blocks.at(-1);
    if (group.bullet > 0) {
      const item: ListItem = { type: 'listItem', spread: false, children: [paragraphOf(children)] };
      if (last?.type === 'list' && last.ordered === group.ordered) last.children.push(item);
      else blocks.push({ type: 'list', ordered: group.ordered, spread: false, children: [item] });
    } else if (rank >= 0 && group.lines.length <= 3) {
      const depth = Math.min(rank + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
      blocks.push({ type: 'heading', depth, children });
    } else blocks.push(paragraphOf(children));
  }
  return blocks;
}

/** A group's text in runs of one look, its bullet left out, its lines joined. */
function contentOf(group: TextGroup, vocabulary: ReadonlySet<string>): PhrasingContent[] {
  const runs: Span[] = [];
  let skip = group.bullet;
  group.lines.forEach((line, index) => {
    line.spans.forEach((span, nth) => {
      let text = span.text.slice(Math.min(skip, span.text.length));
      skip = Math.max(0, skip - span.text.length);
      const before = runs.at(-1);
      if (index > 0 && nth === 0 && before !== undefined) {
        // Only the two ends that meet decide on a hyphen; each stays in its own run.
        const joined = joinLines(before.text, line.text, vocabulary);
        const rest = line.text.trimStart();
        before.text = joined.slice(0, joined.length - rest.length);
        text = text.trimStart();
      }
      if (text !== '') runs.push({ ...span, text });
    });
  });
  return runs.map((run) => marked(run));
}

function marked(run: Span): PhrasingContent {
  let node: PhrasingContent = textNode(run.text);
  if (run.url !== null) node = { type: 'link', url: run.url, children: [node] };
  if (run.italic) node = { type: 'emphasis', children: [node] };
  if (run.bold) node = { type: 'strong', children: [node] };
  return node;
}
