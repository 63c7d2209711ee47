import type { Nodes, Root } from 'hast';
import { typeset } from './typeset.ts';

/** What is shown as typed. */
const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style']);

/** rehype plugin: sets the French prose of a document, code and the like aside. */
export function rehypeTypeset(): (tree: Root) => void {
  return (tree) => {
    visit(tree);
  };
}

function visit(node: Nodes): void {
  if (node.type === 'text') node.value = typeset(node.value);
  else if (node.type === 'element' && VERBATIM.has(node.tagName)) return;
  else if ('children' in node) node.children.forEach(visit);
}
