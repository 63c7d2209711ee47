import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isSafeAddress } from '../../minutes/components.ts';
import { fromHast } from './from-hast.ts';
import { parseHtml } from './parse-html.ts';
import { dropUnseen, plainHtml } from './html-clean.ts';
import { paragraphOf, textNode } from './nodes.ts';

const MARKS: Readonly<Record<string, 'strong' | 'emphasis' | 'plain'>> = {
  b: 'strong',
  strong: 'strong',
  u: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  ...Object.fromEntries(
    'sup sub span font small big mark s strike del ins abbr cite q kbd samp var center nobr a'
      .split(' ')
      .map((name) => [name, 'plain']),
  ),
};
const BLOCKS = new Set(
  'table caption colgroup col thead tbody tfoot tr td th p div ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr br blockquote section article details summary'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;

/**
 * Reads the HTML in a Markdown tree, in place: tags of formatting as what they mean, tables as
 * tables. All other HTML, scripts and comments with words in them included, becomes visible text.
 */
export async function interpretHtml(tree: Root): Promise<void> {
  await visit(tree);
}

async function visit(node: Nodes): Promise<void> {
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  if (children.some((child) => child.type === 'html')) {
    const isInline = children.some(isPhrasing) || ['tableCell', 'link'].includes(node.type);
    node.children = isInline
      ? inline(children as PhrasingContent[])
      : await blocks(children as RootContent[]);
  }
  for (const child of node.children) await visit(child);
}

const isPhrasing = (node: Nodes): boolean =>
  ['text', 'strong', 'emphasis', 'link', 'delete', 'break', 'inlineCode', 'image'].includes(
    node.type,
  );

async function blocks(children: readonly RootContent[]): Promise<RootContent[]> {
  const result: RootContent[] = [];
  for (const child of children) {
    if (child.type !== 'html') result.push(child);
    else if (isFormatting(child.value)) {
      const tree = await parseHtml(child.value);
      dropUnseen(tree);
      plainHtml(tree);
      for (const block of (await fromHast(tree)).children) result.push(placed(block, child));
    } else if (/[\p{L}\p{N}]/u.test(child.value))
      result.push(placed(paragraphOf([textNode(child.value)]), child));
  }
  return result;
}

/** Whether a piece of HTML holds nothing but tags of formatting, without scripts in their attributes. */
function isFormatting(html: string): boolean {
  if (/<!|<\?|\son\w+\s*=|javascript:|display\s*:\s*none|hidden/i.test(html)) return false;
  const rest = html.replace(TAG, (tag: string, _close: string, name: string) =>
    BLOCKS.has(name.toLowerCase()) || Object.hasOwn(MARKS, name.toLowerCase()) ? '' : tag,
  );
  return !/<[a-z/]/i.test(rest);
}

function placed(node: RootContent, at: Nodes): RootContent {
  const set = (inner: Nodes): void => {
    if (at.position !== undefined) inner.position = at.position;
    if ('children' in inner) inner.children.forEach(set);
  };
  set(node);
  return node;
}

interface Tag {
  name: string;
  isEnd: boolean;
  attributes: string;
}

function tagOf(node: PhrasingContent | undefined): Tag | null {
  if (node?.type !== 'html') return null;
  const match = /^<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>$/i.exec(node.value);
  if (match === null || /\son\w+\s*=/i.test(node.value)) return null;
  const [, slash, name = '', attributes = ''] = match;
  return { name: name.toLowerCase(), isEnd: slash === '/', attributes };
}

/** Phrasing with its tags carried out: those in pairs; one that stands alone stays visible. */
function inline(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined) continue;
    const tag = tagOf(child);
    if (child.type !== 'html') result.push(child);
    else if (tag?.name === 'br') result.push({ type: 'break' });
    else {
      const end = tag === null || tag.isEnd ? -1 : endOf(children, index, tag.name);
      if (tag !== null && end > 0 && Object.hasOwn(MARKS, tag.name)) {
        result.push(...marked(tag, inline(children.slice(index + 1, end))));
        index = end;
      } else if (!/^<!--[^\p{L}\p{N}]*-->$/u.test(child.value))
        result.push({ ...textNode(child.value), ...positionOf(child) });
    }
  }
  return result;
}

const positionOf = (node: Nodes): Pick<Nodes, 'position'> =>
  node.position === undefined ? {} : { position: node.position };

function endOf(children: readonly PhrasingContent[], start: number, name: string): number {
  let depth = 0;
  for (let index = start; index < children.length; index += 1) {
    const tag = tagOf(children[index]);
    if (tag?.name !== name) continue;
    depth += tag.isEnd ? -1 : 1;
    if (depth === 0) return index;
  }
  return -1;
}

function marked(tag: Tag, children: PhrasingContent[]): PhrasingContent[] {
  const kind = MARKS[tag.name];
  if (kind === 'strong' || kind === 'emphasis') return [{ type: kind, children }];
  const url = /\shref\s*=\s*["']([^"']*)["']/i.exec(tag.attributes)?.[1] ?? '';
  return tag.name === 'a' && isSafeAddress(url)
    ? [{ type: 'link', url, children: children }]
    : children;
}
