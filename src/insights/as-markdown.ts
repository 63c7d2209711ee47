import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { attribute, type Component, isComponent, parseMdx } from '../minutes/mdast.ts';
import { redactionNote } from '../minutes/redacted.ts';

const writer = remark()
  .use({ settings: { bullet: '-', rule: '-', resourceLink: false } })
  .use(remarkGfm, { tablePipeAlign: false });

/**
 * The body of a CR as plain Markdown, for any other program: our components are taken off, their text
 * stays where it was; a secret that was removed is said to be. `address` gives that of a picture.
 */
export function asMarkdown(body: string, address: (picture: string) => string): string {
  const tree = parseMdx(body);
  unwrap(tree, address);
  return writer.stringify(tree);
}

function unwrap(parent: Nodes, address: (picture: string) => string): void {
  if (!('children' in parent)) return;
  const children = parent.children as Nodes[];
  for (const child of children) unwrap(child, address);
  const replaced = children.flatMap((child) =>
    isComponent(child) ? contentOf(child, address) : [child],
  );
  (parent as { children: Nodes[] }).children = replaced;
}

/** What a component leaves; a block where it was a block. */
function contentOf(node: Component, address: (picture: string) => string): Nodes[] {
  const text = (name: string): string => String(attribute(node, name) ?? '');
  const inline: Nodes[] =
    node.name === 'Redacted'
      ? [{ type: 'emphasis', children: [{ type: 'text', value: redactionNote(text('kind')) }] }]
      : node.name === 'Picture'
        ? [{ type: 'image', url: address(text('file')), alt: text('alt') }]
        : node.children;
  const isBlock = node.type === 'mdxJsxFlowElement';
  if (!isBlock || !inline.some(isPhrasing)) return inline;
  return [{ type: 'paragraph', children: inline } as Nodes];
}

const PHRASING = new Set([
  'text',
  'image',
  'strong',
  'emphasis',
  'delete',
  'link',
  'break',
  'inlineCode',
]);
const isPhrasing = ({ type }: Nodes): boolean => PHRASING.has(type);

/** The name under which a CR is kept: `cr-50.md`, `cr-2025-05-19.md`. */
export function markdownName(route: string): string {
  return `cr-${route}.md`;
}
