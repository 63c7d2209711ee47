import { memoisedFor } from '../../minutes/memo.ts';
import { ECNP, type SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';
import { namedSites } from './named-sites.ts';

/** Shorter beginnings of a name could be any town's. */
const SHORTEST = 5;

/**
 * The first site that a few words next to a name tell: « Marseille, puéricultrice », « Nîmes et Uzès »,
 * « Charleville », « La Roche – en congé »; `null` for none.
 */
export const siteIn = memoisedFor((text, sites: SiteTable): string | null => {
  const parts = text.split(/\s*[,;/()|]\s*|\s+et\s+|\s+[-–—:]\s+/);
  for (const part of [text, ...parts]) {
    const bare = part
      .trim()
      .replace(
        /^(?:(?:pour|de|du|des|site|maison|equipe|équipe|antenne)\s+|d['’]\s*|l['’]\s*|(?:la|le|les)\s+)+/iu,
        '',
      );
    const site =
      sites.find(part.trim()) ??
      sites.find(bare) ??
      namedSites(part, sites)?.[0] ??
      shortened(bare, sites);
    if (site !== null) return site;
  }
  return /\becnp\b|\bequipe nationale\b/.test(foldKeepingLength(text)) ? ECNP : null;
});

/** The one site whose name begins with an abbreviation: « Charleville », « Perpi. ». */
function shortened(text: string, sites: SiteTable): string | null {
  const folded = foldKeepingLength(text).replace(/\.$/, '');
  if (folded.length < SHORTEST || !/^\p{L}+$/u.test(folded)) return null;
  const slugs = new Set(
    sites.labels
      .filter(({ label }) => foldKeepingLength(label).startsWith(folded))
      .map(({ slug }) => slug),
  );
  const [only] = slugs;
  return slugs.size === 1 && only !== undefined ? only : null;
}
