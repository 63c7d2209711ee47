import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Options } from 'rehype-remark';
import { tableOf } from './cells.ts';
import { textOf } from './html-clean.ts';
import { unnest } from './html-unnest.ts';
import { isBlank, mergeMarks } from './nodes.ts';
import { PICTURE } from './source.ts';

/** A table of more cells is no table people read: its spans are not followed. */
const MOST_CELLS = 200_000;

type Handler = NonNullable<NonNullable<Options['handlers']>[string]>;
type State = Parameters<Handler>[0];

/** Underline stands for emphasis of its own in CRs: headings, labels. */
const underline: Handler = (state, node: Element) => {
  const children = state.all(node) as PhrasingContent[];
  return children.some((child) => child.type === 'link')
    ? children
    : [{ type: 'strong', children }];
};

/** A picture of the file stays as such; any other as its description in words. */
const picture: Handler = (_, node: Element) => {
  const { alt, src } = node.properties;
  if (typeof src === 'string' && src.startsWith(PICTURE))
    return { type: 'image', url: src, alt: typeof alt === 'string' ? alt : '' };
  return typeof alt === 'string' && alt.trim() !== ''
    ? { type: 'text', value: `[image : ${alt.trim()}]` }
    : undefined;
};

const table: Handler = (state, node: Element) => {
  const blocks = tableOf(gridOf(state, rowsOf(node)));
  const captions = node.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  );
  const said = captions.flatMap((caption) => state.all(caption) as PhrasingContent[]);
  const own = said.length === 0 ? [] : [{ type: 'paragraph' as const, children: said }];
  for (const block of blocks) state.patch(node, block);
  return [...own, ...blocks] as ReturnType<Handler>;
};

/** The rows of a table, those of its own sections included; what stands outside of cells is a row. */
function rowsOf(node: Element): Element[][] {
  return node.children.flatMap((child): Element[][] => {
    if (child.type !== 'element' || child.tagName === 'p') return [];
    if (child.tagName === 'tr')
      return [child.children.filter((cell): cell is Element => cell.type === 'element')];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** Cells that span rows or columns are the first of them; the others are empty. */
function gridOf(state: State, rows: readonly Element[][]): RootContent[][][] {
  const grid: RootContent[][][] = rows.map(() => []);
  const taken = new Set<string>();
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${String(row)} ${String(column)}`)) column += 1;
      const isHuge = taken.size > MOST_CELLS;
      const width = isHuge ? 1 : spanOf(cell, 'colSpan', 20);
      const height = isHuge ? 1 : spanOf(cell, 'rowSpan', rows.length - row);
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < width; right += 1) {
          taken.add(`${String(row + down)} ${String(column + right)}`);
          const target = grid[row + down];
          if (target !== undefined) target[column + right] = [];
        }
      const target = grid[row];
      if (target !== undefined) target[column] = blocksOf(state, cell);
      column += width;
    }
  });
  return grid.map((row) => Array.from(row, (cell: RootContent[] | undefined) => cell ?? []));
}

const spanOf = (cell: Element, name: 'colSpan' | 'rowSpan', most: number): number => {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), most) : 1;
};

function blocksOf(state: State, cell: Element): RootContent[] {
  if (textOf(cell).trim() === '' && !hasPicture(cell)) return [];
  const blocks = (state.toFlow(state.all(cell)) as RootContent[]).filter(
    (block) => block.type !== 'thematicBreak',
  );
  return blocks.filter((block) => block.type !== 'paragraph' || block.children.length > 0);
}

const hasPicture = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)),
  );

/** Converts a cleaned HTML tree to mdast; positions of the source are kept. */
export async function fromHast(tree: HastRoot): Promise<Root> {
  const [{ unified }, { default: rehypeRemark }] = await Promise.all([
    import('unified'),
    import('rehype-remark'),
  ]);
  const handlers = { u: underline, ins: all, math: all, img: picture, image: picture, table };
  unnest(tree);
  const root = await unified().use(rehypeRemark, { handlers }).run(tree);
  tidy(root);
  root.children = root.children.filter(
    (block) => block.type !== 'paragraph' || !isBlank(block.children),
  );
  return root;
}

const all: Handler = (state, node: Element) => state.all(node);

function tidy(node: Nodes): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    node.children = mergeMarks(node.children);
  } else if ('children' in node) node.children.forEach(tidy);
}
