import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { rehypeTypeset } from './rehype-typeset.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const setTree = rehypeTypeset();

/** Sets the French prose of a piece of HTML; its elements stay as they are. */
export function typesetHtml(html: string): string {
  const tree = parser.parse(html);
  setTree(tree);
  return toHtml(tree);
}
