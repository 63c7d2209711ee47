import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runBuild } from '../support/build.ts';
import { readDist, readings, type PublishedFile } from '../support/dist-files.ts';
import { fold, readGatedTexts, textOfHtml } from '../support/minutes-text.ts';

const portal = inject('portal');
const gatedPage = /^cdp\/(?:.*\/)?index\.html$/;
const sealedFile = /^_vault\/coordination\/.+/;

const ROUTES = [
  'cdp/index.html',
  'cdp/comptes-rendus/index.html',
  'cdp/comptes-rendus/46/index.html',
  'cdp/comptes-rendus/50/index.html',
  'cdp/sites/index.html',
  'cdp/sites/marseille/index.html',
  'cdp/inclusions/index.html',
  'cdp/recherche/index.html',
  'cdp/agenda/index.html',
  'cdp/formations/index.html',
  'cdp/documents/index.html',
  'cdp/annuaire/index.html',
  'cdp/glossaire/index.html',
  'cdp/donnees/index.html',
];
const PUBLIC = [
  'index.html',
  '404.html',
  'accessibilite/index.html',
  'mentions-legales/index.html',
  '.nojekyll',
  'robots.txt',
  'sitemap.xml',
  'webinaires/index.html',
  'webinaires/2025-10-14/index.html',
  'webinaires/2025-10-14.ics',
  'webinaires/flux.xml',
];

let files: PublishedFile[];
let scratch: string;

beforeAll(() => {
  files = readDist(portal.dist);
  scratch = mkdtempSync(join(tmpdir(), 'portal-build-test-'));
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe('what is published', () => {
  it('has every page', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([...ROUTES, ...PUBLIC]));
  });

  it('asks browsers for nothing newer than the vault does: no method of 2023 in its own scripts', () => {
    const scripts = files.filter(({ path }) => /\.m?js$/.test(path));
    const newer =
      /\.(?:toSorted|toReversed|toSpliced|isSubsetOf)\(|\.(?:groupBy|fromAsync|withResolvers)\(/;
    const found = scripts.filter(({ bytes }) => newer.test(bytes.toString('utf8')));
    expect(scripts.length).toBeGreaterThan(8);
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('leads from public pages and feeds to no gated address but the door', () => {
    const pages = files.filter(({ path }) => PUBLIC.includes(path));
    const gated = pages.flatMap(({ path, bytes }) =>
      [...bytes.toString('utf8').matchAll(/\/cdp\/[^"'<\s]*/g)]
        .map(([address]) => address)
        .filter((address) => address !== '/cdp/')
        .map((address) => `${path}: ${address}`),
    );
    expect(pages).toHaveLength(PUBLIC.length);
    expect(gated).toEqual([]);
  });

  it('answers every gated address with the same small gate', () => {
    const gates = files.filter(({ path }) => gatedPage.test(path));
    const first = gates[0]?.bytes ?? Buffer.alloc(0);
    expect(first.includes('data-gate')).toBe(true);
    expect(first.byteLength).toBeLessThanOrEqual(3000);
    expect(gates.filter(({ bytes }) => !bytes.equals(first)).map(({ path }) => path)).toEqual([]);
  });

  it('has nothing but gates under the gated addresses', () => {
    const others = files.filter(({ path }) => path.startsWith('cdp/') && !gatedPage.test(path));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  it('has a sealed file for each gated page, and the search index among them', () => {
    const pages = files.filter(({ path }) => gatedPage.test(path)).length;
    const sealed = files.filter(({ path }) => sealedFile.test(path)).length;
    expect(pages).toBeGreaterThanOrEqual(ROUTES.length);
    expect(sealed).toBeGreaterThan(pages);
  });

  it('has no part of the search index in clear', () => {
    const isIndex = ({ path, bytes }: PublishedFile): boolean =>
      /pagefind|\.pf_/.test(path) || bytes.includes('pagefind_dcd');
    expect(files.filter(isIndex).map(({ path }) => path)).toEqual([]);
  });

  it('holds no sentence, name or title of the minutes in any file', () => {
    const gated = readGatedTexts();
    expect(gated.length).toBeGreaterThanOrEqual(2);
    const secrets = gated.flatMap(({ title, people, sentences }) =>
      [title, ...people.map(fold), ...sentences].filter((secret) => secret !== ''),
    );
    expect(secrets.length).toBeGreaterThan(100);
    const found = files.flatMap((file) => {
      const text = readings(file)
        .flatMap((reading) => [fold(reading), textOfHtml(reading)])
        .join('\n');
      const hits = secrets.filter((secret) => text.includes(secret)).length;
      return hits === 0 ? [] : [`${file.path}: ${String(hits)}`];
    });
    expect(found).toEqual([]);
  });

  it('is the same, byte for byte, when it is built again with the same keys', async () => {
    const again = join(scratch, 'again');
    const result = await runBuild({ PORTAL_KEYS: portal.keysFile, PORTAL_OUT: again });
    expect(result.code, result.output).toBe(0);
    expect(fingerprints(readDist(again))).toEqual(fingerprints(files));
  }, 180_000);
});

function fingerprints(published: readonly PublishedFile[]): string[] {
  return published.map(
    ({ path, bytes }) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}
