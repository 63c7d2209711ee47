import { CLOSE, nameDistance, nameWords, rotations } from '../minutes/names.ts';
import type { Spelling } from './appearances.ts';

/** Why two spellings may be one person, most telling first. */
export type Likeness = 'letters' | 'order' | 'initial' | 'close' | 'part';
const LIKENESSES: readonly Likeness[] = ['letters', 'order', 'initial', 'close', 'part'];

/** Sorts kinds of likeness, most telling first. */
export function byLikeness(a: Likeness, b: Likeness): number {
  return LIKENESSES.indexOf(a) - LIKENESSES.indexOf(b);
}

/**
 * Why two spellings may be one person, or `null`: the same letters (`letters`), in another word order
 * (`order`), an initial for a first name (`initial`), a distance up to {@link CLOSE} (`close`), or one
 * word only, the same site (`part`).
 */
export function likeness(a: Spelling, b: Spelling): Likeness | null {
  const [wordsA, wordsB] = [nameWords(a.name), nameWords(b.name)];
  if (wordsA.join('') === wordsB.join('')) return 'letters';
  const distance = nameDistance(a.name, b.name);
  if (distance === 0) return 'order';
  if (rotations(wordsB).some((words) => areInitials(wordsA, words))) return 'initial';
  if (distance <= CLOSE) return 'close';
  return isPart(a, b) || isPart(b, a) ? 'part' : null;
}

/** Whether word for word the names are equal but for initials, and one whole word at least is. */
function areInitials(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let isAnchored = false;
  for (const [index, word] of a.entries()) {
    const other = b[index] ?? '';
    if (word === other) isAnchored ||= word.length > 1;
    else if (!isInitialOf(word, other) && !isInitialOf(other, word)) return false;
  }
  return isAnchored;
}

function isInitialOf(word: string, whole: string): boolean {
  return word.length === 1 && whole.startsWith(word);
}

/** Whether `short` is one word of `long`, and is named for one site only, which is also the other's. */
function isPart(short: Spelling, long: Spelling): boolean {
  const [word, ...more] = nameWords(short.name);
  const [site, ...otherSites] = short.sites;
  if (word === undefined || word.length < 2 || more.length > 0) return false;
  if (site == null || otherSites.length > 0 || !long.sites.includes(site)) return false;
  const words = nameWords(long.name);
  return words.length > 1 && words.includes(word);
}
