import type { Definition, Nodes, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import { DataPictures } from './data-pictures.ts';
import { listsFromHandBullets } from './hand-lists.ts';
import { interpretHtml } from './markdown-html.ts';
import { breakLines } from './markdown-lines.ts';
import { paragraphOf, textNode } from './nodes.ts';
import type { SourceDocument } from './source.ts';

function without(this: Processor, constructs: readonly string[]): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: constructs } });
}

/** Text indented by four spaces is text: a CR holds no code. */
const parser = remark().use(remarkGfm).use(without, ['codeIndented']);
/** Every line may head a table, which takes time to rule out; none does without a row of dashes such as `:-` or `-|-`. */
const tableless = remark().use(remarkGfm).use(without, ['codeIndented', 'table']);

/** Bullets of other programs, as Markdown's own. */
const FOREIGN_BULLET = /^([ \t]*)[•●▪◦‣∙–—][ \t]+(?=\S)/gmu;
const FRONTMATTER = /^---[ \t]*\n((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?=\n|$)/;

/**
 * Reads Markdown as people and converters write it (CommonMark, GFM tables). HTML of formatting is
 * read as such, other HTML becomes visible text, as nothing of a CR may run; a reference link becomes
 * an ordinary one, and what nothing refers to stays as words.
 */
export async function readMarkdown(source: string): Promise<SourceDocument> {
  const text = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(FOREIGN_BULLET, '$1- ');
  const { front, rest } = takeFrontmatter(text);
  const tree: Root = (/\||:-|-:/.test(rest) ? parser : tableless).parse(rest);
  tree.children.unshift(...front);
  const targets = new Map<string, Definition>();
  const used = new Set<string>();
  collect(tree, targets);
  resolve(tree, targets, used);
  tree.children = tree.children.flatMap((node) => withDefinitions(node, used));
  breakLines(tree, rest);
  await interpretHtml(tree);
  tree.children = listsFromHandBullets(tree.children);
  const pictures = new DataPictures();
  takePictures(tree, pictures);
  return { root: tree, notes: [], pictures: pictures.found };
}

function takePictures(node: Nodes, pictures: DataPictures): void {
  if (node.type === 'image') node.url = pictures.take(node.url) ?? node.url;
  else if ('children' in node) for (const child of node.children) takePictures(child, pictures);
}

/** Metadata above a text, a paragraph a line; the text keeps its line numbers. */
function takeFrontmatter(text: string): { front: RootContent[]; rest: string } {
  const match = FRONTMATTER.exec(text);
  const lines = (match?.[1] ?? '').split('\n');
  if (match === null || !lines.some((line) => /^[\w-]+[ \t]*:/.test(line)))
    return { front: [], rest: text };
  const front = lines.flatMap((line, index): RootContent[] => {
    if (line.trim() === '') return [];
    const end = { line: index + 2, column: line.length + 1 };
    const position = { start: { line: index + 2, column: 1 }, end };
    return [{ ...paragraphOf([textNode(line.trim())]), position }];
  });
  return { front, rest: '\n'.repeat(lines.length) + text.slice(match[0].length) };
}

function collect(node: Nodes, targets: Map<string, Definition>): void {
  if (node.type === 'definition' && !targets.has(node.identifier))
    targets.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collect(child, targets);
}

/** Makes reference links ordinary ones, and ticks of tasks text. */
function resolve(node: Nodes, targets: ReadonlyMap<string, Definition>, used: Set<string>): void {
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  children.forEach((child, index) => {
    if (child.type === 'linkReference') {
      const url = targets.get(child.identifier)?.url;
      used.add(child.identifier);
      if (url !== undefined) {
        const link: Nodes = { type: 'link', url, children: child.children };
        if (child.position !== undefined) link.position = child.position;
        children[index] = link;
      }
    } else if (child.type === 'imageReference') used.add(child.identifier);
    else if (child.type === 'listItem' && child.checked != null) {
      const first = child.children[0];
      const tick = textNode(child.checked ? '☑ ' : '☐ ');
      if (first?.type === 'paragraph') first.children.unshift(tick);
      child.checked = null;
    }
    resolve(child, targets, used);
  });
}

/** A definition that nothing refers to, as the words its author sees. */
function withDefinitions(node: RootContent, used: ReadonlySet<string>): RootContent[] {
  if (node.type !== 'definition') return [node];
  if (used.has(node.identifier)) return [];
  const words = [node.label ?? node.identifier, node.title ?? ''].filter((part) => part !== '');
  const paragraph = paragraphOf([
    textNode(`${words.join(' ')} : `),
    { type: 'link', url: node.url, children: [textNode(node.url)] },
  ]);
  return [node.position === undefined ? paragraph : { ...paragraph, position: node.position }];
}
