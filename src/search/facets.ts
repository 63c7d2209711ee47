import { type Filters, FILTERS } from './state.ts';

/** What a section says of itself without being read. */
export interface Attributes {
  annee: string;
  genre: string;
  site: string[];
}

/** For each filter its values, and how many sections there would be of each. */
export type Facets = Record<keyof Filters, Record<string, number>>;

/** Whether a section passes the filters. */
export function lets(filters: Filters, own: Attributes | undefined): boolean {
  return FILTERS.every((name) => {
    const [chosen, value] = [filters[name], own?.[name]];
    if (chosen === '') return true;
    return typeof value === 'string' ? value === chosen : value?.includes(chosen) === true;
  });
}

/**
 * Counts what each value of a filter would leave, the other filters kept.
 * @param find the sections found under some filters
 */
export function facetsOf(
  chosen: Filters,
  attributes: ReadonlyMap<string, Attributes>,
  find: (filters: Filters) => readonly string[],
): Facets {
  const facets: Facets = { site: {}, annee: {}, genre: {} };
  for (const name of FILTERS) {
    for (const id of find({ ...chosen, [name]: '' })) {
      const own = attributes.get(id)?.[name] ?? [];
      for (const value of typeof own === 'string' ? [own] : own) {
        facets[name][value] = (facets[name][value] ?? 0) + 1;
      }
    }
  }
  return facets;
}
