import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { tableOf } from './cells.ts';
import { joinLines } from './hyphens.ts';
import { itemNumber } from './item-marks.ts';
import { paragraphOf, textNode } from './nodes.ts';
import type { PageItem, PageTable } from './pdf-layout.ts';
import type { Line, Span } from './pdf-lines.ts';
import { type Measures, type TextGroup, toGroups } from './pdf-paragraphs.ts';

/** What all pages of a document say of its text. */
export interface Print {
  measures: Measures;
  vocabulary: ReadonlySet<string>;
  /** Sizes of headings, the largest first. */
  sizes: readonly number[];
}

/** The blocks of a document from what its pages hold, in reading order. */
export function toBlocks(items: readonly PageItem[], print: Print): RootContent[] {
  const blocks: RootContent[] = [];
  let lines: Line[] = [];
  let pictures = new Map<Line, RootContent[]>();
  const flush = (): void => {
    blocks.push(...textBlocks(lines, print, pictures));
    lines = [];
    pictures = new Map();
  };
  for (const item of joinTables(items)) {
    const last = lines.at(-1);
    if (item.line !== null) lines.push(item.line);
    else if (item.table === null) {
      // A picture beside a paragraph does not part it.
      const picture = paragraphOf([{ type: 'image', url: item.picture, alt: '' }]);
      if (last === undefined) blocks.push(picture);
      else pictures.set(last, [...(pictures.get(last) ?? []), picture]);
    } else {
      flush();
      blocks.push(...tableBlocks(item.table, print));
    }
  }
  flush();
  return blocks;
}

/** A table that goes on at the top of the next page is one with it; a repeated header goes. */
function joinTables(items: readonly PageItem[]): PageItem[] {
  const joined: PageItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.table == null || last?.table == null || !areOne(last.table, item.table)) {
      joined.push(item);
      continue;
    }
    const [header, ...others] = item.table.rows;
    const isRepeated = header !== undefined && rowText(header) === rowText(last.table.rows[0]);
    const [first, ...rest] = isRepeated ? others : item.table.rows;
    const rows = [...last.table.rows];
    const open = rows.at(-1);
    if (first !== undefined && open !== undefined && goesOn(open, first))
      rows[rows.length - 1] = open.map((cell, column) => [...cell, ...(first[column] ?? [])]);
    else if (first !== undefined) rows.push(first);
    joined[joined.length - 1] = { line: null, table: { ...last.table, rows: [...rows, ...rest] } };
  }
  return joined;
}

const areOne = (one: PageTable, other: PageTable): boolean =>
  pageOf(one, -1) !== pageOf(other, 0) &&
  one.columns.length === other.columns.length &&
  one.columns.every((x, index) => Math.abs(x - (other.columns[index] ?? 0)) < 20);

const pageOf = (table: PageTable, row: number): number => table.rows.at(row)?.flat()[0]?.page ?? 0;

const rowText = (row: readonly Line[][] | undefined): string =>
  (row ?? []).map((cell) => cell.map((line) => line.text.trim()).join(' ')).join('|');

/** Whether a row at a page's top is the rest of the last one: its first cell is empty. */
const goesOn = (row: readonly Line[][], next: readonly Line[][]): boolean =>
  next[0]?.length === 0 && (row[0]?.length ?? 0) > 0;

function tableBlocks(table: PageTable, print: Print): RootContent[] {
  // A table's larger print is no heading, nor is a number in a cell a list's.
  const plain = { ...print, sizes: [] };
  return tableOf(table.rows.map((row) => row.map((cell) => textBlocks(cell, plain))));
}

/** @param pictures by the line they stand behind: they follow its paragraph */
function textBlocks(
  lines: readonly Line[],
  print: Print,
  pictures: ReadonlyMap<Line, RootContent[]> = new Map(),
): RootContent[] {
  const blocks: RootContent[] = [];
  for (const group of toGroups(lines, print.measures)) {
    const children = contentOf(group, print.vocabulary);
    const rank = print.sizes.indexOf(Math.round(group.lines[0]?.size ?? 0));
    const last = blocks.at(-1);
    if (group.bullet > 0) {
      const item: ListItem = { type: 'listItem', spread: false, children: [paragraphOf(children)] };
      const number = itemNumber(group.lines[0]?.text ?? '')?.value;
      if (last?.type === 'list' && isNext(last, number)) last.children.push(item);
      else {
        const list: List = { type: 'list', ordered: false, spread: false, children: [item] };
        blocks.push(number === undefined ? list : { ...list, ordered: true, start: number });
      }
    } else if (rank >= 0 && group.lines.length <= 3) {
      const depth = Math.min(rank + 1, 6) as 1 | 2 | 3 | 4 | 5 | 6;
      blocks.push({ type: 'heading', depth, children });
    } else blocks.push(paragraphOf(children));
    blocks.push(...group.lines.flatMap((line) => pictures.get(line) ?? []));
  }
  return blocks;
}

/** Whether an item goes on a list: a bullet one of bullets, a number one that counts up to it. */
const isNext = (list: List, number: number | undefined): boolean =>
  list.ordered === true
    ? number === (list.start ?? 1) + list.children.length
    : number === undefined;

/** A group's text in runs of one look, its bullet left out, its lines joined. */
function contentOf(group: TextGroup, vocabulary: ReadonlySet<string>): PhrasingContent[] {
  const runs: Span[] = [];
  let skip = group.bullet;
  group.lines.forEach((line, index) => {
    line.spans.forEach((span, nth) => {
      let text = span.text.slice(Math.min(skip, span.text.length));
      skip = Math.max(0, skip - span.text.length);
      const before = runs.at(-1);
      if (index > 0 && nth === 0 && before !== undefined) {
        // Only the two ends that meet decide on a hyphen; each stays in its own run.
        const isOneAddress = span.url?.includes(before.text.trim() + span.text.trim()) === true;
        const joined = isOneAddress
          ? before.text.trimEnd() + line.text.trimStart()
          : joinLines(before.text, line.text, vocabulary);
        const rest = line.text.trimStart();
        before.text = joined.slice(0, joined.length - rest.length);
        text = text.trimStart();
      }
      if (text !== '') runs.push({ ...span, text });
    });
  });
  return runs.map((run) => marked(run));
}

function marked(run: Span): PhrasingContent {
  let node: PhrasingContent = textNode(run.text);
  if (run.url !== null) node = { type: 'link', url: run.url, children: [node] };
  if (run.italic) node = { type: 'emphasis', children: [node] };
  if (run.bold) node = { type: 'strong', children: [node] };
  return node;
}
