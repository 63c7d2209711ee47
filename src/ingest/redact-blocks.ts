import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import type { Block } from './blocks/block.ts';
import { makeBlock, wholeText } from './blocks/flatten.ts';
import { cutPhrasing, phrasingText } from './blocks/phrasing.ts';
import { type Secret, secretSpans } from './redact.ts';

/** The blocks with each secret replaced by `<Redacted kind="…" />`, and how many there were of a kind. */
export function redactBlocks(
  blocks: readonly Block[],
  secrets: readonly Secret[],
): { blocks: Block[]; redactions: { kind: string; count: number }[] } {
  const counts = new Map<string, number>();
  const count = (kind: string): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const redacted = blocks.map((block) => {
    if (block.node !== null) return { ...block, ...redactWhole(block.node, secrets, count) };
    const children = redactPhrasing(block.children, block.text, secrets, count);
    return makeBlock(children, block);
  });
  return {
    blocks: redacted,
    redactions: [...counts].map(([kind, total]) => ({ kind, count: total })),
  };
}

function redactPhrasing(
  children: PhrasingContent[],
  text: string,
  secrets: readonly Secret[],
  count: (kind: string) => void,
): PhrasingContent[] {
  const spans = secretSpans(text, secrets);
  let rest = cleanTargets(children, secrets);
  const tail: PhrasingContent[] = [];
  for (const span of [...spans].reverse()) {
    const [before, after] = cutPhrasing(rest, span.end);
    rest = cutPhrasing(before, span.start)[0];
    tail.unshift(mark(span.kind), ...after);
    count(span.kind);
  }
  return [...rest, ...tail];
}

const mark = (kind: string): PhrasingContent => ({
  type: 'mdxJsxTextElement',
  name: 'Redacted',
  attributes: [{ type: 'mdxJsxAttribute', name: 'kind', value: kind }],
  children: [],
});

/** A link whose address holds a secret keeps its words and loses the address. */
function cleanTargets(children: PhrasingContent[], secrets: readonly Secret[]): PhrasingContent[] {
  const holds = (url: string): boolean =>
    secrets.some(({ value }) => url.includes(value) || url.includes(encodeURIComponent(value)));
  if (!children.some((child) => child.type === 'link' || 'children' in child)) return children;
  return children.flatMap((child): PhrasingContent[] => {
    if (!('children' in child)) return [child];
    const inner = cleanTargets(child.children, secrets);
    if (child.type === 'link' && holds(child.url)) return inner;
    return inner === child.children ? [child] : [{ ...child, children: inner }];
  });
}

/** A copy of a tree; places and what else its nodes share are not changed by anyone. */
function copyOf<Node extends Nodes>(node: Node): Node {
  return 'children' in node ? { ...node, children: node.children.map(copyOf) } : { ...node };
}

/** The cells of a table are redacted like lines; a block of code, whose text is all it has, in place. */
function redactWhole(
  node: RootContent,
  secrets: readonly Secret[],
  count: (kind: string) => void,
): Pick<Block, 'node' | 'text'> {
  const copy = copyOf(node);
  const visit = (inner: Nodes): void => {
    if (inner.type === 'tableCell') {
      const text = phrasingText(inner.children);
      inner.children = redactPhrasing(inner.children, text, secrets, count);
    } else if ('value' in inner) {
      for (const { start, end, kind } of secretSpans(inner.value, secrets).toReversed()) {
        inner.value = `${inner.value.slice(0, start)}[retiré]${inner.value.slice(end)}`;
        count(kind);
      }
    } else if ('children' in inner) inner.children.forEach(visit);
  };
  visit(copy);
  return { node: copy, text: wholeText(copy) };
}
