import { indexText } from './index-text.ts';
import type { SearchRecord } from './record.ts';
import { related, wordsIn } from './words.ts';

/** Words too short to guess at. */
const SHORTEST = 4;
/** From how many letters on two slips are forgiven. */
const LONG = 8;

/** The words that are indexed, folded, most frequent first, parted by spaces. */
export function vocabularyOf(records: readonly SearchRecord[]): string {
  const counts = new Map<string, number>();
  for (const { title, text } of records) {
    for (const { folded } of wordsIn(indexText(`${title}\n${text}`))) {
      if (folded.length < SHORTEST || /\d/.test(folded)) continue;
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join(' ');
}

/**
 * The known words nearest to a misspelt one, best first: one slip away (a letter more, less, other, or
 * two swapped), two in a word of eight letters or more; of equals the most frequent.
 * @param how.most how many are wanted
 * @param how.more slips beyond those that are forgiven: to suggest, not to correct
 */
export function nearest(word: string, vocabulary: string, { most = 1, more = 0 } = {}): string[] {
  if (word.length < SHORTEST || /\d/.test(word)) return [];
  const limit = (word.length >= LONG ? 2 : 1) + more;
  const near = vocabulary
    .split(' ')
    // The plural or the feminine may be all that was ever written.
    .flatMap((known) => [known, ...endless(known)])
    .filter((known) => Math.abs(known.length - word.length) <= limit)
    .map((known) => ({ known, slips: slipsBetween(word, known) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips)
    .map(({ known }) => known);
  return [...new Set(near)].slice(0, most);
}

/** A long word without the ending of its plural or feminine. */
function endless(known: string): string[] {
  const bare = known.length >= LONG ? known.replace(/(?:(?<=n)nes?|es?|s|x)$/, '') : known;
  return bare === known ? [] : [bare];
}

/** Known words of the same family as one that is not known itself (`remplacer`: `remplaçante`). */
export function familyOf(word: string, vocabulary: string): string[] {
  return vocabulary.split(' ').filter((known) => related({ word, exact: false }, known));
}

/** Damerau's distance (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
