import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';

/** A site's label at the beginning of a line. */
export interface SiteLabel {
  /** Slugs, in the order named, each once. */
  sites: string[];
  /** Length of the label with its colon or question mark and the space behind it. */
  length: number;
  /** What ends it; '' where the whole line is the label. */
  mark: ':' | '?' | '–' | ',' | '';
}

/** What may stand before the name: "Sur", "Site de", "Observation de l'". */
const LEAD =
  /^(?:(?:sur|pour|a|chez|cote|du cote de|site|sites|coordination|equipe)\s+|(?:remarque|observation|note|reponse|precision|commentaire|complement|intervention|retour|information|rappel|mot)s?\s+)?(?:(?:de|du|des|d'|sur|pour|a)\s*)?(?:l'|la\s|le\s|les\s)?/;
const PARTS = /\s*(?:\/|,|;|&|\+)\s*|\s+(?:et|-|–)\s+/;
const LONGEST = 70;

/**
 * Reads the site's label a line begins with: « Epinal : », « Nantes / Saint-Nazaire – »,
 * « Sur Uzès ? », « Observation de l'ECNP : ». Only names of the closed table count.
 * @param marks what may end a label; `''` lets a whole line be one.
 */
export function siteLabel(
  text: string,
  sites: SiteTable,
  marks: readonly SiteLabel['mark'][],
): SiteLabel | null {
  const folded = foldKeepingLength(text);
  for (const mark of marks) {
    const end = mark === '' ? (text.length <= LONGEST ? text.length : -1) : markAt(folded, mark);
    if (end < 0 || end > LONGEST) continue;
    const named = namedSites(text.slice(0, end), sites);
    if (named === null) continue;
    const whole = mark === '' ? text.length : end + 1;
    const spaces = /^\s*/.exec(text.slice(whole))?.[0].length ?? 0;
    return { sites: named, length: whole + spaces, mark };
  }
  return null;
}

function markAt(folded: string, mark: SiteLabel['mark']): number {
  if (mark === '–') return folded.search(/(?<=\s)[–-](?=\s)/);
  const end = folded.indexOf(mark);
  return mark === '?' && !/^(?:sur|et|quid|pour|a)\s/.test(folded) ? -1 : end;
}

/** The slugs of a label without its mark, or `null` when any part of it is no site. */
export function namedSites(label: string, sites: SiteTable): string[] | null {
  const whole = sites.find(label);
  if (whole !== null) return [whole];
  const bare = label.replace(/^[\s*_•–-]+|[\s:?*_–-]+$/gu, '');
  const lead = LEAD.exec(foldKeepingLength(bare))?.[0].length ?? 0;
  for (const from of lead === 0 ? [0] : [0, lead]) {
    const found = allSites(bare.slice(from), sites);
    if (found !== null) return found;
  }
  // "La Roche" begins with what looks like an article: try with it, too.
  const article =
    /(?:l'|la\s|le\s|les\s)$/.exec(foldKeepingLength(bare.slice(0, lead)))?.[0].length ?? 0;
  return article === 0 ? null : allSites(bare.slice(lead - article), sites);
}

function allSites(names: string, sites: SiteTable): string[] | null {
  const noParenthesis = names.replace(/\s*\(([^()]*)\)/g, ' / $1');
  const parts = noParenthesis.split(PARTS).map((part) => part.trim());
  const slugs = parts.filter((part) => part !== '').map((part) => sites.find(part));
  if (slugs.length === 0 || slugs.includes(null)) return null;
  return [...new Set(slugs as string[])];
}
