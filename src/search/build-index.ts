import { close, createIndex, type PagefindIndex } from 'pagefind';
import { normaliseHtml } from './normalise.ts';

/** A built page: its path on the portal, without the site's base (`/cdp/comptes-rendus/50/`). */
export interface BuiltPage {
  url: string;
  html: string;
}

/** A file of the index: its path on the portal, without the site's base. */
export interface IndexFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * What our own client loads; Pagefind's ready-made interfaces, its worker and its English fallback
 * stay out.
 */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.fr\.pagefind|.*\.pf_[a-z]+)$/;

/**
 * Indexes the pages of one room that carry `data-pagefind-body` and returns the files of the index
 * under `${prefix}pagefind/`, sorted by path. The same pages give the same bytes, in whatever order
 * they come. Pagefind is one process: one call at a time.
 * @throws {Error} naming the page or the step that Pagefind refused, or the room that holds no page
 * to index.
 */
export async function buildSearchIndex(room: {
  prefix: string;
  pages: readonly BuiltPage[];
}): Promise<IndexFile[]> {
  const pages = room.pages
    .filter((page) => page.html.includes('data-pagefind-body'))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
  if (pages.length === 0) {
    throw new Error(
      `Search index of ${room.prefix}: none of its ${String(room.pages.length)} pages carries data-pagefind-body. ` +
        'Add the attribute to the element to be searched (the article of a CR page).',
    );
  }
  try {
    const created = await createIndex({ forceLanguage: 'fr' });
    check(created.errors, `creating the index of ${room.prefix}`);
    if (created.index === undefined) throw new Error('Pagefind made no index and gave no reason.');
    for (const page of pages) await addPage(created.index, page);
    const written = await created.index.getFiles();
    check(written.errors, `writing the index of ${room.prefix}`);
    return written.files
      .filter((file) => NEEDED.test(file.path))
      .map((file) => ({ path: `${room.prefix}pagefind/${file.path}`, bytes: file.content }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

async function addPage(index: PagefindIndex, page: BuiltPage): Promise<void> {
  const added = await index.addHTMLFile({ url: page.url, content: normaliseHtml(page.html) });
  check(added.errors, `indexing ${page.url}`);
}

function check(errors: readonly string[], step: string): void {
  if (errors.length > 0) throw new Error(`Pagefind failed ${step}: ${errors.join('; ')}`);
}
