import { memoisedFor } from '../../minutes/memo.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import type { Block } from '../blocks/block.ts';
import { leadLength } from '../blocks/flatten.ts';
import { foldKeepingLength } from './fold.ts';
import { namedSites } from './named-sites.ts';

/** What ends a label; '' where the whole line is the label, 'lead' for « Pour Épinal, ». */
export type LabelMark = ':' | ';' | '?' | '–' | ',' | '.' | '→' | 'lead' | '';

/** A site's label at the beginning of a line. */
export interface SiteLabel {
  /** Slugs, in the order named, each once. */
  sites: readonly string[];
  /** Length of the label with its mark and the space behind it. */
  length: number;
  mark: LabelMark;
}

const LONGEST = 70;
const LEAD_IN =
  /^(?:pour|cote|du cote d|chez|a|au sujet d|concernant|s'agissant d|en ce qui concerne|quant a|sur|nouvelles d)(?:e|es|u|ux)?(?:\s|')/;

/**
 * Reads the site's label a line begins with: « Epinal : », « Nantes / Saint-Nazaire – »,
 * « 6.1 Marseille », « Sur Uzès ? », « Observation de l'ECNP : », « Pour Angers, ». Only names of the
 * closed table count.
 * @param marks what may end a label; `''` lets a whole line be one.
 */
export function siteLabel(
  text: string,
  sites: SiteTable,
  marks: readonly LabelMark[],
): Readonly<SiteLabel> | null {
  for (const mark of marks) {
    const label = LABELS[mark](text, sites);
    if (label !== null) return label;
  }
  return null;
}

const labelBy = (
  mark: LabelMark,
): ((text: string, sites: SiteTable) => Readonly<SiteLabel> | null) =>
  memoisedFor((text, sites) => {
    const { end, to } = markIn(foldKeepingLength(text), mark);
    if (end <= 0 || end > LONGEST) return null;
    const named = namedSites(text.slice(0, end), sites);
    if (named === null) return null;
    const spaces = /^\s*/.exec(text.slice(to))?.[0].length ?? 0;
    return { sites: named, length: to + spaces, mark };
  });

const LABELS = {
  ':': labelBy(':'),
  ';': labelBy(';'),
  '?': labelBy('?'),
  '–': labelBy('–'),
  ',': labelBy(','),
  '.': labelBy('.'),
  '→': labelBy('→'),
  lead: labelBy('lead'),
  '': labelBy(''),
};

/**
 * The label of a line whose emphasised beginning is a site's name, whatever parts it from the text:
 * « **La Roche** [54 inclusions] », « **Site d’Épinal.** Le déménagement… ».
 */
export function emphasisedLabel(block: Block, sites: SiteTable): SiteLabel | null {
  const lead = leadLength(block);
  if (lead === 0 || lead > LONGEST) return null;
  const named = namedSites(block.text.slice(0, lead).replace(/[\s:.,–—-]+$/, ''), sites);
  if (named === null) return null;
  const mark = /^\s*[:.,–—-]?\s*/.exec(block.text.slice(lead))?.[0].length ?? 0;
  return { sites: named, length: lead + mark, mark: lead + mark === block.text.length ? '' : ':' };
}

/** Where a mark begins (`end` of the name) and ends; -1 without it. */
function markIn(folded: string, mark: LabelMark): { end: number; to: number } {
  const none = { end: -1, to: -1 };
  if (mark === '')
    return folded.length <= LONGEST ? { end: folded.length, to: folded.length } : none;
  const from = /^\s*(?:[=–-]*>|→|↳)\s*/.exec(folded)?.[0].length ?? 0;
  const pattern = MARKS[mark];
  const match = pattern.exec(folded.slice(from));
  if (match === null) return none;
  if (mark === '?' && !/^(?:sur|et|quid|pour|a|cote|quoi de neuf)\s/.test(folded)) return none;
  if (mark === 'lead' && !LEAD_IN.test(folded)) return none;
  const end = from + match.index;
  return { end, to: end + match[0].length };
}

const MARKS: Record<Exclude<LabelMark, ''>, RegExp> = {
  ':': /\s?:/,
  '?': /\s?\?/,
  '–': /\s+[–-]+(?=\s)/,
  ';': /\s?;/,
  ',': /,/,
  '.': /\.(?=\s)/,
  '→': /\s*(?:[=–-]*>|→)|\s=(?=\s)/,
  lead: /,/,
};
