import type { Figure } from './figure.ts';
import { indexCorpus, openInNode } from './search-corpus.ts';
import { askQuestions, qualityOf } from './search-questions.ts';

/** The least that the search has to answer. */
export const LEAST = { recall: 0.95, mrr: 0.85 };

/** The most that may be missing to one. */
const missing = (least: number): number => Number((1 - least).toFixed(2));

/** How well the search answers the questions of `tests/search/questions.yaml`, those held out apart. */
export async function* searchBench(): AsyncGenerator<Figure> {
  const asked = await askQuestions(await openInNode(await indexCorpus()));
  const sets = [
    { name: 'all', questions: asked, isHeld: true },
    { name: 'tuned on', questions: asked.filter((one) => !one.isHeldOut), isHeld: false },
    { name: 'held out', questions: asked.filter((one) => one.isHeldOut), isHeld: false },
  ];
  for (const { name, questions, isHeld } of sets) {
    const { count, recall, mrr } = qualityOf(questions);
    const of = `${name} (${count} questions)`;
    // Figures have a most: what is missed of the whole.
    yield { name: `${of}: recall@3`, value: recall, unit: '', most: null };
    yield { name: `${of}: MRR`, value: mrr, unit: '', most: null };
    if (!isHeld) continue;
    yield { name: `${of}: 1 − recall@3`, value: 1 - recall, unit: '', most: missing(LEAST.recall) };
    yield { name: `${of}: 1 − MRR`, value: 1 - mrr, unit: '', most: missing(LEAST.mrr) };
  }
}
