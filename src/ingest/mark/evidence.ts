import type { PhrasingContent } from 'mdast';
import type { Block } from '../blocks/block.ts';
import { cutPhrasing, tidyPhrasing } from '../blocks/phrasing.ts';
import type { Evidence } from '../recognise/finding.ts';
import type { Reading } from '../recognise/index.ts';
import { inline } from './elements.ts';

/** A sentence and the figures it states: `inclusions`, `followed`… */
interface StatedSentence {
  start: number;
  end: number;
  figures: string[];
}

/**
 * The blocks of a reading with every sentence that states a figure, national or a site's, wrapped
 * in `<Evidence of="inclusions followed">`. Texts and offsets stay as they are.
 */
export function markEvidence(reading: Reading): Block[] {
  const sentences = new Map<Block, StatedSentence[]>();
  const add = (figure: string, read: Evidence | null): void => {
    if (read?.block.node !== null) return;
    const of = sentences.get(read.block) ?? [];
    sentences.set(read.block, of);
    const end = read.start + read.sentence.length;
    const same = of.find((one) => one.start < end && read.start < one.end);
    if (same === undefined) of.push({ start: read.start, end, figures: [figure] });
    else if (!same.figures.includes(figure)) same.figures.push(figure);
  };
  add('inclusions', reading.national);
  for (const { figures } of reading.news)
    for (const [name, figure] of Object.entries(figures)) add(name, figure);
  return reading.blocks.map((block) => {
    const of = sentences.get(block);
    return of === undefined ? block : { ...block, children: wrap(block, of) };
  });
}

/** Blocks hold one space between words and none at their ends, so what is cut can be tidied. */
function wrap(block: Block, sentences: readonly StatedSentence[]): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let rest: PhrasingContent[] = block.children;
  let at = 0;
  const space = (offset: number): PhrasingContent[] =>
    block.text[offset] === ' ' ? [{ type: 'text', value: ' ' }] : [];
  for (const { start, end, figures } of sentences.toSorted((a, b) => a.start - b.start)) {
    const [before, from] = cutPhrasing(rest, start - at);
    const [sentence, after] = cutPhrasing(from, end - start);
    children.push(
      ...tidyPhrasing(before),
      ...(start > at ? space(start - 1) : []),
      inline('Evidence', tidyPhrasing(sentence), { of: figures.join(' ') }),
      ...space(end),
    );
    rest = tidyPhrasing(after);
    at = end + space(end).length;
  }
  return [...children, ...rest];
}
