import type { Nodes, Root, RootContent, Text } from 'mdast';
import type { Glossary, GlossaryEntry, TermUse } from '../../minutes/glossary.ts';
import { type Component, isComponent } from '../../minutes/mdast.ts';
import { typeset } from '../../typography/typeset.ts';

/** What the plugin leaves in `remarkPluginFrontmatter`. */
export interface RenderedTerms {
  /** The terms that the page explains, in alphabetical order. */
  terms: GlossaryEntry[];
}

/** Where no term is marked: what is pressed or folded already, and titles. */
const SKIPPED = new Set(['link', 'linkReference', 'heading', 'inlineCode', 'code']);
const SKIPPED_COMPONENTS = new Set(['Preamble', 'Boilerplate', 'Label', 'Redacted', 'Term']);

interface TermsVFile {
  data: { astro?: { frontmatter?: Record<string, unknown> } };
}

/**
 * remark plugin for CRs: the first use of each term that the glossary explains becomes a `<Term>`, and
 * the terms are listed as {@link RenderedTerms}. Runs after `remarkMinutes`, which makes headings of
 * questions and takes labels out.
 */
export function remarkGlossary({ glossary }: { glossary: () => Glossary }) {
  return (tree: Root, file: TermsVFile): void => {
    const table = glossary();
    const found = new Set<GlossaryEntry>();
    markIn(tree, table, found);
    const terms = table.entries.filter((entry) => found.has(entry));
    Object.assign(((file.data.astro ??= {}).frontmatter ??= {}), { terms } satisfies RenderedTerms);
  };
}

function markIn(parent: Root | RootContent, glossary: Glossary, found: Set<GlossaryEntry>): void {
  if (!('children' in parent) || SKIPPED.has(parent.type)) return;
  if (isComponent(parent) && SKIPPED_COMPONENTS.has(parent.name ?? '')) return;
  const children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return markText(child, glossary, found);
    markIn(child, glossary, found);
    return [child];
  });
  (parent as { children: Nodes[] }).children = children;
}

function markText(node: Text, glossary: Glossary, found: Set<GlossaryEntry>): Nodes[] {
  // Set before it is cut, as some rules look at the neighbouring word ("1,8 ETP").
  const text = typeset(node.value);
  const uses = glossary.usesIn(text).filter(({ entry }) => {
    if (found.has(entry) || (entry.meaning === null && entry.note === null)) return false;
    found.add(entry);
    return true;
  });
  if (uses.length === 0) return [node];
  const pieces: Nodes[] = [];
  let from = 0;
  for (const [index, use] of uses.entries()) {
    // What touches the term stays on its line: "(PMI),".
    const limit = uses[index + 1]?.start ?? text.length;
    const lead = /\S*$/.exec(text.slice(from, use.start))?.[0] ?? '';
    const trail = /^\S*/.exec(text.slice(use.end, limit))?.[0] ?? '';
    pieces.push({ type: 'text', value: text.slice(from, use.start - lead.length) });
    pieces.push(termOf(text, use, lead, trail));
    from = use.end + trail.length;
  }
  pieces.push({ type: 'text', value: text.slice(from) });
  return pieces.filter((piece) => piece.type !== 'text' || piece.value !== '');
}

function termOf(text: string, { start, end, entry }: TermUse, lead: string, trail: string): Nodes {
  const given = { anchor: entry.anchor, meaning: entry.meaning, note: entry.note, lead, trail };
  const attributes = Object.entries(given).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }],
  );
  const children: Component['children'] = [{ type: 'text', value: text.slice(start, end) }];
  return { type: 'mdxJsxTextElement', name: 'Term', attributes, children };
}
