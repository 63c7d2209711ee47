import { type Document, linesOf } from './document.ts';

/** Characters that nobody sees: soft hyphens, joiners, marks of direction, byte order marks. */
const UNSEEN =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/**
 * Text as these tests compare it, written apart from the importer's own folding: compatibility
 * forms and ligatures taken apart, accents and unseen characters dropped, lower case.
 */
export function bare(text: string): string {
  return text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .toLowerCase();
}

export const wordsOf = (text: string): string[] => bare(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words a reader sees in a document, secrets left out. */
export function visibleWords(document: Document): string[] {
  return linesOf(document).flatMap((line) =>
    wordsOf(line.map((each) => (each.secret === true ? ' ' : each.text)).join('')),
  );
}

/** Words of `source` that `kept` holds less often, each as often as it is missing. */
export function missingWords(source: readonly string[], kept: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of kept) counts.set(word, (counts.get(word) ?? 0) + 1);
  return source.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
