import type { Block } from '../blocks/block.ts';
import { sentences } from '../recognise/finding.ts';
import { foldKeepingLength } from '../recognise/fold.ts';
import type { Reading } from '../recognise/index.ts';
import type { Zone } from '../recognise/outline.ts';
import type { Entry } from './entry.ts';

/** A sentence of a CR, and what is known of the place it stands in. */
export interface Passage {
  text: string;
  /** The text as patterns read it: same length, lower case, no accents. */
  folded: string;
  line: number;
  /** Index of the block in the reading. */
  index: number;
  topic: Zone['topic'];
  /** Slugs of the sites whose news it belongs to; none elsewhere. */
  sites: readonly string[];
  /** Whether it is put as a question. */
  asks: boolean;
}

/** Every sentence of a CR in order; of a table, each row is read as a line. */
export function passagesOf(reading: Reading): Passage[] {
  const { blocks, zones, news } = reading;
  return blocks.flatMap((block, index) => {
    const topic = zones.find((zone) => index >= zone.from && index < zone.to)?.topic ?? 'section';
    const entry = news.find(({ from, to }) => index >= from && index < to);
    return linesOf(block).flatMap(({ text, line }) =>
      sentences(text).map((sentence) => ({
        text: sentence.text,
        folded: foldKeepingLength(sentence.text),
        line,
        index,
        topic,
        sites: entry?.sites ?? [],
        asks: sentence.text.endsWith('?'),
      })),
    );
  });
}

function linesOf(block: Block): { text: string; line: number }[] {
  const { line } = block.place;
  if (block.node?.type !== 'table') return [{ text: block.text, line }];
  const rows = block.node.children;
  return block.text.split('\n').map((text, index) => ({
    text: text.replaceAll(' | ', ', '),
    line: rows[index]?.position?.start.line ?? line,
  }));
}

/** An entry of the review that quotes a passage. */
export function quote(
  passage: Pick<Passage, 'text' | 'line'>,
  entry: Pick<Entry, 'field' | 'what' | 'why'>,
): Entry {
  return { ...entry, line: passage.line, sentence: passage.text };
}
