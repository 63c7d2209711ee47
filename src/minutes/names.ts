import leven from 'leven';
import { fold, oneLine } from './text.ts';

/** Names up to this distance may be one person: proposed to a person, never merged by itself. */
export const CLOSE = 0.2;

const CIVILITY =
  /^(?:(?:mmes?|mlles?|mrs?|drs?|prs?|m)\.?|madame|mademoiselle|monsieur|docteure?|professeure?)$/;

/**
 * The words of a person's name, folded: no civility before it, parted at spaces, hyphens and full
 * stops, apostrophes gone: `Mme Claire-Lise d’Arc` → `claire`, `lise`, `darc`. A name that is a
 * civility alone keeps it.
 */
export function nameWords(name: string): string[] {
  const parts = fold(oneLine(name)).replaceAll("'", '').split(' ');
  const isTitled = parts.length > 1 && CIVILITY.test(parts[0] ?? '');
  return (isTitled ? parts.slice(1) : parts).join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The form in which one name's spellings are equal whatever their case, accents, hyphens, civility
 * and word order: `LELEU Claire-Lise` → `claire leleu lise`.
 */
export function nameKey(name: string): string {
  return nameWords(name).sort().join(' ');
}

/** Every order in which the words of a name may stand, family name first or last. */
export function rotations(words: readonly string[]): string[][] {
  if (words.length < 2) return [[...words]];
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)]);
}

/**
 * How far apart two names are, from 0 (the same) to 1: the edits between their letters, folded, over
 * the length of the longer. Hyphens, spaces, apostrophes, civility and word order do not count.
 */
export function nameDistance(a: string, b: string): number {
  const letters = nameWords(a).join('');
  const edits = rotations(nameWords(b)).map((words) => {
    const others = words.join('');
    const longer = Math.max(letters.length, others.length);
    return longer === 0 ? 0 : leven(letters, others) / longer;
  });
  return Math.min(...edits);
}
