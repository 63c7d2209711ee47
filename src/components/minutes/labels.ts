import type { Nodes } from 'mdast';
import { type Component, isComponent, plainText } from '../../minutes/mdast.ts';

/**
 * Takes the first `<Label>` out of a node, with the punctuation that joined it to the text.
 * Returns what it said, without that punctuation; '' where there is none.
 */
export function takeLabel(node: Component): string {
  const path = pathTo(node, []);
  const label = path?.at(-1);
  if (path === null || label === undefined) return '';
  const said = plainText(label)
    .replace(/[\s\p{P}]+$/u, '')
    .trim();
  let child: Nodes = label;
  for (const parent of path.slice(0, -1).reverse()) {
    if (!('children' in parent)) break;
    const siblings = parent.children as Nodes[];
    const index = siblings.indexOf(child);
    const following = siblings[index + 1];
    if (following?.type === 'text') {
      following.value = following.value.replace(/^[\s\u00a0\u202f:?,–—-]+/, '');
    }
    const isEmpty = child === label || ('children' in child && child.children.length === 0);
    if (isEmpty) siblings.splice(index, 1);
    child = parent;
  }
  return said;
}

/** Whether a node's first label says only that what follows is a question or an answer: `Q :`. */
export function isBareLabel(node: Component): boolean {
  const label = pathTo(node, [])?.at(-1);
  return label !== undefined && /^(?:q|r|question|r[ée]ponse)[\s\d.:–—-]*$/i.test(plainText(label));
}

/** The nodes from `node` down to its first label, both included; `null` where it has none. */
function pathTo(node: Nodes, above: Nodes[]): Nodes[] | null {
  const path = [...above, node];
  if (isComponent(node, 'Label')) return path;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = pathTo(child, path);
    if (found !== null) return found;
  }
  return null;
}
