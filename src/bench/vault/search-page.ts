import { indexOpener } from '../../search/client/open-index.ts';

// The script of the bench's search page: the portal's own way to its index, with Pagefind's results read
// as they come.

const opener = indexOpener('/', '/cdp/pagefind/');

/** Milliseconds of a search with its first ten results, and how many of them there are. */
async function search(term: string): Promise<{ ms: number; found: number }> {
  const start = performance.now();
  const { pagefind } = await opener.open();
  const { results } = await pagefind.search(term, {});
  const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { ms: performance.now() - start, found: found.length };
}

Object.assign(globalThis, { search });
