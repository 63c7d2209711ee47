import { memoisedFor } from '../../minutes/memo.ts';
import type { Person } from '../../minutes/schema.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';
import { siteLabel } from './labels.ts';
import { namedSites } from './named-sites.ts';
import { nameOf } from './names.ts';
import { siteIn } from './site-names.ts';

/** A person of a list, and what the list says of them there. */
export interface Listed extends Person {
  /** Whether a mark behind the name says « excusée » (`true`) or « présente » (`false`). */
  away: boolean | null;
}

/** What parts names: a parenthesis, "pour l'ECNP", a comma, a dash, "et". */
const TOKENS =
  /\(([^()]*)\)?|\[([^\][]*)\]|\bpour (?:l'|la |le |les )?(\p{L}[\p{L} '/-]*?)(?=[.,;:()]|\s+(?:ainsi|et|avec|plus|[+&])\s|\s*$)|[,;•|]|\s[-–—/]+>?\s|\/(?=\p{Lu})|\s(?:et|ainsi que|puis|avec|\+|&)(?=\s)|\sainsi qu'|\.\s(?=\p{Lu}\p{L}+\s\p{Lu})|$/gu;
/** Longer texts are no list of people: what stands behind is not read. */
const LONGEST = 10_000;
const AWAY = /\b(?:excuse|absent|indisponible|empeche)\w*\b/;
const HERE = /^(?:presente?s?|connectee?s?)\b/;
/** A sentence that leads to names without a colon. */
const LEAD =
  /\b(?:etai(?:en)?t|sont|ont|est|avai(?:en)?t)\b|\bpresente?s?\b|\bconnecte|\bparticip|\bexcus|\brepresent/;

/**
 * Reads the people of a list such as « A, B (Dainville), C et D (Epinal), E pour l'ECNP. » or « pour
 * Dainville, A et B ; pour Épinal, C ». A parenthesis holds for every name since the one before; so
 * does "pour l'ECNP" behind them. What is no name (a function, a reason, an unnamed trainee) is left out.
 */
export const readPeople = memoisedFor((list, sites: SiteTable): readonly Listed[] => {
  const text = list.slice(0, LONGEST);
  const people: Listed[] = [];
  let pending: Listed[] = [];
  let ahead: string | null = null;
  let from = 0;
  const close = (site: string | null): void => {
    for (const person of pending) people.push({ ...person, site: site ?? ahead });
    pending = [];
  };
  const plain = text.replace(/[\u2018\u2019]/g, "'");
  for (const match of plain.matchAll(TOKENS)) {
    if (match.index < from || endsInitial(plain, match.index, match[0])) continue;
    // "pour cette séance" is no site: the names go on.
    if (match[3] !== undefined && siteIn(match[3], sites) === null) continue;
    const segment = text.slice(from, match.index);
    const alone = namedSites(segment, sites)?.[0];
    if (alone !== undefined && match[1] === undefined) {
      // « Dainville, A et B » is said ahead, « A et B, Dainville » behind.
      if (pending.length > 0) close(alone);
      else ahead = alone;
      from = match.index + match[0].length;
      continue;
    }
    const name =
      alone !== undefined
        ? null
        : nameOf(segment, people.length + pending.length === 0 && leads(segment));
    if (name !== null) pending.push({ name, site: null, away: null });
    else markLast(pending, segment);
    from = match.index + match[0].length;
    const note = match[1] ?? match[2];
    if (note !== undefined) {
      const named = name === null ? readGroup(segment, note, sites) : [];
      if (named.length > 0) people.push(...named);
      else closeBy(note, pending, sites, close);
    } else if (match[3] !== undefined) {
      const site = siteIn(match[3], sites);
      if (pending.length > 0 && isBehind(segment, name)) close(site);
      else {
        close(null);
        ahead = site;
      }
    } else if (/^\s[-–—]+>?\s$/.test(match[0])) from = dashSite(plain, from, sites, close);
  }
  close(null);
  return people;
});

/** "pour l'ECNP" stands behind the names it holds for unless a new clause begins with it. */
const isBehind = (segment: string, name: string | null): boolean =>
  name !== null || segment.trim() !== '';

const leads = (segment: string): boolean => LEAD.test(foldKeepingLength(segment));

/** « A. DURAND. B. PETIT »: the point of an initial parts no names. */
const endsInitial = (text: string, at: number, token: string): boolean =>
  token.startsWith('.') && /(?:^|[\s.-])(?:\p{Lu}|Mme|Dr|Pr|St|Ste)$/u.test(text.slice(0, at));

/** « Nantes (A, B) »: the people of a site in parentheses behind its name. */
function readGroup(label: string, inside: string, sites: SiteTable): Listed[] {
  const site = label.trim() === '' ? null : siteIn(label, sites);
  if (site === null) return [];
  return readPeople(inside, sites).map((person) => ({ ...person, site: person.site ?? site }));
}

/** A parenthesis that tells a site closes the names before it; another says something of the last. */
function closeBy(
  note: string,
  pending: readonly Listed[],
  sites: SiteTable,
  close: (site: string | null) => void,
): void {
  markLast(pending, note);
  close(siteIn(note, sites));
}

function markLast(pending: readonly Listed[], note: string): void {
  const folded = foldKeepingLength(note).trim();
  const last = pending.at(-1);
  if (last === undefined) return;
  if (AWAY.test(folded)) last.away = true;
  else if (HERE.test(folded)) last.away = false;
}

/** "Prénom NOM – Site": what follows the dash is the site of the names before it. */
function dashSite(
  text: string,
  from: number,
  sites: SiteTable,
  close: (site: string | null) => void,
): number {
  const rest = /^[^,;(–—]*/.exec(text.slice(from))?.[0] ?? '';
  const site = siteIn(rest, sites);
  if (site === null || nameOf(rest) !== null) return from;
  close(site);
  return from + rest.length;
}

/** People of a line « Dainville : A, B », « Dainville – A », « Dainville A », or of any other list. */
export function readPeopleLine(text: string, sites: SiteTable): Listed[] {
  const { site, content } = labelled(text, sites);
  return readPeople(content, sites).map((person) => ({ ...person, site: person.site ?? site }));
}

/** A line's site, and what stands behind its label. */
export function labelled(text: string, sites: SiteTable): { site: string | null; content: string } {
  const label = siteLabel(text, sites, [':', '→', '–']);
  if (label !== null) return { site: label.sites[0] ?? null, content: text.slice(label.length) };
  const colon = /^(?:[^:(,;]|\([^():]*\)){1,80}?\s?[:：]\s*/.exec(text)?.[0];
  if (colon !== undefined) {
    const before = colon.replace(/\s?[:：]\s*$/, '');
    return { site: siteIn(before, sites), content: text.slice(colon.length) };
  }
  return inColumns(text, sites) ?? { site: null, content: text };
}

/** « Marseille     A, B »: a site's name, then names, in columns made of spaces. */
function inColumns(text: string, sites: SiteTable): { site: string; content: string } | null {
  const ends = [...text.matchAll(/\s+(?=\p{Lu})/gu)].slice(0, 5);
  for (const end of ends.reverse()) {
    const site = sites.find(text.slice(0, end.index));
    const content = text.slice(end.index + end[0].length);
    if (site !== null && readPeople(content, sites).length > 0) return { site, content };
  }
  return null;
}
