/** The filters of the search, as addresses name them. */
export const FILTERS = ['site', 'annee', 'genre'] as const;
type FilterName = (typeof FILTERS)[number];
/** The value chosen of each filter; '' for all. */
export type Filters = Record<FilterName, string>;

export const NO_FILTERS: Filters = { site: '', annee: '', genre: '' };

/** What a reader asks for. */
export interface SearchState {
  text: string;
  filters: Filters;
  sort: 'pertinence' | 'date';
  /** Nothing is corrected. */
  exact: boolean;
}

/** Reads what the address of the search page asks for; what it does not know it leaves out. */
export function readState(params: URLSearchParams): SearchState {
  const value = (name: string): string => params.get(name) ?? '';
  return {
    text: value('q'),
    filters: { site: value('site'), annee: value('annee'), genre: value('genre') },
    sort: value('tri') === 'date' ? 'date' : 'pertinence',
    exact: value('exact') === '1',
  };
}

/** The address of the search page, at `path`, for a state. */
export function addressOf(path: string, { text, filters, sort, exact }: SearchState): string {
  const entries = [
    ['q', text.trim()],
    ...FILTERS.map((name) => [name, filters[name]]),
    ['tri', sort === 'date' ? 'date' : ''],
    ['exact', exact ? '1' : ''],
  ].filter(([, value]) => value !== '');
  const query = new URLSearchParams(entries).toString();
  return query === '' ? path : `${path}?${query}`;
}
