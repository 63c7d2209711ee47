import type { Root } from 'mdast';
import { headingAnchor } from '../../minutes/anchors.ts';
import { attribute, isComponent, plainText } from '../../minutes/mdast.ts';
import { ECNP, namesOf, type SiteTable } from '../../minutes/sites.ts';

/** A line of a CR's table of contents. */
export interface ContentsEntry {
  anchor: string;
  title: string;
  level: 1 | 2;
  /** Inclusions that the site states there. */
  count: number | null;
}

/**
 * The contents of a CR: its headings and its sites' news, in order; ECNP's remarks belong to the
 * news before them. Expects anchors to be set.
 */
export function contentsOf(tree: Root, sites: SiteTable): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const anchor = headingAnchor(node);
      const level = node.depth > 2 ? 2 : 1;
      entries.push({ anchor, title: plainText(node), level, count: null });
    } else if (isComponent(node, 'SiteNews')) {
      const site = String(attribute(node, 'site') ?? '');
      if (site === ECNP) continue;
      const inclusions = attribute(node, 'inclusions');
      entries.push({
        anchor: String(attribute(node, 'anchor') ?? ''),
        title: namesOf(site, sites),
        level: 2,
        count: typeof inclusions === 'number' ? inclusions : null,
      });
    }
  }
  return entries;
}
