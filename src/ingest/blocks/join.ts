import type { Block } from './block.ts';
import { makeBlock } from './flatten.ts';

/** A line this long was not ended by its author: it filled the width of a page. */
const FULL_LINE = 80;

/**
 * Joins paragraphs that a page break cut in two ("comme d'habitude, et" / "pour la suite…"): a long
 * line that no punctuation closes, then a paragraph that begins in lower case.
 */
export function joinSplitParagraphs(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last !== undefined && isCut(last, block)) {
      joined[joined.length - 1] = makeBlock(
        [...last.children, { type: 'text', value: ' ' }, ...block.children],
        last,
      );
    } else joined.push(block);
  }
  return joined;
}

function isCut(before: Block, after: Block): boolean {
  return (
    before.kind === 'paragraph' &&
    after.kind === 'paragraph' &&
    !after.joined &&
    before.text.length >= FULL_LINE &&
    /[\p{L}\p{N},]$/u.test(before.text) &&
    /^\p{Ll}/u.test(after.text) &&
    !/\S@\S|https?:|mot de passe/i.test(before.text)
  );
}
