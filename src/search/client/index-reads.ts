/** Reads one file of the index by its path on the site, as `fetch` would. */
export type ReadFile = (path: string) => Promise<Response>;

/** The reads of the index that failed since the last look. */
export interface IndexReads {
  takeFailures(): string[];
}

/**
 * Stands between Pagefind and `fetch` for the files under `indexPath` (base included, with a final
 * slash), and leaves every other request alone. Pagefind swallows an index chunk that it cannot load
 * and shows fewer results: the failures are kept here, so that the reader can be told. A page of HTML
 * in place of a file (a host that answers everything) is a failure too.
 */
export function watchIndexReads(
  scope: { fetch: typeof fetch },
  indexPath: string,
  read: ReadFile,
): IndexReads {
  const plainFetch = scope.fetch.bind(globalThis);
  let failures: string[] = [];
  scope.fetch = async (input, init) => {
    const path = pathOf(input);
    if (!path.startsWith(indexPath)) return plainFetch(input, init);
    try {
      const response = await read(path);
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
      if (response.ok && !isPage) return response;
      failures.push(path);
      return response.ok ? new Response(null, { status: 502 }) : response;
    } catch (error) {
      failures.push(path);
      throw error;
    }
  };
  return {
    takeFailures: () => {
      const taken = failures;
      failures = [];
      return taken;
    },
  };
}

/** Path of a request to this site, '' of one to another; the query, a cache tag, is dropped. */
function pathOf(input: RequestInfo | URL): string {
  const address = input instanceof Request ? input.url : String(input);
  if (address.startsWith('/')) return address.replace(/[?#].*$/, '');
  const url = new URL(address);
  return url.origin === globalThis.location.origin ? url.pathname : '';
}
