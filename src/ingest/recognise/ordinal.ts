import { foldKeepingLength } from './fold.ts';
import { NUMBER, parseNumber } from './numbers.ts';

const MEETING =
  '(?:(?:visio)?conferences?|visio\\w*|reunions?|rencontres?|seances?|ccl|cdp|pv|proces[- ]verbal|releves?|comptes?[- ]rendus?|cr)';
const SUFFIX = '(?:e|eme|ieme|me|re|er|nde?)';
const SHORT = '(?:e|eme|ieme)';
const ADJECTIVE =
  '(?:\\s+(?!(?:annee|famille|fois|enfant|page|partie|question|point)s?\\b)\\p{L}+){0,1}';
const OWN = '(?<![\\p{L}\\d/.,])';
/** « 53e conférence », « 59e et dernière conférence ». */
const BEFORE = new RegExp(
  `${OWN}(\\d{1,3})\\s*\\(?${SUFFIX}\\)?(?!\\p{L})${ADJECTIVE}\\s+${MEETING}(?!\\p{L})`,
  'u',
);
/** « conférence des coordinations locales n° 53 », « CCL n°55 ». */
const BEHIND = new RegExp(
  `(?<!\\p{L})${MEETING}(?!\\p{L})[^\\d\\n]{0,60}?(?:n\\s?[°o.]|numero|#)\\s?:?\\s?(\\d{1,3})(?!\\d)`,
  'u',
);
/** « CR CDP 55 », « CCL #60 », « Compte rendu 53 »; no hour, date or year. */
const BARE = new RegExp(
  `(?<!\\p{L})${MEETING}(?:\\s+(?:de |de la |du )?${MEETING})?\\s*[#:]?\\s*(\\d{1,3})(?![\\d/.:,]\\d|\\s?h|\\s*${SHORT}\\b|\\d|\\s+(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|enfants?|inclus|personnes|sites))`,
  'u',
);
/** « CONFÉRENCE DES COORDINATIONS LOCALES – 59è ». */
const LAST = new RegExp(
  `(?<!\\p{L})${MEETING}(?!\\p{L}).*?[\\s–,:(-](\\d{1,3})\\s?${SHORT}(?=\\s*(?:[–,:;).-]|$))`,
  'u',
);
/** « N° : 53 » alone, from a header table. */
const FIELD = /^\s*(?:n\s?[°o.]|numero)(?: (?:de|du|d')[^:\d]{0,40})?\s*:?\s*(\d{1,3})\s*$/;
const WORDS = new RegExp(
  `(?<!\\p{L})((?:${NUMBER}(?:[ -]et)?[ -])?\\p{L}+ieme|premiere?)${ADJECTIVE}\\s+${MEETING}(?!\\p{L})`,
  'u',
);
const ROMAN = new RegExp(
  `(?<!\\p{L})(?=[ivxlc]{2})(c{0,2}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))\\s?${SHORT}\\s+${MEETING}(?!\\p{L})`,
  'u',
);

/** Lines that number another conference. */
const OTHER =
  /\b(?:prochaine|suivante|precedente|derniere|validation|approbation|adoption|rappel)\b/;

/** The ordinal of a conference that a line of a CR's head states, and its offset; `null` for none. */
export function ordinalIn(text: string): { value: number; at: number } | null {
  const folded = foldKeepingLength(text);
  if (OTHER.test(folded)) return null;
  for (const pattern of [BEFORE, BEHIND, LAST, FIELD, BARE]) {
    const match = pattern.exec(folded);
    const value = Number(match?.[1] ?? 0);
    if (match !== null && value > 0) return { value, at: match.index };
  }
  for (const [pattern, read] of [
    [WORDS, ordinalWord],
    [ROMAN, romanNumeral],
  ] as const) {
    const match = pattern.exec(folded);
    const value = read(match?.[1] ?? '');
    if (match !== null && value !== null) return { value, at: match.index };
  }
  return null;
}

/** "cinquante-troisieme" → 53. */
function ordinalWord(word: string): number | null {
  if (/^premiere?$/.test(word)) return 1;
  const stem = word.replace(/ieme$/, '');
  const cardinal = stem.replace(/cinqu$/, 'cinq').replace(/neuv$/, 'neuf');
  return (
    [cardinal, `${cardinal}e`, `${cardinal}s`].map(parseNumber).find((value) => value !== null) ??
    null
  );
}

const DIGITS: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** "liii" → 53. */
function romanNumeral(text: string): number | null {
  const values = Array.from(text, (letter) => DIGITS[letter] ?? 0);
  const total = values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
  return total > 0 ? total : null;
}
