import type { List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { tablesFromTabs } from './hand-tables.ts';
import { joinLines, vocabularyOf } from './hyphens.ts';
import { type ItemNumber, itemNumber } from './item-marks.ts';
import { BULLET, goesOn, isRule, linesOf, type TextLine } from './text-lines.ts';
import { partsOf } from './text-tables.ts';
import { widthsOf } from './text-widths.ts';

/** What all lines of a text say of it. */
interface Setting {
  /** The width a line's surroundings were wrapped at, `null` where they were not. */
  widthAt: (line: TextLine) => number | null;
  vocabulary: ReadonlySet<string>;
}

/**
 * Reads plain text: an empty line parts paragraphs; a leading dash, bullet or number makes a list
 * item, a ruled line under a line a heading, columns set with bars, spaces or tabs a table. In a
 * text whose lines were wrapped at one width, a full line goes on in the next; a shorter one ends
 * where its author ended it. Quoting marks of mails go.
 */
export function readText(text: string): Root {
  const parts = partsOf(linesOf(text));
  const lines = parts.flatMap((part) => part.lines ?? []);
  const setting: Setting = {
    widthAt: widthsOf(lines),
    vocabulary: vocabularyOf(lines.map((line) => line.text)),
  };
  const children = parts.flatMap((part): RootContent[] =>
    part.lines === null ? [part.table] : blocksOf(part.lines, setting),
  );
  return { type: 'root', children: joinLists(tablesFromTabs(children)) };
}

function blocksOf(lines: readonly TextLine[], setting: Setting): RootContent[] {
  const blocks: RootContent[] = [];
  let group: TextLine[] = [];
  let counted: ItemNumber | null = null;
  const flush = (): void => {
    if (group.length > 0) blocks.push(toBlock(group, setting));
    group = [];
  };
  lines.forEach((line, index) => {
    const [first, before] = [group[0], group.at(-1)];
    if (isRule(line)) {
      const title = group.length === 1 && first !== undefined && isUnderlined(first, line);
      if (title) blocks.push(headingOf(first, line));
      if (title) group = [];
      flush();
    } else if (line.text.trim() === '') flush();
    else if (first !== undefined && before !== undefined) {
      const isTitle = isRule(lines[index + 1]);
      const width = setting.widthAt(before);
      if (isTitle || !goesOn(first, before, line, width, counted)) flush();
      group.push(line);
    } else group.push(line);
    if (group.length === 1) counted = itemNumber(line.text) ?? counted;
  });
  flush();
  return blocks;
}

/** Whether a rule underlines a line: as long as it, more or less. */
const isUnderlined = (line: TextLine, rule: TextLine): boolean => {
  const length = line.text.trim().length;
  return length < 100 && Math.abs(rule.text.trim().length - length) <= Math.max(3, length * 0.3);
};

function headingOf(line: TextLine, rule: TextLine): RootContent {
  const children = [textAt(line.text.trim(), [line])];
  const depth = rule.text.includes('=') ? 1 : 2;
  return { type: 'heading', depth, children, position: positionOf([line, rule]) };
}

function positionOf(group: readonly TextLine[]): Position {
  const [first, last] = [group[0], group.at(-1)];
  return {
    start: { line: first?.number ?? 1, column: 1 },
    end: { line: last?.number ?? 1, column: (last?.text.length ?? 0) + 1 },
  };
}

const textAt = (value: string, group: readonly TextLine[]): PhrasingContent => ({
  type: 'text',
  value,
  position: positionOf(group),
});

function toBlock(group: readonly TextLine[], { vocabulary }: Setting): RootContent {
  const [first, ...rest] = group;
  const bullet = BULLET.exec(first?.text ?? '')?.[0] ?? '';
  const value = rest.reduce(
    (text, line) => joinLines(text, line.text, vocabulary),
    (first?.text ?? '').slice(bullet.length).trim(),
  );
  const position = positionOf(group);
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [textAt(value.trim(), group)],
    position,
  };
  if (bullet === '') return paragraph;
  const number = /\d+/.exec(bullet)?.[0];
  const list: List = {
    type: 'list',
    ordered: number !== undefined,
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [paragraph], position }],
    position,
  };
  return number === undefined ? list : { ...list, start: Number(number) };
}

/** Items that follow one another are one list; numbers have to count on. */
function joinLists(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNext =
      block.type === 'list' &&
      last?.type === 'list' &&
      last.ordered === block.ordered &&
      (block.ordered !== true || block.start === (last.start ?? 1) + last.children.length);
    if (isNext) {
      last.children.push(...block.children);
      if (last.position && block.position) last.position.end = block.position.end;
    } else joined.push(block);
  }
  return joined;
}
