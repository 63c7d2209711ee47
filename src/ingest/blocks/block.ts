import type { PhrasingContent, RootContent } from 'mdast';

/** Where a block stands in its source file, 1-based. */
export interface Place {
  line: number;
  column: number;
}

/** Whole-line emphasis: what makes a line look like a heading or a question. */
export interface Emphasis {
  bold: boolean;
  italic: boolean;
}

/**
 * One line of the CR as its author meant it: a heading, a paragraph (parted at its hard line
 * breaks), a list item, or a block taken as it is (table, code). Recognition reads blocks in order;
 * `text` is exactly the concatenated text of `children`, so that offsets in it cut the children.
 */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'whole';
  text: string;
  children: PhrasingContent[];
  emphasis: Emphasis;
  /** Of a heading: 1–6. Of a list item: its nesting, from 1. Else 0. */
  depth: number;
  ordered: boolean;
  /** Of an item of an ordered list: its number. Else `null`. */
  number: number | null;
  /** Whether a hard line break, not a paragraph's end, parts it from the block before. */
  joined: boolean;
  /** Of kind `whole`: the node itself. */
  node: RootContent | null;
  place: Place;
}
