import type { Nodes, PhrasingContent, Root } from 'mdast';

/** "Épinal : …", "Q : …": a line of its own. */
const LABEL = /^\s*[*_]*\p{Lu}[\p{L}\p{M}\d’' ./-]{0,40}[*_]*\s?[*_]*:(?:\s|[*_]|$)/u;

/**
 * Makes breaks of the line ends that an author meant: those where the next word had room left, or in
 * a text that is not wrapped at all, at lines that begin with a label or end without punctuation.
 * Other line ends are spaces, as Markdown has it.
 */
export function breakLines(tree: Root, source: string): void {
  const lines = source.split('\n');
  // Lines of paragraphs alone tell the width; an address cannot be wrapped, and tells nothing.
  const own = paragraphLines(tree).map((number) => lines[number - 1] ?? '');
  const wrappable = own.filter((line) => !/\S{50}/.test(line));
  const width = Math.max(0, ...wrappable.map((line) => line.trimEnd().length));
  const isMeant = (number: number): boolean => {
    const [line = '', next = ''] = [lines[number - 1], lines[number]];
    const word = /^[ \t]*([^ \t]*)/.exec(next)?.[1] ?? '';
    const hadRoom = width > 110 || line.trimEnd().length + 1 + word.length <= width - 2;
    const isNew = /^\s*[*_]*\p{Lu}/u.test(next);
    const isOpen = /[,;(–-]\s*$/.test(line);
    const isApart = !/[.!?…:]["»*_)]*\s*$/.test(line);
    return hadRoom && isNew && !isOpen && (LABEL.test(line) || LABEL.test(next) || isApart);
  };
  visit(tree, isMeant);
}

/** Numbers of the lines of all paragraphs. */
function paragraphLines(node: Nodes): number[] {
  if (node.type !== 'paragraph')
    return 'children' in node ? node.children.flatMap((child) => paragraphLines(child)) : [];
  const { start, end } = node.position ?? {};
  if (start === undefined || end === undefined) return [];
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
}

function visit(node: Nodes, isMeant: (line: number) => boolean): void {
  if (!('children' in node)) return;
  if (node.type === 'paragraph') node.children = broken(node.children, isMeant);
  else
    node.children.forEach((child) => {
      visit(child, isMeant);
    });
}

function broken(
  children: readonly PhrasingContent[],
  isMeant: (line: number) => boolean,
): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if ('children' in child && child.type !== 'link')
      return [{ ...child, children: broken(child.children, isMeant) }];
    const first = child.position?.start.line;
    if (child.type !== 'text' || first === undefined) return [child];
    const parts: PhrasingContent[] = [];
    let text = '';
    child.value.split('\n').forEach((line, index) => {
      if (index > 0 && isMeant(first + index - 1)) {
        parts.push({ ...child, value: text }, { type: 'break' });
        text = line;
      } else text += index === 0 ? line : `\n${line}`;
    });
    return [...parts, { ...child, value: text }];
  });
}
