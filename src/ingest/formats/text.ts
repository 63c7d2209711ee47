import type { ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';

const BULLET = /^\s*(?:[-–—•●▪◦‣*·]|\d{1,2}[.)])\s+(?=\S)/u;

interface Line {
  text: string;
  /** 1-based. */
  number: number;
}

/**
 * Reads plain text: an empty line parts paragraphs, a leading dash, bullet or number makes a list
 * item. In a text whose lines were wrapped at one width, a full line goes on in the next; a shorter
 * one ends where its author ended it.
 */
export function readText(text: string): Root {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n|\f/)
    .map((line, index): Line => ({ text: line, number: index + 1 }));
  // An address cannot be wrapped: its line says nothing of the width.
  const wrappable = lines.filter((line) => !/\S{50}/.test(line.text));
  const width = Math.max(0, ...wrappable.map((line) => line.text.trimEnd().length));
  const wrapped = width <= 110;
  const children: RootContent[] = [];
  let paragraph: Line[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) children.push(...blocksOf(paragraph, wrapped ? width : null));
    paragraph = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') flush();
    else paragraph.push(line);
  }
  flush();
  return { type: 'root', children: joinLists(children) };
}

const spot = (line: Line, column: number): Position['start'] => ({ line: line.number, column });

/** The blocks of lines that stand together; `width` is the width they were wrapped at, if they were. */
function blocksOf(lines: Line[], width: number | null): RootContent[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const goesOn =
      width !== null &&
      before !== undefined &&
      !BULLET.test(line.text) &&
      before.text.trimEnd().length >= width * 0.75;
    if (goesOn && last !== undefined) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => toBlock(group));
}

function toBlock(group: Line[]): RootContent {
  const [first] = group as [Line];
  const last = group.at(-1) ?? first;
  const bullet = BULLET.exec(first.text)?.[0] ?? '';
  const value = [first.text.slice(bullet.length), ...group.slice(1).map((line) => line.text)]
    .map((line) => line.trim())
    .join(' ');
  const position: Position = { start: spot(first, 1), end: spot(last, last.text.length + 1) };
  const text: PhrasingContent = { type: 'text', value, position };
  const paragraph: Paragraph = { type: 'paragraph', children: [text], position };
  if (bullet === '') return paragraph;
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraph], position };
  return { type: 'list', ordered: /\d/.test(bullet), spread: false, children: [item], position };
}

/** Items that follow one another are one list. */
function joinLists(blocks: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered) {
      last.children.push(...block.children);
      if (last.position && block.position) last.position.end = block.position.end;
    } else joined.push(block);
  }
  return joined;
}
