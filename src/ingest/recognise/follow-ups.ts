import type { Block } from '../blocks/block.ts';
import { cutBlock } from '../blocks/flatten.ts';
import { sentences } from './finding.ts';
import { foldKeepingLength } from './fold.ts';
import type { Zone } from './outline.ts';

/**
 * Blocks of the questions' zones, cut before a question that follows up on question and answer in
 * one paragraph: « Peut-on… ? Oui. | Et si l'enfant a changé de nom ? Le numéro… ».
 */
export function partFollowUps(blocks: readonly Block[], zones: readonly Zone[]): Block[] {
  const asked = new Set(
    zones
      .filter(({ topic }) => topic === 'questions')
      .flatMap(({ from, to }) => blocks.slice(from, to)),
  );
  return blocks.flatMap((block) =>
    asked.has(block) && block.node === null ? part(block) : [block],
  );
}

function part(block: Block): Block[] {
  const [asked, ...later] = sentences(block.text);
  // Behind an answer on lines of its own, such a question is the answer's own.
  if (asked?.text.endsWith('?') !== true) return [block];
  const follow = later.find(
    ({ text }) => /^(?:et|mais)\s/.test(foldKeepingLength(text)) && text.endsWith('?'),
  );
  if (follow === undefined) return [block];
  const [before, after] = cutBlock(block, follow.start);
  return [before, ...part(after)];
}
