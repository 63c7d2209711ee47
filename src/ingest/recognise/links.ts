import type { PhrasingContent } from 'mdast';
import type { Block } from '../blocks/block.ts';
import { evidence, type Finding } from './finding.ts';

const URL_IN_TEXT = /https?:\/\/[^\s<>)\]«»"]+/g;
const EMAIL_IN_TEXT = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Links and e-mail addresses of a document, in order, each once. */
export function readLinks(blocks: readonly Block[]): {
  links: Finding<string>[];
  emails: Finding<string>[];
} {
  const links = new Map<string, Finding<string>>();
  const emails = new Map<string, Finding<string>>();
  const add = (to: Map<string, Finding<string>>, value: string, block: Block): void => {
    const at = Math.max(0, block.text.indexOf(value));
    if (!to.has(value)) to.set(value, { value, ...evidence(block, at) });
  };
  for (const block of blocks) {
    for (const url of urlsOf(block)) add(links, url, block);
    for (const target of targetsOf(block.children)) {
      if (target.startsWith('mailto:'))
        add(emails, decodeURI(target.slice(7)).replace(/\?.*$/, ''), block);
    }
    if (!block.text.includes('@')) continue;
    for (const [email] of block.text.replace(URL_IN_TEXT, ' ').matchAll(EMAIL_IN_TEXT))
      add(emails, email, block);
  }
  return { links: [...links.values()], emails: [...emails.values()] };
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
