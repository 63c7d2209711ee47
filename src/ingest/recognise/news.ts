import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { readFigures, type StatedFigures } from './figures.ts';
import { leadLength } from '../blocks/flatten.ts';
import { type SiteLabel, siteLabel } from './labels.ts';
import { nearSite } from './near.ts';
import type { Zone } from './outline.ts';

/** One entry of the news: a label and the blocks that follow it. */
export interface NewsEntry {
  /** Slugs the label names; each has this text as its news. */
  sites: string[];
  /** Indices of blocks; `to` is exclusive. */
  from: number;
  to: number;
  /** Length of the label on block `from`. */
  label: number;
  /** Whether the label is a site's name but for a typing slip. */
  guessed: boolean;
  /** Text without the label, blocks parted by a line feed; '' for an empty label. */
  text: string;
  figures: StatedFigures;
}

const MARKS: SiteLabel['mark'][] = [':', '?', '–', ''];

/**
 * Reads the sites' news: in the zones headed as such, each line that begins with a site's label
 * opens an entry, and every unlabelled line belongs to the entry before. Without such a heading, a
 * run of at least three labelled lines is the news.
 */
export function readNews(
  blocks: readonly Block[],
  zones: readonly Zone[],
  sites: SiteTable,
): NewsEntry[] {
  const headed = newsRanges(zones);
  const ranges = headed.length > 0 ? headed : labelledRun(blocks, zones, sites);
  return ranges.flatMap(({ from, to }) => readRange(blocks, from, to, sites));
}

/** A news zone goes on through zones of lower headings and unheaded ones, up to a new topic. */
function newsRanges(zones: readonly Zone[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  zones.forEach((zone, index) => {
    if (zone.topic !== 'news') return;
    let to = zone.to;
    for (const next of zones.slice(index + 1)) {
      const lower = next.topic === 'section' && (!next.headed || next.level > zone.level);
      if (!lower || (zone.level >= 7 && next.headed && next.level <= zone.level)) break;
      to = next.to;
    }
    ranges.push({ from: zone.headed ? zone.from + 1 : zone.from, to });
  });
  return ranges;
}

function labelledRun(
  blocks: readonly Block[],
  zones: readonly Zone[],
  sites: SiteTable,
): { from: number; to: number }[] {
  const open = new Set(
    zones
      .filter((zone) => zone.topic === 'section' || zone.topic === 'head')
      .flatMap((zone) => range(zone.from, zone.to)),
  );
  const labelled = blocks.flatMap((block, index) =>
    open.has(index) && block.kind !== 'item' && siteLabel(block.text, sites, MARKS) !== null
      ? [index]
      : [],
  );
  const first = labelled[0];
  const last = labelled.at(-1);
  if (first === undefined || last === undefined || labelled.length < 3) return [];
  const end = zones.find((zone) => zone.from > last)?.from ?? blocks.length;
  return [{ from: first, to: end }];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

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
    const known = siteLabel(block.text, sites, MARKS);
    const label = known ?? misspelt(block, sites);
    const last = entries.at(-1);
    // A bullet such as "Nîmes – deux places" inside an entry names a site, but opens none.
    const nested =
      block.kind === 'item' && last !== undefined && blocks[last.from]?.kind !== 'item';
    if (label !== null && !nested) {
      entries.push({
        sites: label.sites,
        from: index,
        to: index + 1,
        label: label.length,
        guessed: known === null,
        text: '',
        figures: readFigures(''),
      });
    } else if (last !== undefined) last.to = index + 1;
  }
  for (const entry of entries) {
    entry.text = blocks
      .slice(entry.from, entry.to)
      .map((block, index) => (index === 0 ? block.text.slice(entry.label) : block.text))
      .filter((line) => line !== '')
      .join('\n');
    entry.figures = readFigures(entry.text);
  }
  return entries;
}

/** An emphasised label « Dainvile : » that is one typing slip away from one site's name. */
function misspelt(block: Block, sites: SiteTable): SiteLabel | null {
  const lead = leadLength(block);
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
