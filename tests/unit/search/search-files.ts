import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import type { IndexFile } from '../../../src/search/build-index.ts';
import type { PagefindModule } from '../../../src/search/pagefind-api.ts';

/** Built index files, served to Pagefind's own script, which runs in Node on a page of stubs. */
export interface ServedIndex {
  /** Paths that hold any of these words answer 404. */
  broken: string[];
  /** Serves other files from now on, as a deployment does. */
  replace: (files: readonly IndexFile[]) => void;
  load: () => Promise<PagefindModule>;
}

/** Serves the files through `fetch`; call `vi.unstubAllGlobals()` afterwards. */
export function serveIndex(files: readonly IndexFile[], indexPath: string): ServedIndex {
  let byPath = byName(files);
  const served: ServedIndex = {
    broken: [],
    replace: (next) => {
      byPath = byName(next);
    },
    load: () => importScript(byPath.get(`${indexPath}pagefind.js`)),
  };
  vi.stubGlobal('fetch', (input: string) => {
    const name = input.replace(/\?.*$/, '');
    const bytes = served.broken.some((word) => name.includes(word)) ? undefined : byPath.get(name);
    return Promise.resolve(new Response(bytes?.slice() ?? null, { status: bytes ? 200 : 404 }));
  });
  vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'fr' }) });
  vi.stubGlobal('location', { href: 'http://test/', origin: 'http://test' });
  vi.stubGlobal('window', { location: { origin: 'http://test' } });
  return served;
}

function byName(files: readonly IndexFile[]): Map<string, Uint8Array> {
  return new Map(files.map((file) => [file.path, file.bytes]));
}

async function importScript(script: Uint8Array | undefined): Promise<PagefindModule> {
  if (script === undefined) throw new Error('The index has no pagefind.js.');
  const folder = await mkdtemp(path.join(tmpdir(), 'search-test-'));
  try {
    const file = path.join(folder, 'pagefind.mjs');
    await writeFile(file, script);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as PagefindModule;
  } finally {
    await rm(folder, { recursive: true });
  }
}
