/**
 * Folds a text for matching without changing its length, so that offsets found in the folded text
 * hold in the text itself: accents and case go, typographic apostrophes, hyphens and spaces become
 * plain ones, œ becomes o.
 */
export function foldKeepingLength(text: string): string {
  let folded = '';
  for (const char of text) {
    const bare = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const plain = PLAIN[bare] ?? bare;
    folded +=
      plain.length === char.length ? plain : plain.slice(0, char.length).padEnd(char.length);
  }
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
export function foldLabel(text: string): string {
  return foldKeepingLength(text.normalize('NFC'))
    .replace(/[·•.\-–(]e?[·•.\-–)]?s?\)?(?=\s|$|:)/g, (ending) => (ending.includes('s') ? 's' : ''))
    .replace(/[^\p{L}\p{N}' /-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
