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
    if (!speaksOfTraining(zone, blocks)) continue;
    for (let index = zone.from; index < zone.to; index += 1) {
      const block = blocks[index];
      const label = block && siteLabel(block.text, sites, [':', ',', '–']);
      const site = label?.sites[0];
      if (block === undefined || !label || site === undefined) continue;
      const text = block.text.slice(label.length);
      if (text !== '') entries.push({ index, label: label.length, site, text });
    }
  }
  return entries;
}

/** A training zone, or one whose heading names trainings beside webinars. */
const speaksOfTraining = (zone: Zone, blocks: readonly Block[]): boolean =>
  zone.topic === 'training' ||
  (zone.topic === 'webinar' &&
    zone.headed &&
    /\bformations?\b/.test(foldKeepingLength(blocks[zone.from]?.text ?? '')));
