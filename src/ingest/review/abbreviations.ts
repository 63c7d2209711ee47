import { fold, oneLine } from '../../minutes/text.ts';
import { siteKey, type SiteTable } from '../../minutes/sites.ts';
import type { Entry } from './entry.ts';
import type { Passage } from './passages.ts';
import { quote } from './passages.ts';
import { guillemets } from './words.ts';

/** Two to six capitals, with a figure or a plural: `PMI`, `V2` is none, `MDPH`, `ETPs`, `Art51` is none. */
const TOKEN = /(?<![\p{L}\p{N}'’.@/_-])(\p{Lu}{2,6}\d{0,2})s?(?![\p{L}\p{N}@_]|[-'’]\p{L})/gu;
const ROMAN = /^[IVX]+$/;
/** Written in capitals and explained nowhere, because everybody reads them. */
const PLAIN = new Set(
  'OUI NON NB PS OK RAS TV PDF SMS USB URL PC WIFI ET OU DE LE LA LES DU DES UN UNE SUR PAR POUR EN AU AUX NE PAS TRES SI FIN'.split(
    ' ',
  ),
);
/** Parts of a CR whose capitals are names. */
const PEOPLE = new Set<Passage['topic']>(['participants', 'excused']);
const SMALL = new Set(
  'de des du d la le les l et a au aux en pour par sur un une dans avec'.split(' '),
);

/** The abbreviations of a text, each once: what later CRs need not explain again. */
export function abbreviationsIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(TOKEN)].map(([, token]) => token ?? '').filter((token) => !isPlain(token)),
  );
}

const isPlain = (token: string): boolean =>
  ROMAN.test(token) || PLAIN.has(fold(token).toUpperCase());

/**
 * Abbreviations that the glossary does not know, with the first sentence that has them, and what they
 * stand for where the text says it. Names of people and sites, headings in capitals are none.
 */
export function freshAbbreviations(
  passages: readonly Passage[],
  glossary: ReadonlySet<string>,
  sites: SiteTable,
  names: readonly string[],
): Entry[] {
  const found = new Map<string, { passage: Passage; count: number; meaning: string | null }>();
  const nameWords = new Set(names.flatMap((name) => name.split(/[\s-]+/)).map(fold));
  for (const passage of passages) {
    if (isShouted(passage.text) || PEOPLE.has(passage.topic)) continue;
    for (const match of passage.text.replace(SHOUTED, lowered).matchAll(TOKEN)) {
      const token = match[1] ?? '';
      if (isPlain(token) || glossary.has(token) || nameWords.has(fold(token))) continue;
      if (isOfName(passage.text, match.index, token) || isOfSite(token, sites)) continue;
      const known = found.get(token);
      const meaning = known?.meaning ?? expansion(token, passage.text, match.index);
      found.set(token, {
        passage: known?.passage ?? passage,
        count: (known?.count ?? 0) + 1,
        meaning,
      });
    }
  }
  return [...found].map(([token, { passage, count, meaning }]) => {
    const times = count === 1 ? '' : ` (${String(count)}\u00a0fois)`;
    const entry = { field: 'glossary', what: `sigle inconnu\u00a0: ${guillemets(token)}${times}` };
    if (meaning === null) return quote(passage, entry);
    return quote(passage, { ...entry, why: `le texte l’explique\u00a0: ${guillemets(meaning)}` });
  });
}

/** Several words in capitals that one small or long word shows to be a phrase: `COMPTE RENDU DE RÉUNION`. */
const SHOUTED = /(?<!\p{L})\p{Lu}{2,}(?:[ '’-]\p{Lu}{1,})+(?!\p{L})/gu;

function lowered(run: string): string {
  const words = run.split(/[ '’-]/);
  const isPhrase = words.some((word) => word.length > 6 || SMALL.has(fold(word)));
  return isPhrase ? run.toLowerCase() : run;
}

/** A line most of whose letters are capitals is a heading, not a list of abbreviations. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > 6 && capitals / letters > 0.6;
}

/** Whether capitals are a family name: behind a civility, or beside what may be a first name. */
function isOfName(text: string, at: number, token: string): boolean {
  const before = text.slice(0, at);
  if (/\b(?:Mmes?|MM?|Mr|Mlle|Dr|Pr|Docteure?|Madame|Monsieur)\.? $/u.test(before)) return true;
  const first = /(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) $/u.exec(before)?.[1];
  // "…, Anne-Catherine WURTZ": a hyphen makes a first name, whatever follows.
  if (first?.includes('-') === true) return true;
  if (!soundsLikeName(token)) return false;
  if (first !== undefined) return !FUNCTION.has(fold(first));
  return /^ \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?=[\s,;.()]|$)/u.test(text.slice(at + token.length));
}

const FUNCTION = new Set(
  'le la les un une des ce cet cette ces notre nos votre vos leur leurs du au aux en par pour avec sans sur chaque toute tous toutes'.split(
    ' ',
  ),
);

/** `LOPEZ`, not `DGCS`: long enough, and a vowel for every three letters. */
function soundsLikeName(token: string): boolean {
  const vowels = fold(token).match(/[aeiouy]/g)?.length ?? 0;
  return token.length >= 4 && vowels * 3 >= token.length;
}

function isOfSite(token: string, sites: SiteTable): boolean {
  const key = siteKey(token);
  return sites.labels.some(({ label }) => siteKey(label).split(' ').includes(key));
}

/** What the text says an abbreviation stands for: "PMI (protection…)" or "protection… (PMI)". */
function expansion(token: string, text: string, at: number): string | null {
  const behind = /^s?\s*\(([^()]{5,120})\)/.exec(text.slice(at + token.length))?.[1];
  if (behind !== undefined && initialsMatch(token, behind.split(/\s+/))) return oneLine(behind);
  if (!/\(\s*$/.test(text.slice(0, at))) return null;
  const before = text
    .slice(0, at)
    .replace(/\s*\(\s*$/, '')
    .split(/\s+/);
  for (let length = 2; length <= Math.min(before.length, 12); length += 1) {
    const candidate = before.slice(-length);
    if (initialsMatch(token, candidate)) return oneLine(candidate.join(' '));
  }
  return null;
}

/** Whether the initials of words, small ones aside, spell an abbreviation. */
function initialsMatch(token: string, written: readonly string[]): boolean {
  const letters = fold(token.replace(/\d/g, ''));
  const parts = written.flatMap((word) => fold(word).split(/['-]/)).filter((word) => word !== '');
  if (SMALL.has(parts[0] ?? '')) return false;
  const initials = parts.map((word) => word[0] ?? '').join('');
  const main = parts
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0] ?? '')
    .join('');
  return initials === letters || main === letters;
}
