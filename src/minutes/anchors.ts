import type { Heading, HeadingData, Root } from 'mdast';
import { attribute, isComponent, plainText, walk } from './mdast.ts';
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
 * Gives every heading, site news and question of a CR the id its page carries: the heading's text,
 * the site's slug, or the question's first words, in ASCII; `-2`, `-3`… where one comes back.
 * Sets `data.hProperties.id` on headings and an `anchor` attribute on components. Pages and data use
 * this one function, so that links from anywhere meet the page.
 */
export function assignAnchors(tree: Root): void {
  const taken = new Map<string, number>();
  const unique = (base: string): string => {
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return count === 1 ? base : unique(`${base}-${String(count)}`);
  };
  for (const node of walk(tree)) {
    if (node.type === 'heading') {
      const id = unique(slug(plainText(node)));
      const data: HeadingData & Anchored = node.data ?? {};
      data.hProperties = { ...data.hProperties, id };
      node.data = data;
    } else if (isComponent(node, 'SiteNews') || isComponent(node, 'Question')) {
      const base =
        node.name === 'SiteNews'
          ? String(attribute(node, 'site') ?? 'site').replaceAll(' ', '-')
          : `question-${slug(plainText(node, ['Answer', 'Label']).split(' ').slice(0, 6).join(' '))}`;
      const kept = node.attributes.filter(
        (item) => item.type !== 'mdxJsxAttribute' || item.name !== 'anchor',
      );
      node.attributes = [...kept, { type: 'mdxJsxAttribute', name: 'anchor', value: unique(base) }];
    }
  }
}
