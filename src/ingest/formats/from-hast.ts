import type { Element, Root as HastRoot } from 'hast';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Options } from 'rehype-remark';
import { tableOf } from './cells.ts';
import { textOf } from './html-clean.ts';
import { isBlank, mergeMarks } from './nodes.ts';

type Handler = NonNullable<NonNullable<Options['handlers']>[string]>;
type State = Parameters<Handler>[0];

/** Underline stands for emphasis of its own in CRs: headings, labels. */
const underline: Handler = (state, node: Element) => {
  const children = state.all(node) as PhrasingContent[];
  return children.some((child) => child.type === 'link')
    ? children
    : [{ type: 'strong', children }];
};

/** A picture stays as its description in words. */
const picture: Handler = (_, node: Element) => {
  const { alt } = node.properties;
  return typeof alt === 'string' && alt.trim() !== ''
    ? { type: 'text', value: `[image : ${alt.trim()}]` }
    : undefined;
};

const table: Handler = (state, node: Element) => {
  const blocks = tableOf(rowsOf(state, node));
  const captions = node.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  );
  const said = captions.flatMap((caption) => state.all(caption) as PhrasingContent[]);
  const own = said.length === 0 ? [] : [{ type: 'paragraph' as const, children: said }];
  for (const block of blocks) state.patch(node, block);
  return [...own, ...blocks] as ReturnType<Handler>;
};

function rowsOf(state: State, node: Element): RootContent[][][] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr') return child.tagName === 'p' ? [] : rowsOf(state, child);
    const cells = child.children.filter((cell) => cell.type === 'element');
    return [cells.flatMap((cell) => cellsOf(state, cell))];
  });
}

function cellsOf(state: State, cell: Element): RootContent[][] {
  const blocks = (state.toFlow(state.all(cell)) as RootContent[]).filter(
    (block) => block.type !== 'thematicBreak',
  );
  const filled = blocks.filter((block) => block.type !== 'paragraph' || block.children.length > 0);
  const span = Number(cell.properties['colSpan'] ?? 1);
  const empty = Array.from({ length: Math.min(Math.max(span - 1, 0), 20) }, () => []);
  return [textOf(cell).trim() === '' ? [] : filled, ...empty];
}

/** Converts a cleaned HTML tree to mdast; positions of the source are kept. */
export async function fromHast(tree: HastRoot): Promise<Root> {
  const [{ unified }, { default: rehypeRemark }] = await Promise.all([
    import('unified'),
    import('rehype-remark'),
  ]);
  const handlers = { u: underline, ins: all, math: all, img: picture, image: picture, table };
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
