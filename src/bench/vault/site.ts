import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { contentPolicy, type PageKind } from '../../headers/policy.ts';
import { buildSearchIndex } from '../../search/build-index.ts';
import { utf8 } from '../../vault/format/bytes.ts';
import { makeEpoch } from '../../vault/keys/edit.ts';
import type { Keyring } from '../../vault/keys/keys-file.ts';
import { bundleClient } from '../../vault/seal/bundle.ts';
import { type SealSettings } from '../../vault/seal/seal-site.ts';
import type { SiteFile } from '../../vault/seal/site-file.ts';
import { withoutTags } from '../../vault/leak/text/tags.ts';
import { benchPage } from './text.ts';

export const ROOM = { name: 'coordination', prefix: '/cdp/', label: 'la communauté' };
export const PASSPHRASE = 'sable-renard-clocher-vapeur-granit-tambour';
export const PAGES = 500;

const STYLE = utf8(
  'body{font:1rem/1.6 sans-serif;max-width:70ch;margin:2rem auto}h2{margin-top:2em}',
);
const head = (kind: PageKind): string =>
  `<meta charset="utf-8">\n<meta http-equiv="content-security-policy" content="${contentPolicy(kind)}">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<link rel="stylesheet" href="/_astro/site.css">`;

/** The address of a page. */
export const pageAt = (number: number): string => `/cdp/cr/${number}/`;

/** Reads the index as the portal does, and says how long it took. */
async function searchScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'search-page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  return outputFiles[0]?.contents ?? utf8('');
}

/** The pages alone: what is sealed one by one. */
export function benchPages(): SiteFile[] {
  return Array.from({ length: PAGES }, (_, at) => ({
    path: `${pageAt(at)}index.html`,
    bytes: utf8(benchPage(at, head('page'))),
  }));
}

/** The whole site: pages, their search index, a page to search on, a style sheet. */
export async function benchSite(): Promise<SiteFile[]> {
  const pages = benchPages();
  const records = pages.map(({ path, bytes }, at) => ({
    url: path.replace(/index\.html$/, ''),
    title: `Compte-rendu ${at}`,
    text: withoutTags(new TextDecoder().decode(bytes)),
    kind: 'programme' as const,
    sites: [],
    date: '2026-01-01',
    route: String(at),
  }));
  const guide = { minutes: [], same: [] };
  const search = `<!doctype html>\n<html lang="fr">\n<head>\n${head('search')}\n<title>Recherche</title>\n<script type="module" src="/_astro/search.js"></script>\n</head>\n<body><h1>Recherche</h1></body>\n</html>\n`;
  return [
    ...pages,
    ...(await buildSearchIndex({ prefix: ROOM.prefix, records, guide })),
    { path: '/cdp/recherche/index.html', bytes: utf8(search) },
    { path: '/_astro/site.css', bytes: STYLE },
    { path: '/_astro/search.js', bytes: await searchScript() },
    { path: '/favicon.svg', bytes: utf8('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  ];
}

/** Keys of the site, made for this run. */
export function benchKeys(): Keyring {
  const passphrases = [{ room: ROOM.name, label: 'bench', passphrase: PASSPHRASE }];
  return { passphrases, epochs: [makeEpoch(ROOM.name, 1)] };
}

/** How it is sealed: as the portal is. */
export async function benchSettings(): Promise<SealSettings> {
  const client = await bundleClient([ROOM]);
  return {
    rooms: [ROOM],
    base: '/',
    programme: 'BANC',
    community: 'Communauté du banc d’essai',
    contact: 'banc@example.org',
    client: { files: [...client.files, { path: '/_vault/fonts.css', bytes: utf8('') }] },
  };
}

/** Writes files under a folder. */
export function writeSite(folder: string, files: readonly SiteFile[]): void {
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
