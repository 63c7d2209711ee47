import { memoisedFor } from '../../minutes/memo.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';

/** What may stand around the names in a label: numbering, prepositions, who speaks and how. */
const AROUND = new Set(
  `a au aux l la le les d de du des en et sur pour chez cote quid point nouvelles nouvelle quoi neuf
  site sites maison maisons pouponniere pouponnieres coordination coordinations equipe equipes
  territoire structure departement departements antenne nationale locale locales represente representee
  remarque remarques observation observations note notes nota reponse reponses precision precisions
  commentaire commentaires complement intervention retour retours information informations info infos
  rappel mot petit petite parenthese aparte message avis point apport aide
  repond precise rappelle ajoute indique signale informe propose remarque complete intervient conclut dit
  demande souligne confirme explique annonce nb ps`.split(/\s+/),
);
const NUMBERING =
  /^\s*(?:\d{1,2}(?:\.\d{1,2})+[.)]?\s+|(?:\d{1,2}|[a-z]|[IVX]{1,4})\s*[.)°]\s*|(?:\d{1,2}|[IVX]{1,4})\s+[–-]\s+|(?:[=–-]*>|[→↳•·*+–-])\s*)*/;
const WORD = /[\p{L}\p{N}]+|[/]/gu;

interface Found {
  slug: string;
  start: number;
  end: number;
}

/**
 * The slugs of a label without its mark, each once, or `null` when it names no site or says more
 * than who speaks. « Gard (Uzès) » is Uzès: of a département and a site in it, the site.
 */
export const namedSites = memoisedFor((label, sites: SiteTable): readonly string[] | null => {
  const whole = sites.find(label.trim());
  if (whole !== null) return [whole];
  const bare = label.slice(NUMBERING.exec(label)?.[0].length ?? 0).replace(/[\s*_]+$/u, '');
  const found: Found[] = [];
  const tokens = [...bare.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let index = 0; index < tokens.length; index += 1) {
    const site = siteFrom(bare, tokens, index, sites);
    if (site !== null) {
      found.push(site);
      while ((tokens[index + 1]?.end ?? Infinity) <= site.end) index += 1;
      continue;
    }
    const token = tokens[index];
    if (token === undefined || token.text === '/') continue;
    const isCode =
      /^(?:\d{2,3}|2[AB])$/i.test(token.text) && bare.slice(0, token.start).endsWith('(');
    if (!isCode && !AROUND.has(foldKeepingLength(token.text))) return null;
  }
  if (found.length === 0 || /[!?;.]\s*\p{L}/u.test(bare)) return null;
  return [...new Set(withoutDepartments(found, bare, sites).map(({ slug }) => slug))];
});

/** The longest site's name that begins at a word. */
function siteFrom(
  text: string,
  tokens: readonly { start: number; end: number }[],
  index: number,
  sites: SiteTable,
): Found | null {
  const start = tokens[index]?.start ?? 0;
  for (let last = Math.min(index + 6, tokens.length - 1); last >= index; last -= 1) {
    const end = tokens[last]?.end ?? start;
    const slug = sites.find(text.slice(start, end));
    if (slug !== null) return { slug, start, end };
  }
  return null;
}

function withoutDepartments(found: Found[], text: string, sites: SiteTable): Found[] {
  const [first, second] = found;
  if (found.length !== 2 || first === undefined || second === undefined) return found;
  const inner = sites.sites.find((site) => site.slug === second.slug);
  const outer = foldKeepingLength(text.slice(first.start, first.end));
  const specifies = /^\s*[(:]\s*$/.test(text.slice(first.end, second.start));
  return specifies && inner !== undefined && foldKeepingLength(inner.department.name) === outer
    ? [second]
    : found;
}
