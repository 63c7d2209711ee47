import type { PhrasingContent } from 'mdast';
import type { Block } from '../blocks/block.ts';

const URL_IN_TEXT = /https?:\/\/[^\s<>)\]«»"]+/g;
const EMAIL_IN_TEXT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Links and e-mail addresses of a document, in order, each once. */
export function readLinks(blocks: readonly Block[]): { links: string[]; emails: string[] } {
  const links = new Set<string>();
  const emails = new Set<string>();
  for (const block of blocks) {
    for (const url of urlsOf(block)) links.add(url);
    for (const target of targetsOf(block.children)) {
      if (target.startsWith('mailto:')) emails.add(decodeURI(target.slice(7)).replace(/\?.*$/, ''));
    }
    for (const [email] of block.text.replace(URL_IN_TEXT, ' ').matchAll(EMAIL_IN_TEXT))
      emails.add(email);
  }
  return { links: [...links], emails: [...emails] };
}

/** The web addresses of one block, in words or behind them, sentence punctuation dropped. */
export function urlsOf(block: Block): string[] {
  const behind = targetsOf(block.children).filter((target) => /^https?:/.test(target));
  const written = [...block.text.matchAll(URL_IN_TEXT)].map(([url]) =>
    url.replace(/[.,;:!?]+$/, ''),
  );
  return [...new Set([...behind, ...written])];
}

function targetsOf(children: readonly PhrasingContent[]): string[] {
  return children.flatMap((child) => [
    ...(child.type === 'link' ? [child.url] : []),
    ...('children' in child ? targetsOf(child.children) : []),
  ]);
}
