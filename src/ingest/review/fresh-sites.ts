import { CLOSE, nameDistance } from '../../minutes/names.ts';
import { siteKey, type SiteTable } from '../../minutes/sites.ts';
import { words } from '../../minutes/text.ts';
import { leadLength } from '../blocks/flatten.ts';
import type { Block } from '../blocks/block.ts';
import type { Reading } from '../recognise/index.ts';
import { siteLabel } from '../recognise/labels.ts';
import { topicOf } from '../recognise/vocabulary.ts';
import type { Entry } from './entry.ts';
import { guillemets, list } from './words.ts';

const LEAD = /^(?:(?:pour|sur|à|côté|site d[eu']|site|coordination d[eu'])\s*)/iu;
/** One to four capitalised words, as towns have: `Saint-Malo`, `La Ferté`, `Bar le Duc`. */
const TOWN =
  /^(?:l[ea]s? |l['’])?\p{Lu}[\p{L}'’]+(?:[- ](?:(?:sur|sous|en|le|la|les|de|du|des|d['’]|lès)[- ])*\p{Lu}[\p{L}'’]+){0,3}$/u;

/** A label, and where it stands. */
interface Candidate {
  name: string;
  line: number;
  sentence: string;
}

/**
 * Towns that stand where sites stand (a label in the news, a parenthesis behind a name) and that the
 * table of sites does not know; a known name close to one is proposed.
 */
export function freshSites(reading: Reading, sites: SiteTable): Entry[] {
  const found = new Map<string, Candidate>();
  for (const candidate of [...labels(reading, sites), ...parentheses(reading, sites)]) {
    const key = siteKey(candidate.name);
    if (!found.has(key)) found.set(key, candidate);
  }
  return [...found.values()].map(({ name, line, sentence }) => {
    const near = nearSites(name, sites);
    const why =
      near.length === 0
        ? 'aucun site ne porte ce nom\u00a0: npm run sites pour l’ajouter'
        : `proche de ${list(near.map(guillemets))}\u00a0: npm run sites pour l’ajouter à ses autres noms`;
    return {
      field: 'siteUpdates.site',
      what: `site inconnu\u00a0: ${guillemets(name)}`,
      why,
      line,
      sentence,
    };
  });
}

function nearSites(name: string, sites: SiteTable): string[] {
  return sites.labels
    .filter(({ label }) => {
      const isPart = siteKey(label).startsWith(`${siteKey(name)} `);
      return isPart || nameDistance(name, label) <= CLOSE;
    })
    .map(({ label }) => label);
}

/** Whether a label of several names has a known site among them: it is misread, not unknown. */
function holdsSite(name: string, sites: SiteTable): boolean {
  return name.split(/\s+(?:et|ET|Et|&)\s+|\s*\/\s*/).some((part) => sites.find(part) !== null);
}

/** Labels in the news that look like the sites' own beside them: as emphasised as those are. */
function labels({ blocks, news }: Reading, sites: SiteTable): Candidate[] {
  const own = news.flatMap(({ from }) => blocks[from] ?? []);
  const emphasised = own.filter((block) => isEmphasised(block)).length * 2 > own.length;
  const known = new Set(own);
  return news.flatMap(({ from, to }) =>
    blocks.slice(from, to).flatMap((block) => {
      const name = known.has(block) ? null : labelOf(block);
      if (name === null || (emphasised && !isEmphasised(block))) return [];
      if (!emphasised && isOrdinary(name, blocks)) return [];
      if (siteLabel(`${name} :`, sites, [':']) !== null || topicOf(name) !== null) return [];
      if (holdsSite(name, sites)) return [];
      return [{ name, line: block.place.line, sentence: block.text }];
    }),
  );
}

const isEmphasised = (block: Block): boolean => block.kind === 'heading' || leadLength(block) > 0;

/** `Lille` of "**Lille :** 12 inclusions" or of a line of its own. */
function labelOf(block: Block): string | null {
  if (block.kind === 'whole') return null;
  const lead = leadLength(block);
  const line = lead > 0 ? block.text.slice(0, lead) : block.text;
  const colon = block.text.search(/\s*[:–]\s/);
  const end = colon > 0 ? colon : line.replace(/\s*[:–]\s*$/, '').length;
  if (end > 40 || (colon < 0 && lead === 0 && block.kind !== 'heading')) return null;
  const name = block.text.slice(0, end).trim().replace(LEAD, '');
  return TOWN.test(name) ? name : null;
}

/** Whether the words of a label are used as ordinary words: `Proposition`, `Bonne nouvelle`. */
function isOrdinary(name: string, blocks: readonly Block[]): boolean {
  const lower = words(name).filter((word) => word.length > 3);
  return (
    lower.every((word) => COMMON.has(word)) ||
    blocks.some((block) => lower.some((word) => hasLowerCase(block.text, word)))
  );
}

const COMMON = new Set(
  'proposition propositions question questions reponse reponses remarque remarques attention rappel information informations projet projets note bonne nouvelle nouvelles point points besoin besoins difficulte difficultes recrutement inclusions inclusion suivi suivis formation formations perspective perspectives equipe reseau effectif effectifs bilan bilans divers demande demandes'.split(
    ' ',
  ),
);

function hasLowerCase(text: string, word: string): boolean {
  return words(text).includes(word) && new RegExp(`(?<!\\p{L})${word}`, 'u').test(text);
}

/** `Lille` of "Anne MARTEL (Lille)" among the people. */
function parentheses({ blocks, zones }: Reading, sites: SiteTable): Candidate[] {
  return zones
    .filter(({ topic }) => topic === 'participants' || topic === 'excused')
    .flatMap(({ from, to }) => blocks.slice(from, to))
    .flatMap((block) =>
      [...block.text.matchAll(/\(([^()]+)\)/g)].flatMap(([, inside]) => {
        const parts = (inside ?? '').split(/\s*[,;/]\s*|\s+et\s+|\s+[-–]\s+/);
        const isKnown = parts.some((part) => siteLabel(`${part} :`, sites, [':']) !== null);
        const town = parts.find((part) => TOWN.test(part) && !/^\p{Lu}{2,6}$/u.test(part));
        if (isKnown || town === undefined) return [];
        return [{ name: town, line: block.place.line, sentence: block.text }];
      }),
    );
}
