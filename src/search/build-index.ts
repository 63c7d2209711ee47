import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { Guide } from './guide.ts';
import { indexText } from './index-text.ts';
import type { SearchRecord } from './record.ts';
import { vocabularyOf } from './vocabulary.ts';

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
/** Sections whose texts share a file: fewer requests for the first results, and fewer sealed files. */
const BUNDLE = 8;

/**
 * Indexes sections, and returns the files of the index under `${prefix}pagefind/`, sorted by path:
 * Pagefind's, the guide, and the words that a misspelt one is compared with. The same records give the
 * same bytes, in whatever order they come. Pagefind is one process: one call at a time.
 * @throws {Error} naming the record or the step that Pagefind refused, or that there is no record.
 */
export async function buildSearchIndex(room: {
  prefix: string;
  records: readonly SearchRecord[];
  guide: Guide;
}): Promise<IndexFile[]> {
  const records = newestLast(room.records);
  if (records.length === 0) {
    throw new Error(`Search index of ${room.prefix}: no section to index. Import a CR first.`);
  }
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const files = [
    ...(await indexFiles(room.prefix, records)),
    { path: 'portal-guide.json', bytes: json(room.guide) },
    // No .json: a list of words is no text that the leak scan could hold against others.
    { path: 'portal-words.pf_words', bytes: json(vocabularyOf(records)) },
  ];
  return files
    .map(({ path, bytes }) => ({ path: `${room.prefix}pagefind/${path}`, bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function indexFiles(prefix: string, records: readonly SearchRecord[]): Promise<IndexFile[]> {
  try {
    const maxFragments = Math.ceil(records.length / BUNDLE);
    const created = await createIndex({ forceLanguage: 'fr', maxFragments });
    check(created.errors, `creating the index of ${prefix}`);
    if (created.index === undefined) throw new Error('Pagefind made no index and gave no reason.');
    for (const [order, record] of records.entries()) await add(created.index, record, order);
    const written = await created.index.getFiles();
    check(written.errors, `writing the index of ${prefix}`);
    return written.files
      .filter((file) => NEEDED.test(file.path))
      .map((file) => ({ path: file.path, bytes: file.content }));
  } finally {
    await close();
  }
}

async function add(index: PagefindIndex, record: SearchRecord, order: number): Promise<void> {
  const { url, title, text, kind, sites, date, route } = record;
  const added = await index.addCustomRecord({
    url,
    content: indexText(text),
    language: 'fr',
    meta: { title: indexText(title) },
    filters: { annee: [date.slice(0, 4)], genre: [kind], cr: [route], site: [...sites] },
    // Pagefind sorts numbers as numbers.
    sort: { ordre: String(order) },
  });
  check(added.errors, `indexing ${url}`);
}

/**
 * Newest CR last, each from the end of its page (in whose order its records come): read backwards, the
 * newest is first. Numbers and bundles of what was there stay as they are when a CR is added, so that
 * few files change.
 */
function newestLast(records: readonly SearchRecord[]): SearchRecord[] {
  return records
    .map((record, place) => ({ record, place }))
    .sort((a, b) => a.record.date.localeCompare(b.record.date) || b.place - a.place)
    .map(({ record }) => record);
}

function check(errors: readonly string[], step: string): void {
  if (errors.length > 0) throw new Error(`Pagefind failed ${step}: ${errors.join('; ')}`);
}
