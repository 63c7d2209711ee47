import type { Nodes, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { oneLine } from './text.ts';

export type Component = MdxJsxFlowElement | MdxJsxTextElement;

const parser = remark().use(remarkGfm).use(remarkMdx);

/** Parses an MDX body to mdast, positions relative to the body. Throws what the MDX parser throws. */
export function parseMdx(body: string): Root {
  return parser.parse(body);
}

/** Whether a node is one of our components, or one of them in particular. */
export function isComponent(node: Nodes, name?: string): node is Component {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  return name === undefined || node.name === name;
}

/** Text of a node, components named in `without` left out; line breaks become spaces. */
export function plainText(node: Nodes, without: readonly string[] = []): string {
  return oneLine(rawText(node, without));
}

function rawText(node: Nodes, without: readonly string[]): string {
  if (node.type === 'break') return ' ';
  if (isComponent(node) && without.includes(node.name ?? '')) return '';
  if ('children' in node) return node.children.map((child) => rawText(child, without)).join('');
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return '';
}

const PARAGRAPHS = new Set(['paragraph', 'heading', 'tableRow', 'code']);

/** Text of a block, its paragraphs, list items and table rows parted by line feeds. */
export function blockText(node: Nodes, without: readonly string[] = []): string {
  const lines: string[] = [];
  const visit = (inner: Nodes): void => {
    if (isComponent(inner) && without.includes(inner.name ?? '')) return;
    if (PARAGRAPHS.has(inner.type) || inner.type === 'mdxJsxTextElement') {
      const line = plainText(inner, without);
      if (line !== '') lines.push(line);
    } else if ('children' in inner) inner.children.forEach(visit);
  };
  visit(node);
  return lines.join('\n');
}

/** Value of a component's attribute: text, a number, or `null` where it is absent. */
export function attribute(node: Component, name: string): string | number | null {
  for (const item of node.attributes) {
    if (item.type !== 'mdxJsxAttribute' || item.name !== name) continue;
    if (typeof item.value === 'string') return item.value;
    if (item.value != null && /^-?\d+(?:\.\d+)?$/.test(item.value.value.trim())) {
      return Number(item.value.value);
    }
  }
  return null;
}

/** Every node of a tree, parents first, in document order. */
export function* walk(node: Root | RootContent): Generator<Root | RootContent> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}
