import type { Heading, Link, PhrasingContent, Root, RootContent } from 'mdast';
import { assignAnchors, headingAnchor } from '../../minutes/anchors.ts';
import { attribute, type Component, isComponent, plainText, walk } from '../../minutes/mdast.ts';
import { namesOf, siteKey, type SiteTable } from '../../minutes/sites.ts';
import { type ContentsEntry, contentsOf } from './contents.ts';
import { isBareLabel, takeLabel } from './labels.ts';

/** The part of a vfile that this plugin reads and writes. */
interface MinutesVFile {
  path?: string;
  data: { astro?: { frontmatter?: Record<string, unknown> } };
}

/** What the plugin leaves in `remarkPluginFrontmatter`. */
export interface RenderedMinutes {
  contents: ContentsEntry[];
}

/**
 * remark plugin for CRs: anchors as in the data, the contents (as {@link RenderedMinutes}), and
 * what components need to know on their page. `<SiteNews>` and `<Training>` are headed by the
 * site's name there, so `<Label>` is taken out of their text, and kept as an attribute `label` only
 * where it says something else ("Vendée"). `minutes` is the id of the CR, the stem of its file.
 * The question in a `<Question>` becomes a heading, which search can lead to; headings of sections
 * stand in a `<SectionHead>`.
 */
export function remarkMinutes({ sites }: { sites: () => SiteTable }) {
  return (tree: Root, file: MinutesVFile): void => {
    assignAnchors(tree);
    const table = sites();
    const rendered: RenderedMinutes = { contents: contentsOf(tree, table) };
    Object.assign(((file.data.astro ??= {}).frontmatter ??= {}), rendered);
    const id = (file.path ?? '').replace(/^.*[\\/]/, '').replace(/\.mdx$/, '');
    tree.children = tree.children.map((node) => (isSection(node) ? sectionHead(node) : node));
    for (const node of walk(tree)) {
      if (isComponent(node, 'Answer') && isBareLabel(node)) takeLabel(node);
      if (isComponent(node, 'Question')) {
        if (isBareLabel(node)) takeLabel(node);
        headQuestion(node);
        set(node, 'minutes', id);
      }
      if (node.type === 'link') spellAddress(node);
      if ('children' in node) keepParagraphs(node);
      if (isComponent(node, 'Picture')) set(node, 'minutes', id);
      if (!isComponent(node, 'SiteNews') && !isComponent(node, 'Training')) continue;
      const label = takeLabel(node);
      const site = String(attribute(node, 'site') ?? '');
      set(node, 'minutes', id);
      if (label !== '' && !isName(label, site, table)) set(node, 'label', label);
    }
  };
}

function set(node: Component, name: string, value: string): void {
  const others = node.attributes.filter((a) => a.type !== 'mdxJsxAttribute' || a.name !== name);
  node.attributes = [...others, { type: 'mdxJsxAttribute', name, value }];
}

/** Whether a label is just the site's canonical name (or several), however it is spelt. */
function isName(label: string, site: string, sites: SiteTable): boolean {
  if (site === '') return false;
  return siteKey(label) === siteKey(namesOf(site, sites));
}

/** MDX lifts a component that is alone in its paragraph out of it: a sentence goes back into one. */
function keepParagraphs(parent: Root | RootContent): void {
  if (!('children' in parent)) return;
  const children = parent.children as RootContent[];
  children.forEach((child, index) => {
    if (child.type !== 'mdxJsxFlowElement' || child.name !== 'Evidence') return;
    const sentence = { ...child, type: 'mdxJsxTextElement' } as unknown as PhrasingContent;
    children[index] = { type: 'paragraph', children: [sentence] };
  });
}

const isSection = (node: RootContent): node is Heading => node.type === 'heading' && node.depth < 4;

/** A heading of the CR with the control that copies its address. */
function sectionHead(heading: Heading): RootContent {
  const name = plainText(heading);
  const attributes = Object.entries({ anchor: headingAnchor(heading), name }).map(
    ([key, value]) => ({ type: 'mdxJsxAttribute' as const, name: key, value }),
  );
  const children = [heading] as Component['children'];
  return { type: 'mdxJsxFlowElement', name: 'SectionHead', attributes, children } as Component;
}

/** On paper, an address that a link's words do not spell stands after them. */
function spellAddress(link: Link): void {
  if (!/^https?:/.test(link.url) || plainText(link).includes(link.url)) return;
  link.data = { ...link.data, hProperties: { className: ['spelt'] } };
}

function headQuestion(node: Component): void {
  const index = node.children.findIndex((child) => child.type === 'paragraph');
  const paragraph = node.children[index];
  if (paragraph?.type !== 'paragraph') return;
  const only = paragraph.children.length === 1 ? paragraph.children[0] : undefined;
  const children =
    only?.type === 'strong' || only?.type === 'emphasis' ? only.children : paragraph.children;
  const id = String(attribute(node, 'anchor') ?? '');
  node.children[index] = {
    type: 'heading',
    depth: 3,
    children,
    data: { hProperties: { id, className: ['asked'] } },
  } as never;
}
