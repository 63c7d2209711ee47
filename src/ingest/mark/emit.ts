import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Block } from '../blocks/block.ts';
import { cutPhrasing, tidyPhrasing } from '../blocks/phrasing.ts';
import { inline } from './elements.ts';

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** mdast of blocks that follow one another: items make lists, joined lines one paragraph. */
export function emit(blocks: readonly Block[]): RootContent[] {
  const nodes: RootContent[] = [];
  blocks.forEach((block, index) => {
    const last = nodes.at(-1);
    const sameParagraph = block.joined && index > 0;
    if (block.node !== null) nodes.push(block.node);
    else if (block.kind === 'item') {
      if (last?.type === 'list' && (sameParagraph || follows(last, block) || block.depth > 1)) {
        addItem(last, block, block.depth, sameParagraph);
      } else nodes.push(newList(block));
    } else if (sameParagraph && last?.type === 'paragraph') {
      last.children.push({ type: 'break' }, ...block.children);
    } else nodes.push(paragraph([...block.children]));
  });
  return nodes;
}

/** Whether an item goes on with a list: of its kind, and the next number where it has one. */
const follows = (list: List, { ordered, number }: Block): boolean =>
  list.ordered === ordered &&
  (number === null || number === (list.start ?? 1) + list.children.length);

function newList(block: Block): List {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [paragraph([...block.children])],
  };
  const list: List = { type: 'list', ordered: block.ordered, spread: false, children: [item] };
  return block.number === null ? list : { ...list, start: block.number };
}

function addItem(list: List, block: Block, depth: number, sameParagraph: boolean): void {
  const last = list.children.at(-1);
  if (depth > 1 && last !== undefined) {
    const inner = last.children.at(-1);
    if (inner?.type === 'list') addItem(inner, block, depth - 1, sameParagraph);
    else last.children.push(newList(block));
  } else if (sameParagraph && last !== undefined) {
    const text = last.children.findLast((child) => child.type === 'paragraph');
    text?.children.push({ type: 'break' }, ...block.children);
  } else list.children.push(...newList(block).children);
}

/**
 * A block's content with its first `length` characters marked as the label they are; `null` where
 * there is none, or where the block is a table: it stays as it is.
 */
export function labelled(
  block: Block,
  length: number,
): { label: Paragraph; rest: PhrasingContent[] } | null {
  if (length <= 0 || block.node !== null) return null;
  const [before, after] = cutPhrasing(block.children, length);
  const rest = tidyPhrasing(after);
  const label = inline('Label', tidyPhrasing(before));
  return {
    label: paragraph(rest.length === 0 ? [label] : [label, { type: 'text', value: ' ' }, ...rest]),
    rest,
  };
}
