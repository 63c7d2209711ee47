import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAST } from '../../../src/bench/search.ts';
import { indexCorpus, openInNode } from '../../../src/bench/search-corpus.ts';
import {
  type Asked,
  askQuestions,
  qualityOf,
  referenceOf,
} from '../../../src/bench/search-questions.ts';

const { fetch: plainFetch } = globalThis;
let asked: Asked[];

beforeAll(async () => {
  asked = await askQuestions(await openInNode(await indexCorpus()));
}, 120_000);
afterAll(() => {
  Object.assign(globalThis, { fetch: plainFetch });
});

describe('what coordinators ask', () => {
  it('is asked in many ways, of nearly every CR', () => {
    const routes = new Set(asked.flatMap(({ answers }) => answers.map((one) => one.split('#')[0])));
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect(routes.size).toBe(12);
  });

  it('is answered among the first three sections, mostly by the first', () => {
    const { recall, mrr } = qualityOf(asked);
    expect(recall).toBeGreaterThanOrEqual(LEAST.recall);
    expect(mrr).toBeGreaterThanOrEqual(LEAST.mrr);
  });
});

describe('qualityOf', () => {
  it('counts the first three, and how far up', () => {
    const at = (place: number | null): Asked => ({ ask: '', answers: [], place, isHeldOut: false });
    expect(qualityOf([at(1), at(2), at(4), at(null)])).toEqual({
      count: 4,
      recall: 0.5,
      mrr: 1.75 / 4,
    });
  });

  it('names sections as the questions do', () => {
    expect(referenceOf('/cdp/comptes-rendus/46/#epinal')).toBe('46#epinal');
    expect(referenceOf('/cdp/comptes-rendus/2025-05-19/')).toBe('2025-05-19#');
  });
});
