import type { Guide } from '../guide.ts';
import { isKind, KINDS } from '../record.ts';
import { type Filters, FILTERS } from '../state.ts';
import type { Parts } from './parts.ts';
import type { Answer } from './search-index.ts';

const ALL: Filters = { site: 'tous', annee: 'toutes', genre: 'toutes' };

/** The filters as they are chosen. */
export function readFilters(parts: Parts): Filters {
  return { site: parts.site.value, annee: parts.annee.value, genre: parts.genre.value };
}

/**
 * Fills the lists of the filters, with how many passages each value would leave; what was chosen is
 * there in any case. Without an answer, with what was chosen alone.
 */
export function fillFilters(parts: Parts, chosen: Filters, answer?: Answer): void {
  for (const name of FILTERS) {
    const counts = answer?.facets[name] ?? {};
    const values = [...new Set([...Object.keys(counts), chosen[name]])].filter(
      (value) => value !== '',
    );
    const labelled = values
      .map((value) => ({ value, label: labelOf(name, value, answer?.guide) }))
      .sort((a, b) => compare(name, a, b))
      .map(({ value, label }) => {
        const count = answer === undefined ? '' : `\u00a0(${counts[value] ?? 0})`;
        return new Option(`${label}${count}`, value);
      });
    const select = parts[name];
    select.replaceChildren(new Option(ALL[name], ''), ...labelled);
    select.value = chosen[name];
  }
  const isChosen = FILTERS.some((name) => chosen[name] !== '');
  if (answer === undefined) return;
  delete parts.filters.dataset['awaited'];
  parts.filters.hidden = !isChosen && Object.keys(answer.facets.genre).length === 0;
}

/** Keeps the filters' place free until the answer fills them, so that they push nothing away. */
export function awaitFilters({ filters }: Parts): void {
  if (!filters.hidden) return;
  filters.dataset['awaited'] = '';
  filters.hidden = false;
}

/** Gives the place back that no answer filled. */
export function dropFilters({ filters }: Parts): void {
  if (filters.dataset['awaited'] === undefined) return;
  delete filters.dataset['awaited'];
  filters.hidden = true;
}

interface Labelled {
  value: string;
  label: string;
}

/** Years newest first, the rest by their names. */
function compare(name: keyof Filters, a: Labelled, b: Labelled): number {
  return name === 'annee' ? b.value.localeCompare(a.value) : a.label.localeCompare(b.label, 'fr');
}

function labelOf(name: keyof Filters, value: string, guide: Guide | undefined): string {
  if (name === 'genre') return isKind(value) ? KINDS[value].all : value;
  if (name === 'site') return guide?.same.find(({ site }) => site === value)?.forms[0] ?? value;
  return value;
}
