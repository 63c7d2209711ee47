import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

const BULLET = /^\s*[-–—•●▪◦‣*·]\s+(?=\S)/u;

/**
 * Makes lists of paragraphs whose bullets were typed by hand: two or more that follow one another
 * and begin with a dash or a bullet. Numbers typed by hand stay text.
 */
export function listsFromHandBullets(blocks: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let run: Paragraph[] = [];
  const flush = (): void => {
    if (run.length < 2) result.push(...run);
    else
      result.push({
        type: 'list',
        ordered: false,
        spread: false,
        children: run.map((item) => ({
          type: 'listItem',
          spread: false,
          children: [{ ...item, children: withoutMark(item.children, BULLET) }],
        })),
      });
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph' && BULLET.test(leadText(block))) run.push(block);
    else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}

/** The beginning of a node's text: enough of it for a bullet or number. */
export function leadText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break' || !('children' in node)) return '\n';
  let text = '';
  for (const child of node.children) {
    text += leadText(child);
    if (text.trim().length > 4) break;
  }
  return text;
}

/** The content without the mark it begins with, which may stand in a run of its own. */
export function withoutMark(children: readonly PhrasingContent[], mark: RegExp): PhrasingContent[] {
  let left = mark.exec(leadText({ type: 'paragraph', children: [...children] }))?.[0].length ?? 0;
  const strip = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (left === 0) return [node];
      if (node.type === 'text') {
        const taken = Math.min(left, node.value.length);
        left -= taken;
        return taken === node.value.length ? [] : [{ ...node, value: node.value.slice(taken) }];
      }
      if (!('children' in node)) return [node];
      const inner = strip(node.children);
      return inner.length === 0 ? [] : [{ ...node, children: inner }];
    });
  return strip(children);
}
