import type { PagefindModule } from '../pagefind-api.ts';
import type { ReadFile } from './index-reads.ts';

/**
 * Imports the index's own `pagefind.js`. Bundlers must leave it alone: it is made with the index.
 * Where only the vault can read it (`sealed`), its text is imported from memory; a strict CSP then has
 * to allow `blob:` scripts.
 * @throws {Error} where the file is not there or is no module.
 */
export async function loadPagefind(
  indexPath: string,
  sealed: ReadFile | null,
  attempt: number,
): Promise<PagefindModule> {
  const path = `${indexPath}pagefind.js`;
  // A browser remembers a failed import by its address: each further attempt needs another one.
  if (sealed === null) return importModule(attempt === 0 ? path : `${path}?r=${String(attempt)}`);
  const response = await sealed(path);
  if (!response.ok) throw new Error(`${String(response.status)} reading ${path}`);
  const script = new Blob([await response.arrayBuffer()], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  try {
    return await importModule(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function importModule(address: string): Promise<PagefindModule> {
  return (await import(/* @vite-ignore */ address)) as PagefindModule;
}
