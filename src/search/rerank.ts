import type { Passage } from './passage.ts';
import { nearBest } from './rank.ts';

/** How much more a section counts whose title answers the whole query. */
const TITLE = 0.5;
/** How much more one counts in which the words stand side by side. */
const NEARNESS = 0.25;
/** A summary names what its CR speaks of elsewhere. */
const SUMMARY = 0.85;

/** Compares sections closely: by title, by how near the words stand, summaries after what they sum up. */
export function rerank<T extends { score: number; coverage: number; passage: Passage }>(
  found: readonly T[],
): T[] {
  const value = ({ score, passage }: T): number => {
    const { inTitle, span, kind } = passage;
    const title = inTitle.filter(Boolean).length / Math.max(1, inTitle.length);
    const near = inTitle.length > 1 && span < Infinity ? inTitle.length / span : 0;
    const summary = kind === 'en-bref' ? SUMMARY : 1;
    return score * (1 + TITLE * title) * (1 + NEARNESS * Math.min(1, near)) * summary;
  };
  return nearBest(found)
    .map((one) => ({ one, value: value(one) }))
    .sort((a, b) => b.value - a.value)
    .map(({ one }) => one);
}
