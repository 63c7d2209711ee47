import { type Facets, facetsOf, lets } from '../facets.ts';
import type { Guide } from '../guide.ts';
import { passageOf, type Passage } from '../passage.ts';
import { prepareQuery, type Query } from '../query.ts';
import { rankingOf, type Ranked } from '../rank.ts';
import { rerank } from '../rerank.ts';
import type { Filters, SearchState } from '../state.ts';
import { nearest } from '../vocabulary.ts';
import type { loadPagefind } from './load-pagefind.ts';
import { fragmentOf, look, type Looked, readable, type Results } from './look.ts';
import { indexOpener, type OpenIndex } from './open-index.ts';

/** What a reader asks for, and how many sections of it. */
export interface Request extends SearchState {
  limit: number;
}

/** What a search brought. */
export interface Answer {
  query: Query;
  passages: Passage[];
  /** How many sections there are in all. */
  total: number;
  /** False where no section answers all of the query, and these are the nearest. */
  complete: boolean;
  facets: Facets;
  /** Misspelt words, and what was looked for instead. */
  corrections: { from: string; to: string }[];
  /** Words that stand nowhere, and known ones that look like them. */
  unknown: { word: string; near: string[] }[];
  /** Some part of the index could not be read: results may be missing. */
  partial: boolean;
  guide: Guide;
}

/** The index as the search uses it: opened at the first search, opened anew after a failure. */
export interface SearchIndex {
  /** @throws {Error} when the index cannot be read at all. */
  search(request: Request): Promise<Answer>;
}

/** How many sections are read to be compared closely. */
const COMPARED = 16;

/** The search over the index at `indexPath`. See {@link indexOpener}. */
export function searchIndex(
  base: string,
  indexPath: string,
  load?: typeof loadPagefind,
): SearchIndex {
  const opener = indexOpener(base, indexPath, load);
  return {
    search: async (request) => {
      opener.takeFailures();
      try {
        const answer = await answerOf(await opener.open(), request);
        const partial = opener.takeFailures();
        if (partial) opener.reset();
        return { ...answer, partial };
      } catch (error) {
        opener.reset();
        throw error;
      }
    },
  };
}

async function answerOf(index: OpenIndex, request: Request): Promise<Omit<Answer, 'partial'>> {
  const query = prepareQuery(request.text, index.guide);
  const results: Results = new Map();
  const looked = await Promise.all(
    query.concepts.map((concept) => look(index, concept, results, request.exact)),
  );
  const asked: Query = { ...query, concepts: looked.map(({ concept }) => concept) };
  const scope = query.route === null ? null : await sectionsOf(index, query.route, results);
  const strengths = looked.map((one) => one.strengths);
  if (scope !== null && strengths.length === 0) strengths.push(scope);
  const ranking = rankingOf(strengths, index.order);
  const listed = (filters: Filters): Ranked[] =>
    ranking.listed(
      (id) => (scope === null || scope.has(id)) && lets(filters, index.attributes.get(id)),
    );

  const isByDate = request.sort === 'date' || asked.concepts.length === 0;
  const found = listed(request.filters);
  const place = ({ id }: Ranked): number => index.order.get(id) ?? 0;
  const wanted = isByDate ? [...found].sort((a, b) => place(a) - place(b)) : found;
  const compared = await readable(
    wanted
      .slice(0, isByDate ? request.limit : Math.max(request.limit, COMPARED))
      .map(async ({ id }) => {
        const passage = passageOf(await fragmentOf(id, results), asked.concepts);
        const holds = (concept: number): boolean =>
          passage.inText[concept] !== false || looked[concept]?.sure.has(id) === true;
        return { ...ranking.valueOf(id, holds), passage };
      }),
  );
  const kept = isByDate ? compared.filter(({ coverage }) => coverage > 0) : rerank(compared);
  return {
    query: asked,
    passages: kept.slice(0, request.limit).map(({ passage }) => passage),
    total: found.length - (compared.length - kept.length),
    complete: kept.some(({ coverage }) => coverage > 0.999),
    facets: facetsOf(request.filters, index.attributes, (filters) =>
      listed(filters).map(({ id }) => id),
    ),
    corrections: looked.flatMap(({ correction }) => correction ?? []),
    unknown: await unknownOf(index, looked),
    guide: index.guide,
  };
}

async function unknownOf(index: OpenIndex, looked: readonly Looked[]): Promise<Answer['unknown']> {
  const missing = looked.filter(({ strengths }) => strengths.size === 0);
  if (missing.length === 0) return [];
  const vocabulary = await index.vocabulary();
  return missing.map(({ concept: { text } }) => ({
    word: text,
    near: nearest(text, vocabulary, { most: 3, more: 1 }),
  }));
}

/** The sections of a CR. */
async function sectionsOf(
  { pagefind }: OpenIndex,
  route: string,
  results: Results,
): Promise<Map<string, number>> {
  const found = await pagefind.search(null, { filters: { cr: { any: [route] } } });
  for (const result of found.results) results.set(result.id, result);
  return new Map(found.results.map(({ id }) => [id, 1]));
}
