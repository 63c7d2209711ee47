import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { readFigures, type StatedFigures } from './figures.ts';
import { type Finding, locate, type Part } from './finding.ts';
import { leadLength } from '../blocks/flatten.ts';
import { emphasisedLabel, type SiteLabel, siteLabel } from './labels.ts';
import { newsRanges } from './news-ranges.ts';
import { nearSite } from './near.ts';
import type { Zone } from './outline.ts';

/** One entry of the news: a label and the blocks that follow it. */
export interface NewsEntry {
  /** Slugs the label names; each has this text as its news. */
  sites: readonly string[];
  /** Indices of blocks; `to` is exclusive. */
  from: number;
  to: number;
  /** Length of the label on block `from`. */
  label: number;
  /** Whether the label is a site's name but for a typing slip. */
  guessed: boolean;
  /** Text without the label, blocks parted by a line feed; '' for an empty label. */
  text: string;
  figures: NewsFigures;
}

/** The figures of an entry, each with the sentence that states it. */
export type NewsFigures = { [Key in keyof StatedFigures]: Finding<number> | null };

const MARKS: SiteLabel['mark'][] = [':', '?', '–', 'lead', '.', '→', ''];

/**
 * Reads the sites' news: in the zones headed as such, each line that begins with a site's label
 * opens an entry, and every unlabelled line belongs to the entry before. Without such a heading, the
 * news are where the most sites speak, one line after another.
 */
export function readNews(
  blocks: readonly Block[],
  zones: readonly Zone[],
  sites: SiteTable,
): NewsEntry[] {
  return newsRanges(blocks, zones, sites).flatMap(({ from, to }) =>
    readRange(blocks, from, to, sites),
  );
}

/** The label a line of news begins with. */
function labelOf(block: Block, sites: SiteTable): SiteLabel | null {
  // A table that stays a table cannot be cut behind a label.
  if (block.kind === 'whole') return null;
  return siteLabel(block.text, sites, MARKS) ?? emphasisedLabel(block, sites);
}

/** Opens an entry at each label; a line without one belongs to the entry before. */
function readRange(
  blocks: readonly Block[],
  from: number,
  to: number,
  sites: SiteTable,
): NewsEntry[] {
  const entries: NewsEntry[] = [];
  for (let index = from; index < to; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const known = labelOf(block, sites);
    const label = known ?? (block.kind === 'whole' ? null : misspelt(block, sites));
    const last = entries.at(-1);
    // A bullet such as "Nîmes – deux places" inside an entry names a site, but opens none.
    const opener = last && blocks[last.from];
    const nested =
      block.kind === 'item' &&
      opener !== undefined &&
      (opener.kind !== 'item' || block.depth > opener.depth);
    if (label !== null && !nested) {
      entries.push({
        sites: label.sites,
        from: index,
        to: index + 1,
        label: label.length,
        guessed: known === null,
        text: '',
        figures: { inclusions: null, followed: null, waiting: null, fte: null },
      });
    } else if (last !== undefined) last.to = index + 1;
  }
  for (const entry of entries) {
    const parts = blocks
      .slice(entry.from, entry.to)
      .map((block, index) => ({ block, cut: index === 0 ? entry.label : 0 }))
      .filter(({ block, cut }) => block.text.length > cut);
    entry.text = parts.map(({ block, cut }) => block.text.slice(cut)).join('\n');
    entry.figures = located(readFigures(entry.text), parts);
  }
  return entries;
}

/** Figures with the blocks their sentences stand on, from offsets in the text of these parts. */
function located(stated: StatedFigures, parts: readonly Part[]): NewsFigures {
  const find = (figure: StatedFigures[keyof StatedFigures]): Finding<number> | null => {
    const found = figure && locate(parts, figure.start);
    if (!found) return null;
    const { value, sentence } = figure;
    return { value, sentence, block: found.block, place: found.block.place, start: found.at };
  };
  return {
    inclusions: find(stated.inclusions),
    followed: find(stated.followed),
    waiting: find(stated.waiting),
    fte: find(stated.fte),
  };
}

/** An emphasised label « Dainvile : » that is one typing slip away from one site's name. */
function misspelt(block: Block, sites: SiteTable): SiteLabel | null {
  const lead = block.kind === 'heading' ? block.text.length : leadLength(block);
  const name = /^[^:]*/.exec(block.text.slice(0, lead))?.[0] ?? '';
  const mark = /^\s*:\s*/.exec(block.text.slice(name.length))?.[0];
  if (mark === undefined && lead < block.text.length) return null;
  const slug = name === '' ? null : nearSite(name, sites);
  if (slug === null) return null;
  return {
    sites: [slug],
    length: name.length + (mark?.length ?? 0),
    mark: mark === undefined ? '' : ':',
  };
}
