import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { emphasisedLabel, siteLabel } from './labels.ts';
import { readPeopleLine } from './people.ts';

/** The sites whose label a line begins with; none where all it holds is people. */
export function voiceOf(block: Block, sites: SiteTable): readonly string[] {
  if (block.kind === 'whole') return [];
  const label =
    siteLabel(block.text, sites, [':', '?', '–', 'lead', '.', '']) ?? emphasisedLabel(block, sites);
  if (label === null) return [];
  const rest = block.text.slice(label.length);
  const onlyPeople =
    rest.length < 120 && !/[.!?]\s|\d/.test(rest) && readPeopleLine(rest, sites).length > 0;
  return onlyPeople ? [] : label.sites;
}
