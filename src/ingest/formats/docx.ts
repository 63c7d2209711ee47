import { strToU8, zipSync } from 'fflate';
import type { Element, Root as HastRoot } from 'hast';
import type { Nodes } from 'mdast';
import { cleanPart, hiddenStyles, needsCleaning } from './docx-clean.ts';
import { readNumberings, takeNumbers } from './docx-numbers.ts';
import { marginTexts, mainPart } from './docx-package.ts';
import { fromHast } from './from-hast.ts';
import { plainHtml, textOf } from './html-clean.ts';
import { appendix, numbered, paragraphOf, textNode } from './nodes.ts';
import { notesFor } from './notes.ts';
import { openPackage, packagePictures, partText } from './package.ts';
import { parseHtml } from './parse-html.ts';
import { refuseDamaged, refuseMisnamed } from './refusals.ts';
import { PICTURE, type SourceDocument, type SourceFile } from './source.ts';

/** Parts that hold text, and what mammoth needs to read them. Pictures are not inflated. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/[^/]*\.xml|word\/_rels\/.*)$/;
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titre'] => h1:fresh",
  'p.Titre => h1:fresh',
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Sous-titre'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='Titre ${level}'] => h${level}:fresh`,
    `p.Titre${level} => h${level}:fresh`,
    `p.Heading${level} => h${level}:fresh`,
  ]),
];

/**
 * Reads a Word file: tracked changes as accepted, hidden text and comments left out, notes after the
 * body, and words that only its headers and footers say at the very end. Macros are not looked at.
 * @throws {ImportError} for a file that is protected, damaged, bloated or no Word file.
 */
export async function readDocx(file: SourceFile): Promise<SourceDocument> {
  const all: string[] = [];
  const parts = openPackage(file, 'Word (.docx)', (path) => {
    all.push(path);
    return WANTED.test(path);
  });
  const main = mainPart(parts, file.name);
  if (!parts.has(main)) throw refuseMisnamed(file.name, 'Word (.docx)');
  const { hidden, formulas } = clean(parts, main, file.name);
  // Tabs stand between columns; HTML would take them for spaces.
  const drawn = placeholders(parts, all);
  const styles = stylesIn(parts);
  const tree = await parseHtml((await toHtml(parts, styles, file.name)).replaceAll('\t', TAB));
  const margins = marginTexts(parts, file.name, textOf(tree));
  takeNumbers(tree);
  const notesAt = takeNoteMarks(tree);
  plainHtml(tree);
  const root = await fromHast(tree);
  restoreTabs(root);
  if (notesAt) {
    const last = root.children.pop();
    root.children.push(...appendix('Notes', last === undefined ? [] : [last]));
  }
  const outside = margins.map((line) => paragraphOf([textNode(line)]));
  const comments = partText(parts, 'word/comments.xml') ?? '';
  return {
    pictures: packagePictures(file, 'Word (.docx)', (path) => drawn.has(path)),
    root: numbered([...root.children, ...appendix('En-tête et pied de page', outside)]),
    notes: notesFor({
      hidden,
      formulas,
      comments: /<w:t[ >]/.test(comments),
      macros: all.some((path) => /vbaProject\.bin$/i.test(path)),
      embedded: all.some((path) => /^word\/(?:embeddings\/.|afchunk)/i.test(path)),
    }),
  };
}

/** Cleans the parts in place. */
function clean(
  parts: Map<string, Uint8Array>,
  main: string,
  name: string,
): { hidden: boolean; formulas: boolean } {
  const styles = hiddenStyles(partText(parts, 'word/styles.xml') ?? '', name);
  const numberings = readNumberings(partText(parts, 'word/numbering.xml'), name);
  const met = { hidden: false, formulas: false };
  for (const path of [main, 'word/footnotes.xml', 'word/endnotes.xml']) {
    const xml = partText(parts, path);
    if (xml === null || (!needsCleaning(xml) && styles.size === 0)) continue;
    const cleaned = cleanPart(xml, styles, numberings, name);
    met.hidden ||= cleaned.hidden;
    met.formulas ||= cleaned.formulas;
    parts.set(path, strToU8(cleaned.xml));
  }
  return met;
}

/**
 * Gives mammoth the path of each picture for its bytes: it says which are shown and where, and their
 * bytes are not copied about. Returns the paths.
 */
function placeholders(parts: Map<string, Uint8Array>, all: readonly string[]): Set<string> {
  const drawn = new Set(all.filter((path) => /^word\/media\/[^/]+$/.test(path)));
  for (const path of drawn) parts.set(path, strToU8(path));
  return drawn;
}

const TAB = '\ue009';

function restoreTabs(node: Nodes): void {
  if (node.type === 'text') node.value = node.value.replaceAll(TAB, '\t');
  else if ('children' in node) node.children.forEach(restoreTabs);
}

/** The rules of our style map that a document may need: mammoth parses each anew for each file. */
function stylesIn(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const read = [...parts.keys()].map((path) =>
    path.endsWith('.xml') ? partText(parts, path) : '',
  );
  const xml = read.join('\n').toLowerCase();
  const named = STYLES.filter((rule) => {
    const style = /'(.+)'|p\.(\w+)/.exec(rule);
    return xml.includes((style?.[1] ?? style?.[2] ?? '').toLowerCase());
  });
  return ['u => u', ...(xml.includes('&#') ? STYLES : named)];
}

async function toHtml(
  parts: ReadonlyMap<string, Uint8Array>,
  styleMap: readonly string[],
  name: string,
): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const bytes = zipSync(Object.fromEntries(parts), { level: 0 });
  // Node's mammoth reads `buffer`, the browser's `arrayBuffer`.
  const input = { buffer: bytes as Buffer, arrayBuffer: bytes.buffer };
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: [...styleMap],
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: PICTURE + new TextDecoder().decode(await image.readAsArrayBuffer()),
      })),
    });
    return value;
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
}

const idOf = (node: Element): string => {
  const { id, href } = node.properties;
  return [id, href].filter((value) => typeof value === 'string').join(' ');
};

/** Takes mammoth's marks of notes out of the text; returns whether its last block lists the notes. */
function takeNoteMarks(tree: HastRoot): boolean {
  let any = false;
  const visit = (node: HastRoot | Element): void => {
    node.children = node.children.filter((child) => child.type !== 'element' || !isMark(child));
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'li' && /^(?:footnote|endnote)-\d/.test(idOf(child))) any = true;
      visit(child);
    }
  };
  visit(tree);
  return any;
}

const isMark = (element: Element): boolean =>
  (element.tagName === 'a' && /(?:^|[ #])(?:footnote|endnote)-(?:ref-)?\d/.test(idOf(element))) ||
  (element.tagName === 'sup' &&
    element.children.length === 1 &&
    element.children[0]?.type === 'element' &&
    isMark(element.children[0]));
