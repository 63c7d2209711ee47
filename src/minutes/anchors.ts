import type { Heading, HeadingData, Root, RootContent } from 'mdast';
import { attribute, type Component, isComponent, plainText } from './mdast.ts';
import { slug } from './text.ts';

/** Properties that mdast-util-to-hast gives the element of a node. */
interface Anchored {
  hProperties?: Record<string, string>;
}

/** The id that {@link assignAnchors} gave a heading; '' before. */
export function headingAnchor(heading: Heading): string {
  const data: (HeadingData & Anchored) | undefined = heading.data;
  return data?.hProperties?.['id'] ?? '';
}

/**
 * Gives every heading, site news, question and sentence of evidence of a CR the id its page carries:
 * the heading's text, the site's slug, the question's first words, the site's slug and the figure's
 * name, in ASCII; `-2`, `-3`… where one comes back. Sets `data.hProperties.id` on headings and an
 * `anchor` attribute on components. Pages and data use this one function, so that links from anywhere
 * meet the page.
 */
export function assignAnchors(tree: Root): void {
  const taken = new Map<string, number>();
  const unique = (base: string): string => {
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return count === 1 ? base : unique(`${base}-${String(count)}`);
  };
  const visit = (node: Root | RootContent, site: string): void => {
    let within = site;
    if (node.type === 'heading') {
      const id = unique(slug(plainText(node)));
      const data: HeadingData & Anchored = node.data ?? {};
      data.hProperties = { ...data.hProperties, id };
      node.data = data;
    } else if (isComponent(node)) {
      if (node.name === 'SiteNews')
        within = String(attribute(node, 'site') ?? 'site').replaceAll(' ', '-');
      const base = baseOf(node, within);
      if (base !== null) setAnchor(node, unique(base));
    }
    if ('children' in node) for (const child of node.children) visit(child, within);
  };
  visit(tree, 'national');
}

/** What an anchor is made of; `null` for a component that has none. */
function baseOf(node: Component, site: string): string | null {
  if (node.name === 'SiteNews') return site;
  if (node.name === 'Evidence')
    return `${site}-${String(attribute(node, 'of')).replaceAll(' ', '-')}`;
  if (node.name !== 'Question') return null;
  const words = plainText(node, ['Answer', 'Label']).split(' ');
  return `question-${slug(words.slice(0, 6).join(' '))}`;
}

function setAnchor(node: Component, value: string): void {
  const kept = node.attributes.filter(
    (item) => item.type !== 'mdxJsxAttribute' || item.name !== 'anchor',
  );
  node.attributes = [...kept, { type: 'mdxJsxAttribute', name: 'anchor', value }];
}
