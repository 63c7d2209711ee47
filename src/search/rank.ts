/** How well sections answer one concept of a query, each from 0 to 1. */
export type Strengths = ReadonlyMap<string, number>;

export interface Ranked {
  id: string;
  score: number;
  /** Share of the query, weighed by how telling its concepts are, that the section answers. */
  coverage: number;
}

/** How much a match anywhere counts beside a strong one. */
const PRESENCE = 0.6;
/** How much less the oldest section weighs than the newest. */
const AGE = 0.12;
/** What answers less than this share of what the best answers is left out. */
const NEAR = 0.4;

/**
 * Pagefind's scores of one question as strengths; `weight` is that of the question.
 * @param isEven all answer alike: nothing but filters was asked for
 */
export function strengthsOf(
  results: readonly { id: string; score: number }[],
  weight: number,
  isEven: boolean,
): Map<string, number> {
  const best = Math.max(0, ...results.map(({ score }) => score));
  const share = (score: number): number => (isEven || best === 0 ? 1 : score / best);
  return new Map(
    results.map(({ id, score }) => [id, weight * (PRESENCE + (1 - PRESENCE) * share(score))]),
  );
}

/** The better strength for each section. */
export function strongest(all: readonly Strengths[]): Map<string, number> {
  const joined = new Map<string, number>();
  for (const strengths of all) {
    for (const [id, value] of strengths) joined.set(id, Math.max(value, joined.get(id) ?? 0));
  }
  return joined;
}

/** How telling a concept is that `found` of `all` sections answer. */
function weightOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

/** What a query's concepts make of the sections. */
export interface Ranking {
  /** The value of a section; `holds` says of which of its concepts it was found to speak. */
  valueOf: (id: string, holds?: (concept: number) => boolean) => Ranked;
  /** The sections that answer, best first; of equals the newer. */
  listed: (lets: (id: string) => boolean) => Ranked[];
}

/**
 * Ranks sections by what they answer of a query: the sum of their strengths, telling concepts first,
 * those that answer all of it before those that answer a part; of equals the newer.
 * @param order every section's place, newest first
 */
export function rankingOf(
  concepts: readonly Strengths[],
  order: ReadonlyMap<string, number>,
): Ranking {
  const all = order.size;
  const weights = concepts.map((strengths) => weightOf(strengths.size, all));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const place = (id: string): number => order.get(id) ?? all;

  const valueOf: Ranking['valueOf'] = (id, holds = () => true) => {
    let [score, answered] = [0, 0];
    concepts.forEach((strengths, index) => {
      const strength = strengths.get(id);
      if (strength === undefined || !holds(index)) return;
      score += strength * (weights[index] ?? 0);
      answered += weights[index] ?? 0;
    });
    const coverage = sum === 0 ? 0 : answered / sum;
    return { id, score: score * coverage * (1 - (AGE * place(id)) / all), coverage };
  };
  const listed: Ranking['listed'] = (lets) => {
    const ids = new Set(concepts.flatMap((strengths) => [...strengths.keys()]));
    const ranked = [...ids].filter(lets).map((id) => valueOf(id));
    return nearBest(ranked).sort((a, b) => b.score - a.score || place(a.id) - place(b.id));
  };
  return { valueOf, listed };
}

/** Leaves out what answers much less than another does. */
export function nearBest<T extends { coverage: number }>(ranked: readonly T[]): T[] {
  const best = Math.max(0, ...ranked.map(({ coverage }) => coverage));
  return ranked.filter(({ coverage }) => coverage > 0 && coverage >= NEAR * best);
}
