import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { listsFromHandBullets } from './hand-lists.ts';
import { tablesFromTabs } from './hand-tables.ts';

export const textNode = (value: string): Text => ({ type: 'text', value });

export const paragraphOf = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children,
});

/** The text of a node, a break being a space. */
export function nodeText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(nodeText).join('') : '';
}

/** A section of its own for what stands outside the text's flow: notes, headers and footers. */
export function appendix(title: string, blocks: RootContent[]): RootContent[] {
  return blocks.length === 0
    ? []
    : [{ type: 'heading', depth: 1, children: [textNode(title)] }, ...blocks];
}

/** Marks that word processors cut into runs. */
const MARKS = new Set(['strong', 'emphasis', 'delete']);

/**
 * Makes neighbouring runs of one mark one, takes a mark out of itself, and leaves a mark around
 * nothing but spaces out: "**Ép****inal**" → "**Épinal**".
 */
export function mergeMarks(
  children: readonly PhrasingContent[],
  inside: readonly string[] = [],
): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  const add = (child: PhrasingContent): void => {
    const last = merged.at(-1);
    if (last?.type === 'text' && child.type === 'text') {
      merged[merged.length - 1] = { ...last, value: last.value + child.value };
    } else if (last !== undefined && isSameMark(last, child) && 'children' in child) {
      merged[merged.length - 1] = {
        ...last,
        children: mergeMarks([...last.children, ...child.children], [...inside, last.type]),
      };
    } else merged.push(child);
  };
  for (const child of children) {
    if (!('children' in child)) add(child);
    else {
      const inner = mergeMarks(child.children, [...inside, child.type]);
      const redundant = MARKS.has(child.type) && inside.includes(child.type);
      if (redundant || (MARKS.has(child.type) && isBlank(inner))) inner.forEach(add);
      else add({ ...child, children: inner });
    }
  }
  return merged;
}

function isSameMark(
  last: PhrasingContent,
  child: PhrasingContent,
): last is Extract<PhrasingContent, { children: PhrasingContent[] }> {
  if (last.type === 'link') return child.type === 'link' && child.url === last.url;
  return last.type === child.type && MARKS.has(last.type);
}

/** Whether content is nothing but spaces and breaks. */
export const isBlank = (children: readonly PhrasingContent[]): boolean =>
  children.every(
    (child) => child.type === 'break' || (child.type === 'text' && isSpace(child.value)),
  );

/** U+FEFF is a space to `trim`, and nothing to readers: it stands within words. */
const isSpace = (text: string): boolean => text.trim() === '' && !text.includes('\ufeff');

/**
 * A document whose source has no lines: marks merged, and as position of each block its ordinal
 * among the paragraphs (a table's row counting as one).
 */
export function numbered(children: RootContent[]): Root {
  const root: Root = { type: 'root', children: listsFromHandBullets(tablesFromTabs(children)) };
  let ordinal = 0;
  const visit = (node: Nodes): void => {
    const isLeaf = node.type === 'paragraph' || node.type === 'heading';
    if (isLeaf || node.type === 'tableRow') ordinal += 1;
    const line = Math.max(ordinal, 1);
    if (node.type === 'table' || node.type === 'list') {
      node.position = placeAt(line + 1);
    } else if (node.type !== 'root') node.position = placeAt(line);
    if (isLeaf || node.type === 'tableCell') node.children = mergeMarks(node.children);
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return root;
}

const placeAt = (line: number): NonNullable<Nodes['position']> => ({
  start: { line, column: 1 },
  end: { line, column: 1 },
});
