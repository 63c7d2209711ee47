import { passageOf } from '../passage.ts';
import type { PagefindFilters, PagefindFragment, PagefindResult } from '../pagefind-api.ts';
import { type Concept, wordConcept } from '../query.ts';
import { strengthsOf, strongest } from '../rank.ts';
import { familyOf, nearest } from '../vocabulary.ts';
import type { OpenIndex } from './open-index.ts';

/** Every section that any question of a search brought. */
export type Results = Map<string, PagefindResult>;

/** What the index says of one concept. */
export interface Looked {
  /** The concept, or the nearest known word in its place. */
  concept: Concept;
  strengths: Map<string, number>;
  /** Sections that answer by what they are (their site, their day), not by a word. */
  sure: Set<string>;
  correction?: { from: string; to: string };
}

/** How many sections are read to see whether a word is known. */
const SAMPLE = 3;

/** How many words of a family are asked for. */
const FAMILY = 6;
/** How much a guessed word counts beside a typed one. */
const GUESSED = 0.8;

/** Asks the index for a concept; for the nearest known word where it does not know the one typed. */
export async function look(
  index: OpenIndex,
  concept: Concept,
  results: Results,
  exact: boolean,
): Promise<Looked> {
  const looked = await ask(index, concept, results);
  if (!concept.isWord || (await isKnown(looked, results))) return looked;
  const vocabulary = await index.vocabulary();
  const family = familyOf(concept.text, vocabulary).slice(0, FAMILY);
  if (family.length > 0) {
    const alternatives = family.map((term) => ({ term, weight: 1 }));
    return ask(index, { ...concept, alternatives }, results);
  }
  const [word] = exact ? [] : nearest(concept.text, vocabulary);
  if (word === undefined) return { ...looked, strengths: new Map() };
  const corrected = await ask(index, wordConcept(word, GUESSED), results);
  return { ...corrected, correction: { from: concept.text, to: word } };
}

async function ask({ pagefind }: OpenIndex, concept: Concept, results: Results): Promise<Looked> {
  const sure = new Set<string>();
  const all = await Promise.all(
    concept.alternatives.map(async ({ term, filters = {}, weight }) => {
      const any: PagefindFilters = {};
      for (const [name, values] of Object.entries(filters)) any[name] = { any: values };
      const found = await pagefind.search(term, { filters: any });
      for (const result of found.results) {
        results.set(result.id, result);
        if (term === null) sure.add(result.id);
      }
      return strengthsOf(found.results, weight, term === null);
    }),
  );
  return { concept, strengths: strongest(all), sure };
}

/** Pagefind falls back on shorter words where there is none (`1071` finds `1`): sections tell. */
async function isKnown({ concept, strengths }: Looked, results: Results): Promise<boolean> {
  const best = [...strengths].sort(([, a], [, b]) => b - a).slice(0, SAMPLE);
  const fragments = await readable(best.map(([id]) => fragmentOf(id, results)));
  return fragments.some((fragment) => passageOf(fragment, [concept]).inText[0] === true);
}

/** @throws {Error} when no question brought the section, or it cannot be read. */
export async function fragmentOf(id: string, results: Results): Promise<PagefindFragment> {
  const result = results.get(id);
  if (result === undefined) throw new Error(`The search has not met the section ${id}.`);
  return result.data();
}

/** What could be read, as long as anything could; the failures are counted where they are read. */
export async function readable<T>(reads: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(reads);
  const values = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (values.length === 0) await Promise.all(reads);
  return values;
}
