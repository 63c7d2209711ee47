import type { SiteFile } from '../seal/site-file.ts';
import { type Forbidden, hasWord } from './forbidden.ts';
import { readings } from './readings.ts';
import { foldedWords, grams } from './words.ts';

/** Gated text found in a file that is to be published. */
export interface Leak {
  path: string;
  /** How many different sequences, names and titles. */
  count: number;
  /** A few of them, masked: enough to find the place, not to tell what it says. */
  samples: string[];
}

/** Reads every byte of what is to be published for what only gated files may hold. */
export function scanForLeaks(published: readonly SiteFile[], forbidden: Forbidden): Leak[] {
  return published.flatMap(({ path, bytes }) => {
    const hits = new Set<string>();
    // Addresses of pages are public by design; any other name may tell.
    const names = path.endsWith('/index.html') ? [] : [path];
    for (const text of [...readings(bytes), ...names]) {
      for (const hit of hitsIn(text, forbidden)) hits.add(hit);
    }
    return hits.size === 0
      ? []
      : [{ path, count: hits.size, samples: [...hits].slice(0, 3).map(masked) }];
  });
}

function* hitsIn(
  text: string,
  { grams: sequences, phrases, literals }: Forbidden,
): Generator<string> {
  const words = foldedWords(text);
  for (const gram of grams(words)) if (sequences.has(gram)) yield gram;
  for (const [index, word] of words.entries()) {
    for (const phrase of phrases.get(word) ?? []) {
      if (phrase.every((part, offset) => words[index + offset] === part)) yield phrase.join(' ');
    }
  }
  for (const literal of literals) if (hasWord(text, literal)) yield literal;
}

/** "cette phrase-là" → "c…": the first letter of what was found, and its length. */
const masked = (text: string): string => `${text.slice(0, 1)}… (${String(text.length)} characters)`;
