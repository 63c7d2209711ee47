import type { Root } from 'mdast';
import { headingAnchor } from './anchors.ts';
import { attribute, blockText, isComponent } from './mdast.ts';

/** A stretch of a CR's text, and where on its page it can be read. */
export interface TextPassage {
  /** `null` above the first heading, and in head and closing lines. */
  anchor: string | null;
  /** `head`: date, people, agenda as written. `end`: contacts and address. */
  place: 'head' | 'body' | 'end';
  /** Plain text, paragraphs parted by a line feed. */
  text: string;
}

/** The whole text of a CR, in its order; expects a tree that has its anchors. */
export function passagesOf(tree: Root): TextPassage[] {
  let section: string | null = null;
  return tree.children.flatMap((node): TextPassage[] => {
    if (node.type === 'heading') section = headingAnchor(node);
    const text = blockText(node);
    if (text === '') return [];
    if (isComponent(node, 'Preamble')) return [{ anchor: null, place: 'head', text }];
    if (isComponent(node, 'Boilerplate')) return [{ anchor: null, place: 'end', text }];
    const hasOwn = isComponent(node, 'SiteNews') || isComponent(node, 'Question');
    const anchor = hasOwn ? String(attribute(node, 'anchor') ?? '') : section;
    return [{ anchor, place: 'body', text }];
  });
}
