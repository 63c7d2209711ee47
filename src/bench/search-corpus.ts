import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { importMinutes } from '../ingest/import.ts';
import { readSites } from '../library/library.ts';
import { glossaryOf, glossarySchema } from '../minutes/glossary.ts';
import { peopleTable } from '../minutes/people.ts';
import { readMinutes } from '../minutes/read.ts';
import { buildSearchIndex, type IndexFile } from '../search/build-index.ts';
import { searchIndex, type SearchIndex } from '../search/client/search-index.ts';
import { guideOf } from '../search/guide.ts';
import type { PagefindModule } from '../search/pagefind-api.ts';
import { recordsOf } from '../search/records.ts';

const CORPUS = join('tests', 'corpus', 'dev');
const GLOSSARY = join('tests', 'corpus', 'glossaire.yaml');
const PREFIX = '/cdp/';

/** The index of the corpus's CRs, imported as they are, with the glossary made for it. */
export async function indexCorpus(): Promise<IndexFile[]> {
  const sites = readSites(process.cwd(), {});
  const glossary = glossaryOf(glossarySchema.parse(parse(readFileSync(GLOSSARY, 'utf8'))));
  const imported = readdirSync(CORPUS).map(async (number) => {
    const folder = join(CORPUS, number);
    const name = readdirSync(folder).find((file) => file.startsWith('source.'));
    if (name === undefined) throw new Error(`${folder} holds no source.`);
    const settings = { sites, redact: ['password' as const], importedAt: '2026-01-01T00:00:00Z' };
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const { id, mdx } = await importMinutes({ name, bytes }, settings);
    const file = { path: `${id}.mdx`, text: mdx };
    return { minutes: readMinutes(file, sites), file };
  });
  const read = await Promise.all(imported);
  const records = read.flatMap(({ minutes, file }) => recordsOf(minutes, file, sites));
  const minutes = read.map((one) => one.minutes);
  const guide = guideOf({ minutes, sites, people: peopleTable([]), glossary });
  return buildSearchIndex({ prefix: PREFIX, records, guide });
}

/**
 * Opens built index files with the client that browsers run, Pagefind's own script included, in Node:
 * `fetch`, `document` and `location` are stood in for, for good.
 */
export async function openInNode(files: readonly IndexFile[]): Promise<SearchIndex> {
  const indexPath = `${PREFIX}pagefind/`;
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  const origin = 'http://localhost';
  Object.assign(globalThis, {
    fetch: (input: string) => {
      const bytes = byPath.get(input.replace(/\?.*$/, ''));
      return Promise.resolve(new Response(bytes?.slice() ?? null, { status: bytes ? 200 : 404 }));
    },
    document: { querySelector: () => ({ getAttribute: () => 'fr' }) },
    location: { href: `${origin}/`, origin },
    window: { location: { origin } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    const script = join(folder, 'pagefind.mjs');
    writeFileSync(script, byPath.get(`${indexPath}pagefind.js`) ?? '');
    const module = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as PagefindModule;
    return searchIndex('/', indexPath, () => Promise.resolve(module));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
