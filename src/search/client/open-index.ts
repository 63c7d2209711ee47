import type { Attributes } from '../facets.ts';
import type { Guide } from '../guide.ts';
import type { PagefindInstance } from '../pagefind-api.ts';
import { type IndexReads, type ReadFile, watchIndexReads } from './index-reads.ts';
import { loadPagefind } from './load-pagefind.ts';
import { indexReader, scriptReader } from './vault.ts';

/** The index, opened. */
export interface OpenIndex {
  pagefind: PagefindInstance;
  guide: Guide;
  /** Every section's place, newest CR first, in the order of its page. */
  order: ReadonlyMap<string, number>;
  attributes: ReadonlyMap<string, Attributes>;
  /** The words of the index, read when one is asked for that it does not know. */
  vocabulary: () => Promise<string>;
}

/** Opens the index once, and anew after a failure. */
export interface IndexOpener {
  open: () => Promise<OpenIndex>;
  /** Whether a part of the index could not be read since the last time; the next search opens it anew. */
  takeFailures: () => boolean;
  reset: () => void;
}

/**
 * Opens the index at `indexPath` (`/cdp/pagefind/`), whose pages live under `base`; both begin and end
 * with a slash. Pagefind runs on the page itself, not in its worker: our index is small, and only here
 * can its reads be watched and be answered by the vault where no service worker does.
 */
export function indexOpener(
  base: string,
  indexPath: string,
  load: typeof loadPagefind = loadPagefind,
): IndexOpener {
  const plainFetch = globalThis.fetch.bind(globalThis);
  const read: ReadFile = (path) => indexReader(plainFetch)(path);
  const reads: IndexReads = watchIndexReads(globalThis, indexPath, read);
  let opened: Promise<OpenIndex> | null = null;
  let attempt = 0;

  const json = async <T>(name: string): Promise<T> => {
    const response = await globalThis.fetch(`${indexPath}${name}`);
    if (!response.ok) throw new Error(`${response.status} reading ${name}`);
    return (await response.json()) as T;
  };
  const open = async (): Promise<OpenIndex> => {
    const [module, guide] = await Promise.all([
      load(indexPath, scriptReader(), attempt),
      json<Guide>('portal-guide.json'),
    ]);
    const pagefind = module.createInstance({
      basePath: indexPath,
      baseUrl: base,
      noWorker: true,
    });
    const filters = await pagefind.filters();
    const all = await pagefind.search(null, { sort: { ordre: 'desc' } });
    const attributes = await attributesOf(pagefind, filters);
    const order = new Map(all.results.map(({ id }, index) => [id, index]));
    let words: Promise<string> | null = null;
    return {
      pagefind,
      guide,
      order,
      attributes,
      vocabulary: () => (words ??= json<string>('portal-words.pf_words')),
    };
  };
  const reset = (): void => {
    opened = null;
    attempt += 1;
  };
  return {
    open: () => (opened ??= open()),
    takeFailures: () => reads.takeFailures().length > 0,
    reset,
  };
}

/** Asks Pagefind for the sections of each value of our filters: no text is read for it. */
async function attributesOf(
  pagefind: PagefindInstance,
  filters: Record<string, Record<string, number>>,
): Promise<Map<string, Attributes>> {
  const attributes = new Map<string, Attributes>();
  for (const name of ['annee', 'genre', 'site'] as const) {
    for (const value of Object.keys(filters[name] ?? {})) {
      const { results } = await pagefind.search(null, { filters: { [name]: { any: [value] } } });
      for (const { id } of results) {
        const own = attributes.get(id) ?? { annee: '', genre: '', site: [] };
        if (name === 'site') own.site.push(value);
        else own[name] = value;
        attributes.set(id, own);
      }
    }
  }
  return attributes;
}
