import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block, Place } from './block.ts';
import { cutPhrasing, phrasingText, tidyPhrasing } from './phrasing.ts';

/** The blocks of a document, in order; empty ones and rules left out. */
export function flatten(root: Root): Block[] {
  const blocks: Block[] = [];
  for (const node of root.children) addNode(node, blocks, 0);
  return blocks;
}

const placeOf = (node: Nodes): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

function addNode(node: RootContent, blocks: Block[], quote: number): void {
  if (node.type === 'heading') {
    addLines(node.children, blocks, {
      kind: 'heading',
      depth: node.depth,
      ordered: false,
      number: null,
      place: placeOf(node),
    });
  } else if (node.type === 'paragraph') {
    addLines(node.children, blocks, {
      kind: 'paragraph',
      depth: 0,
      ordered: false,
      number: null,
      place: placeOf(node),
    });
  } else if (node.type === 'list') addList(node, blocks, 1, quote);
  else if (node.type === 'blockquote') {
    for (const child of node.children) addNode(child, blocks, quote + 1);
  } else if (node.type === 'footnoteDefinition') {
    for (const child of node.children) addNode(child, blocks, quote);
  } else if (node.type !== 'thematicBreak' && node.type !== 'definition') addWhole(node, blocks);
}

function addList(
  list: Extract<RootContent, { type: 'list' }>,
  blocks: Block[],
  depth: number,
  quote: number,
): void {
  const ordered = list.ordered === true;
  for (const [index, item] of list.children.entries()) {
    const number = ordered ? (list.start ?? 1) + index : null;
    let first = true;
    // Converters write an indented item as a quotation in an item.
    const children = item.children.flatMap((child) =>
      child.type === 'blockquote' ? child.children : [child],
    );
    for (const child of children) {
      if (child.type === 'paragraph' && first) {
        const shape = { kind: 'item', depth, ordered, number, place: placeOf(child) } as const;
        addLines(child.children, blocks, shape);
      } else if (child.type === 'list') addList(child, blocks, depth + 1, quote);
      else addNode(child, blocks, quote);
      first = false;
    }
  }
}

function addWhole(node: RootContent, blocks: Block[]): void {
  blocks.push({
    kind: 'whole',
    text: wholeText(node),
    children: [],
    emphasis: { bold: false, italic: false },
    depth: 0,
    ordered: false,
    number: null,
    joined: false,
    node,
    place: placeOf(node),
  });
}

/** Text of a block taken as it is: a table's rows on lines of their own, its cells parted by bars. */
export function wholeText(node: Nodes): string {
  if ('value' in node && node.type !== 'yaml') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const inner = node.children.map((child) => wholeText(child));
  return inner.join(node.type === 'table' ? '\n' : node.type === 'tableRow' ? ' | ' : '');
}

function addLines(
  children: PhrasingContent[],
  blocks: Block[],
  shape: Pick<Block, 'kind' | 'depth' | 'ordered' | 'number' | 'place'>,
): void {
  let rest = tidyPhrasing(children);
  let joined = false;
  for (;;) {
    const end = phrasingText(rest).indexOf('\n');
    const [line, after] = end < 0 ? [rest, []] : cutPhrasing(rest, end);
    const own = tidyPhrasing(line);
    if (own.length > 0) {
      // Only the first line of a list item carries the bullet.
      blocks.push(makeBlock(own, { ...shape, joined }));
      joined = true;
    }
    if (end < 0) return;
    rest = tidyPhrasing(cutPhrasing(after, 1)[1]);
  }
}

/** A block of phrasing content; its text and emphasis are read off the content. */
export function makeBlock(
  children: PhrasingContent[],
  shape: Pick<Block, 'kind' | 'depth' | 'ordered' | 'number' | 'place' | 'joined'>,
): Block {
  return {
    ...shape,
    children,
    text: phrasingText(children),
    emphasis: { bold: covers(children, 'strong'), italic: covers(children, 'emphasis') },
    node: null,
  };
}

/** Whether every letter and digit of the content stands in this kind of emphasis. */
function covers(children: readonly PhrasingContent[], kind: 'strong' | 'emphasis'): boolean {
  let any = false;
  for (const child of children) {
    if (!/[\p{L}\p{N}]/u.test(phrasingText([child]))) continue;
    const held = child.type === kind || ('children' in child && covers(child.children, kind));
    if (!held) return false;
    any = true;
  }
  return any;
}

/**
 * Length of the emphasised beginning of a block: `**Epinal :** une…` → 8; 0 where there is none. A word
 * is never parted: `**Epina**l : une…` → 6.
 */
export function leadLength(block: Block): number {
  const first = block.children[0];
  const emphasised = first?.type === 'strong' || first?.type === 'emphasis';
  if (!emphasised) return 0;
  const lead = phrasingText([first]);
  if (!/[\p{L}\p{M}\p{N}]$/u.test(lead)) return lead.length;
  const rest = /^[\p{L}\p{M}\p{N}]+/u.exec(block.text.slice(lead.length))?.[0] ?? '';
  return lead.length + rest.length;
}

/** Cuts a block in two at an offset of its text; the second goes on in the same paragraph. */
export function cutBlock(block: Block, offset: number): [Block, Block] {
  const [before, after] = cutPhrasing(block.children, offset);
  const shape = {
    kind: block.kind,
    depth: block.depth,
    ordered: block.ordered,
    number: block.number,
    place: block.place,
  };
  return [
    makeBlock(tidyPhrasing(before), { ...shape, joined: block.joined }),
    makeBlock(tidyPhrasing(after), {
      ...shape,
      kind: 'paragraph',
      depth: 0,
      number: null,
      joined: true,
    }),
  ];
}
