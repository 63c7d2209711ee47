import type { PhrasingContent } from 'mdast';
import type { Block } from '../blocks/block.ts';
import { phrasingText } from '../blocks/phrasing.ts';
import { urlsOf } from './links.ts';

/** The web addresses of a block with the offset of their words in its text. */
export function urlSpans(block: Block): { url: string; start: number }[] {
  const behind = new Map<string, number>();
  const visit = (children: readonly PhrasingContent[], from: number): void => {
    let at = from;
    for (const child of children) {
      if (child.type === 'link' && !behind.has(child.url)) behind.set(child.url, at);
      if ('children' in child) visit(child.children, at);
      at += phrasingText([child]).length;
    }
  };
  visit(block.children, 0);
  return urlsOf(block)
    .map((url) => ({ url, start: behind.get(url) ?? Math.max(block.text.indexOf(url), 0) }))
    .sort((a, b) => a.start - b.start);
}
