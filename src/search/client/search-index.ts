import { collectPassages, type Found } from '../passages.ts';
import type { PagefindInstance } from '../pagefind-api.ts';
import type { Query } from '../query.ts';
import { watchIndexReads } from './index-reads.ts';
import { loadPagefind } from './load-pagefind.ts';
import { sealedReader } from './vault.ts';

/** What a search brought. */
export interface SearchAnswer extends Found {
  /** Some part of the index could not be read: results may be missing. */
  partial: boolean;
  /** The years that have minutes, newest first. */
  years: string[];
}

/** The index as the page uses it: opened at the first search, opened anew after a failure. */
export interface SearchIndex {
  /** @throws {Error} when the index cannot be read at all. */
  search(query: Query, year: string): Promise<SearchAnswer>;
}

/**
 * Opens the index at `indexPath` (`/cdp/pagefind/`), whose pages live under `base`; both begin and end
 * with a slash. Pagefind runs on the page itself, not in its worker: our index is small, and only here
 * can its reads be watched and be answered by the vault where no service worker does.
 */
export function openSearchIndex(
  base: string,
  indexPath: string,
  load: typeof loadPagefind = loadPagefind,
): SearchIndex {
  const reads = watchIndexReads(globalThis, indexPath, readFile(globalThis.fetch.bind(globalThis)));
  let instance: Promise<PagefindInstance> | null = null;
  let attempt = 0;

  const open = async (): Promise<PagefindInstance> => {
    const pagefind = await load(indexPath, sealedReader(), attempt);
    return pagefind.createInstance({
      basePath: indexPath,
      baseUrl: base,
      noWorker: true,
      excerptLength: 34,
      excerptEllipsis: '…',
    });
  };
  /** After a failure the next search starts from a new entry file. */
  const reset = (): void => {
    instance = null;
    attempt += 1;
  };

  return {
    search: async (query, year) => {
      reads.takeFailures();
      instance ??= open();
      try {
        const pagefind = await instance;
        const [response, filters] = await Promise.all([
          pagefind.search(query.term, { filters: year === '' ? {} : { annee: year } }),
          pagefind.filters(),
        ]);
        const fragments = await readable(response.results.map((result) => result.data()));
        const partial = reads.takeFailures().length > 0;
        if (partial) reset();
        const years = Object.keys(filters['annee'] ?? {}).toSorted((a, b) => b.localeCompare(a));
        return { ...collectPassages(fragments, query.words), partial, years };
      } catch (error) {
        reset();
        throw error;
      }
    },
  };
}

/** What could be read, as long as anything could; the failures are counted where they are read. */
async function readable<T>(reads: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(reads);
  const values = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (values.length === 0) await Promise.all(reads);
  return values;
}

function readFile(plainFetch: typeof fetch) {
  return (path: string): Promise<Response> => (sealedReader() ?? plainFetch)(path);
}
