import { memoised } from '../../minutes/memo.ts';

/**
 * Folds a text for matching without changing its length, so that offsets found in the folded text
 * hold in the text itself: accents and case go, typographic apostrophes, hyphens and spaces become
 * plain ones, œ becomes o.
 */
export const foldKeepingLength = memoised((text) => {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower.replace(BEYOND_ASCII, foldCharacter)
    : text.replace(/./gsu, foldCharacter);
});

const BEYOND_ASCII = /[^\0-\x7f]/gu;
const folds = new Map<string, string>();

/** One character, folded to as many code units as it has; most of them come back. */
function foldCharacter(char: string): string {
  const known = folds.get(char);
  if (known !== undefined) return known;
  const bare = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const plain = PLAIN[bare] ?? bare;
  const folded =
    plain.length === char.length ? plain : plain.slice(0, char.length).padEnd(char.length);
  folds.set(char, folded);
  return folded;
}

const PLAIN: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u2032': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '–',
  '\u2014': '–',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  œ: 'o',
  æ: 'a',
};

/**
 * Folds a short label for the vocabulary: as above, and inclusive endings go
 * ("Étaient présent·e·s", "Participant(e)s" → "etaient presents", "participants").
 */
export const foldLabel = memoised((text) =>
  foldKeepingLength(text.normalize('NFC'))
    .replace(/[·•.\-–(]e?[·•.\-–)]?s?\)?(?=\s|$|:)/g, (ending) => (ending.includes('s') ? 's' : ''))
    .replace(/[^\p{L}\p{N}' /-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);
