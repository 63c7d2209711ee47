import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const parser = remark().use(remarkGfm);

/**
 * Reads Markdown as people and converters write it (CommonMark, GFM tables). HTML in it becomes
 * visible text, as nothing of a CR may run; a reference link becomes an ordinary one.
 */
export function readMarkdown(text: string): Root {
  const tree: Root = parser.parse(text.replace(/^\ufeff/, ''));
  const targets = new Map<string, string>();
  collect(tree, targets);
  visit(tree, targets);
  return tree;
}

function collect(node: Nodes, targets: Map<string, string>): void {
  if (node.type === 'definition') targets.set(node.identifier, node.url);
  if ('children' in node) for (const child of node.children) collect(child, targets);
}

function visit(node: Nodes, targets: ReadonlyMap<string, string>): void {
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  children.forEach((child, index) => {
    if (child.type === 'html') {
      const visible: Nodes = { type: 'text', value: child.value };
      if (child.position !== undefined) visible.position = child.position;
      const inFlow = node.type !== 'paragraph' && node.type !== 'heading' && !('value' in node);
      const phrasing = ['strong', 'emphasis', 'link', 'delete', 'tableCell'].includes(node.type);
      if (inFlow && !phrasing) {
        const block: Nodes = { type: 'paragraph', children: [visible] };
        if (child.position !== undefined) block.position = child.position;
        children[index] = block;
      } else children[index] = visible;
    } else if (child.type === 'linkReference') {
      const url = targets.get(child.identifier);
      if (url !== undefined) {
        const link: Nodes = { type: 'link', url, children: child.children };
        if (child.position !== undefined) link.position = child.position;
        children[index] = link;
      }
      visit(child, targets);
    } else visit(child, targets);
  });
}
