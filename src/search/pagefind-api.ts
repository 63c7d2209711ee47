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
  /** Words of an excerpt. */
  excerptLength: number;
  excerptEllipsis: string;
}

export interface PagefindInstance {
  search(term: string, options: { filters: Record<string, string> }): Promise<PagefindResponse>;
  /** Every filter with its values and how many pages carry each. */
  filters(): Promise<Record<string, Record<string, number>>>;
  destroy(): Promise<void>;
}

export interface PagefindResponse {
  results: { id: string; data(): Promise<PagefindFragment> }[];
}

/** One page that a search found. */
export interface PagefindFragment {
  /** Base included. */
  url: string;
  /** The page's text as indexed; `locations` count its runs between white space. */
  content: string;
  meta: Record<string, string>;
  sub_results: PagefindPart[];
}

/** The part of a page from one heading with an id to the next. */
export interface PagefindPart {
  title: string;
  /** With the heading's anchor. */
  url: string;
  /** Text with `<mark>`; angle brackets of the text itself are escaped, nothing else is. */
  excerpt: string;
  locations: number[];
}
