import type { Person } from '../../minutes/schema.ts';
import { ECNP, type SiteTable } from '../../minutes/sites.ts';
import { foldKeepingLength } from './fold.ts';
import { siteLabel } from './labels.ts';

const PARTICLE = /^(?:de|du|des|d'|d’|la|le|van|von|el|ben|da|dos)$/i;
const CIVILITY = /^(?:mme|mmes|m|mr|mlle|dr|docteur|pr)\.?\s+/i;
/** A name, a parenthesis, "pour l'ECNP", or what parts them. */
const TOKENS =
  /\(([^()]*)\)?|\bpour (?:l'|la |le )?(\p{L}[\p{L} ]*?)(?=[.,;(]|\s+(?:ainsi|et|avec|plus)\s|\s*$)|[,;•]|\s[-–/]\s|\s(?:et|ainsi que|\+)(?=\s)|\sainsi qu'|$/gu;

/**
 * Reads the people of a list such as « A, B (Dainville), C et D (Epinal), E pour l'ECNP. ». A
 * parenthesis holds for every name since the one before; so does "pour l'ECNP". What is no name
 * (a function, a reason, an unnamed trainee) is left out.
 */
export function readPeople(text: string, sites: SiteTable): Person[] {
  const people: Person[] = [];
  let pending: string[] = [];
  let from = 0;
  const close = (site: string | null): void => {
    for (const name of pending) people.push({ name, site });
    pending = [];
  };
  const plain = text.replace(/[\u2018\u2019]/g, "'");
  for (const match of plain.matchAll(TOKENS)) {
    if (match.index < from) continue;
    const name = nameOf(text.slice(from, match.index));
    if (name !== null) pending.push(name);
    from = match.index + match[0].length;
    if (match[1] !== undefined) close(siteIn(match[1], sites));
    else if (match[2] !== undefined) close(siteIn(match[2], sites));
    else if (/^\s[-–]\s$/.test(match[0])) from = dashSite(plain, from, sites, close);
  }
  close(null);
  return people;
}

/** "Prénom NOM – Site": what follows the dash is the site of the names before it. */
function dashSite(
  text: string,
  from: number,
  sites: SiteTable,
  close: (site: string | null) => void,
): number {
  const rest = /^[^,;(–]*/.exec(text.slice(from))?.[0] ?? '';
  const site = siteIn(rest, sites);
  if (site === null) return from;
  close(site);
  return from + rest.length;
}

/** People of a line « Dainville : A, B », or of any other list. */
export function readPeopleLine(text: string, sites: SiteTable): Person[] {
  const label = siteLabel(text, sites, [':']);
  const people = readPeople(label === null ? text : text.slice(label.length), sites);
  const site = label?.sites[0] ?? null;
  return site === null
    ? people
    : people.map((person) => ({ ...person, site: person.site ?? site }));
}

/** First site named in a parenthesis such as « Marseille, puéricultrice » or « Nîmes et Uzès ». */
function siteIn(text: string, sites: SiteTable): string | null {
  for (const part of [text, ...text.split(/\s*[,;/]\s*|\s+et\s+|\s+[-–]\s+/)]) {
    const bare = part.trim().replace(/^(?:pour |de |d'|l'|la )+/i, '');
    const site = sites.find(part.trim()) ?? sites.find(bare);
    if (site !== null) return site;
  }
  return /\becnp\b/.test(foldKeepingLength(text)) ? ECNP : null;
}

/** A person's name, or `null`: two words or more, each with a capital but for particles. */
function nameOf(text: string): string | null {
  const bare = text
    .replace(/^[\s:.•*–-]+|[\s.:;,]+$/gu, '')
    .replace(/^et\s+/i, '')
    .replace(CIVILITY, '');
  const words = bare.split(/\s+/);
  if (words.length < 2 || words.length > 6 || /\d/.test(bare)) return null;
  const isName = words.every(
    (word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}'’.\u2011-]*$/u.test(word),
  );
  return isName ? words.join(' ') : null;
}
