import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import portal from '../../portal.config.ts';
import { importMinutes, type ImportResult } from '../../src/ingest/import.ts';
import { readSites } from '../../src/library/library.ts';
import { siteTable } from '../../src/minutes/sites.ts';
import { listen } from '../../src/serve/listen.ts';
import { createStaticServer } from '../../src/serve/static-server.ts';
import { collectComplaints, launchChromium, type Complaints } from '../support/browser.ts';
import { bundleImporter } from '../support/importer-bundle.ts';

const IMPORTED_AT = '2030-01-01T00:00:00.000Z';
const SOURCES = ['36/source.docx', '43/source.docx', '38/source.odt', '40/source.html']
  .concat(['42/source.pdf', '44/source.md'])
  .map((path) => join('tests/corpus/dev', path));
const PAGE = `<!doctype html><title>Importer</title><link rel="icon" href="data:,">
<script type="module">globalThis.importer = await import('/importer.js');</script>`;
const { sites } = readSites(process.cwd(), {});

/** What the page's module exports; see bundleImporter. */
interface ImporterModule {
  importMinutes: typeof importMinutes;
  siteTable: typeof siteTable;
}
type Outcome = Pick<ImportResult, 'id' | 'mdx' | 'json' | 'notes'>;

let folder: string;
let server: Server;
let browser: Browser;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'importer-in-browser-'));
  writeFileSync(join(folder, 'importer.js'), await bundleImporter());
  writeFileSync(join(folder, 'index.html'), PAGE);
  for (const path of SOURCES) copyFileSync(path, join(folder, served(path)));
  server = createStaticServer({ folder, base: '/' });
  const origin = await listen(server, 0);
  browser = await launchChromium();
  const context = await browser.newContext();
  complaints = collectComplaints(context, origin);
  page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.waitForFunction('globalThis.importer !== undefined');
});

afterAll(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

/** Name under which a file of the corpus is served: `36-source.docx`. */
function served(path: string): string {
  return path.split('/').slice(-2).join('-');
}

function inBrowser(path: string): Promise<Outcome> {
  return page.evaluate(
    async ({ name, file, redact, importedAt, sites }) => {
      const { importer } = globalThis as unknown as { importer: ImporterModule };
      const bytes = new Uint8Array(await (await fetch(`/${file}`)).arrayBuffer());
      const table = importer.siteTable(sites);
      const result = await importer.importMinutes(
        { name, bytes },
        { sites: table, redact, importedAt },
      );
      return { id: result.id, mdx: result.mdx, json: result.json, notes: result.notes };
    },
    {
      name: basename(path),
      file: served(path),
      redact: portal.redact,
      importedAt: IMPORTED_AT,
      sites: [...sites],
    },
  );
}

async function inNode(path: string): Promise<Outcome> {
  const file = { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  const { id, mdx, json, notes } = await importMinutes(file, {
    sites: siteTable(sites),
    redact: portal.redact,
    importedAt: IMPORTED_AT,
  });
  return { id, mdx, json, notes };
}

it.each(SOURCES)('reads %s in a page as in Node', async (path) => {
  const found = await inBrowser(path);
  expect(found).toEqual(await inNode(path));
  expect(found.json.participants.length).toBeGreaterThan(5);
  expect(found.json.body.length).toBeGreaterThan(1000);
});

it('refuses in a page what is no document', async () => {
  writeFileSync(join(folder, 'x-source.docx'), 'PK no package');
  await expect(inBrowser('x/source.docx')).rejects.toThrow(/source\.docx/);
});

it('asks no other machine for anything', () => {
  expect(complaints).toEqual({ consoleErrors: [], foreignRequests: [] });
});
