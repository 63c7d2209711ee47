import { strToU8, zipSync } from 'fflate';
import type { Element, Root as HastRoot } from 'hast';
import { words } from '../../minutes/text.ts';
import { cleanPart, hiddenStyles, needsCleaning, partParagraphs } from './docx-package.ts';
import { fromHast } from './from-hast.ts';
import { parseHtml } from './html.ts';
import { plainHtml, textOf } from './html-clean.ts';
import { appendix, numbered, paragraphOf, textNode } from './nodes.ts';
import { openPackage, partText } from './package.ts';
import { refuseDamaged, refuseMisnamed } from './refusals.ts';
import type { SourceDocument, SourceFile } from './source.ts';

const BODY = 'word/document.xml';
/** Parts that hold text, and what mammoth needs to read them. Pictures are not inflated. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/[^/]*\.xml|word\/_rels\/.*)$/;
const STYLES = [
  'u => u',
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
 * Reads a Word file: tracked changes as accepted, hidden text left out, notes after the body, and
 * words that only its headers and footers say at the very end.
 * @throws {ImportError} for a file that is protected, damaged, bloated or no Word file.
 */
export async function readDocx(file: SourceFile): Promise<SourceDocument> {
  const parts = openPackage(file, 'Word (.docx)', (path) => WANTED.test(path));
  if (!parts.has(BODY)) throw refuseMisnamed(file.name, 'Word (.docx)');
  const hidden = clean(parts, file.name);
  const tree = await parseHtml(await toHtml(parts, file.name));
  const margins = marginTexts(parts, file.name, textOf(tree));
  const notesAt = takeNoteMarks(tree);
  plainHtml(tree);
  const root = await fromHast(tree);
  if (notesAt) {
    const last = root.children.pop();
    root.children.push(...appendix('Notes', last === undefined ? [] : [last]));
  }
  const outside = margins.map((line) => paragraphOf([textNode(line)]));
  const notes = hidden
    ? [
        'Le fichier contenait du texte masqué, que ses lecteurs ne voient pas : il a été laissé de côté.',
      ]
    : [];
  return {
    root: numbered([...root.children, ...appendix('En-tête et pied de page', outside)]),
    notes,
  };
}

/** Cleans the parts in place; returns whether text was hidden in them. */
function clean(parts: Map<string, Uint8Array>, name: string): boolean {
  const styles = hiddenStyles(partText(parts, 'word/styles.xml') ?? '', name);
  let hidden = false;
  for (const path of parts.keys()) {
    if (!/^word\/(?:document|footnotes|endnotes)\.xml$/.test(path)) continue;
    const xml = partText(parts, path) ?? '';
    if (!needsCleaning(xml) && styles.size === 0) continue;
    const cleaned = cleanPart(xml, styles, name);
    hidden ||= cleaned.hidden;
    parts.set(path, strToU8(cleaned.xml));
  }
  return hidden;
}

async function toHtml(parts: ReadonlyMap<string, Uint8Array>, name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const bytes = zipSync(Object.fromEntries(parts), { level: 0 });
  // Node's mammoth reads `buffer`, the browser's `arrayBuffer`.
  const input = { buffer: bytes as Buffer, arrayBuffer: bytes.buffer };
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return value;
  } catch (cause) {
    throw refuseDamaged(name, cause);
  }
}

/** Lines of headers and footers that say a word the body does not; each once. */
function marginTexts(parts: ReadonlyMap<string, Uint8Array>, name: string, body: string): string[] {
  const known = new Set(words(body));
  const found = new Set<string>();
  for (const path of [...parts.keys()].sort()) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(path)) continue;
    for (const line of partParagraphs(partText(parts, path) ?? '', name)) {
      const isNew = words(line).some((word) => /\p{L}{2}/u.test(word) && !known.has(word));
      if (isNew && !/^page\s*(?:\/|sur)?\s*$/i.test(line)) found.add(line);
    }
  }
  return [...found];
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
