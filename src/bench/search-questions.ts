import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SearchIndex } from '../search/client/search-index.ts';
import { NO_FILTERS } from '../search/state.ts';

const QUESTIONS = join('tests', 'search', 'questions.yaml');
const PAGE = '/cdp/comptes-rendus/';
/** Every so manieth question is held out. */
const HELD_OUT = 3;
const TOP = 3;

/** A question, and where its first right answer stood. */
export interface Asked {
  ask: string;
  /** Sections that answer: `46#epinal`. */
  answers: string[];
  /** From 1; `null` where none of the first ten answers. */
  place: number | null;
  isHeldOut: boolean;
}

/** How well a set of questions is answered. */
export interface Quality {
  count: number;
  /** Share of questions with a right answer among the first three. */
  recall: number;
  /** Mean of one over the place of the first right answer. */
  mrr: number;
}

/** Asks every question. */
export async function askQuestions(index: SearchIndex): Promise<Asked[]> {
  const questions = parse(readFileSync(QUESTIONS, 'utf8')) as Pick<Asked, 'ask' | 'answers'>[];
  const asked: Asked[] = [];
  for (const [number, { ask, answers }] of questions.entries()) {
    const { passages } = await index.search({
      text: ask,
      filters: NO_FILTERS,
      sort: 'pertinence',
      exact: false,
      limit: 10,
    });
    const at = passages.findIndex(({ href }) => answers.includes(referenceOf(href)));
    const isHeldOut = number % HELD_OUT === HELD_OUT - 1;
    asked.push({ ask, answers, place: at < 0 ? null : at + 1, isHeldOut });
  }
  return asked;
}

/** `/cdp/comptes-rendus/46/#epinal` → `46#epinal`; a page's own → `46#`. */
export function referenceOf(href: string): string {
  const [page = '', anchor = ''] = href.slice(PAGE.length).split('#');
  return `${page.replace('/', '')}#${anchor}`;
}

export function qualityOf(asked: readonly Asked[]): Quality {
  const count = asked.length;
  const found = asked.filter(({ place }) => place !== null && place <= TOP).length;
  const sum = asked.reduce((total, { place }) => total + (place === null ? 0 : 1 / place), 0);
  return { count, recall: found / count, mrr: sum / count };
}
