/** The part of Pagefind 1.6's browser API that we use (`pagefind.js` carries no types). */
export interface PagefindModule {
  createInstance(options: PagefindOptions): PagefindInstance;
}

export interface PagefindOptions {
  /** Where the index lies, base included: `/cdp/pagefind/`. */
  basePath: string;
  /** What result URLs are put behind: the site's base. */
  baseUrl: string;
  noWorker: boolean;
}

/** Values of filters: all of the keys, any of their values. */
export type PagefindFilters = Record<string, { any: readonly string[] }>;

export interface PagefindInstance {
  /** @param term `null` for all that the filters let through, in the order asked for */
  search(
    term: string | null,
    options: { filters?: PagefindFilters; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: PagefindResult[] }>;
  /** Every filter with its values and how many sections carry each. */
  filters(): Promise<Record<string, Record<string, number>>>;
}

/** One section that a search found. */
export interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<PagefindFragment>;
}

export interface PagefindFragment {
  /** Base and anchor included. */
  url: string;
  /** The section's text as indexed. */
  content: string;
  meta: { title?: string };
  filters: Record<string, string[]>;
}
