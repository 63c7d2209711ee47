import type { Training } from '../../minutes/minutes.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { foldKeepingLength } from './fold.ts';
import { siteLabel } from './labels.ts';
import type { Zone } from './outline.ts';

/** An item of a training forecast and the block it stands on. */
export interface TrainingEntry extends Training {
  index: number;
  /** Length of the site's label with its separator. */
  label: number;
}

/** Reads the training forecast: lines « Site, texte » or « Site : texte » of a training zone. */
export function readTrainings(
  blocks: readonly Block[],
  zones: readonly Zone[],
  sites: SiteTable,
): TrainingEntry[] {
  const entries: TrainingEntry[] = [];
  for (const zone of zones) {
    for (let index = trainingsFrom(zone, blocks); index < zone.to; index += 1) {
      const block = blocks[index];
      const label = block && siteLabel(block.text, sites, [':', ';', '→', ',', '–', '.']);
      const site = label?.sites[0];
      if (block === undefined || block.kind === 'whole' || !label || site === undefined) continue;
      const text = block.text.slice(label.length);
      if (text !== '') entries.push({ index, label: label.length, site, text });
    }
  }
  return entries;
}

/** Where a zone's forecast begins: its end, where it holds none. */
function trainingsFrom(zone: Zone, blocks: readonly Block[]): number {
  if (speaksOfTraining(zone, blocks)) return zone.from;
  if (zone.topic === 'news') return zone.to;
  // « Formation aux échelles : » above lines of sites.
  const lead = blocks.findIndex(
    (block, index) =>
      index >= zone.from &&
      index < zone.to &&
      /\bformations?\b[^.]*:$/.test(foldKeepingLength(block.text)),
  );
  return lead < 0 ? zone.to : lead + 1;
}

/** A training zone, or one whose heading names trainings beside webinars. */
const speaksOfTraining = (zone: Zone, blocks: readonly Block[]): boolean =>
  zone.topic === 'training' ||
  (zone.topic === 'webinar' &&
    zone.headed &&
    /\bformations?\b/.test(foldKeepingLength(blocks[zone.from]?.text ?? '')));
