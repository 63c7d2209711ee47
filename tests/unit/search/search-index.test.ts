import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex, type IndexFile } from '../../../src/search/build-index.ts';
import { openSearchIndex } from '../../../src/search/client/search-index.ts';
import { prepareQuery } from '../../../src/search/query.ts';
import { minutesPage } from './pages.ts';
import { serveIndex, type ServedIndex } from './search-files.ts';

const PATH = '/cdp/pagefind/';
let files: IndexFile[];
let newer: IndexFile[];
let served: ServedIndex;

beforeAll(async () => {
  const pages = [
    minutesPage(46, '2025-09-15', '<h2 id="a">Actualités</h2><p>Un renfort arrive.</p>'),
    minutesPage(50, '2026-01-19', '<h2 id="b">Actualités</h2><p>Plus de renfort.</p>'),
  ];
  files = await buildSearchIndex({ prefix: '/cdp/', pages });
  pages.push(minutesPage(51, '2026-02-12', '<h2 id="c">Actualités</h2><p>Un autre renfort.</p>'));
  newer = await buildSearchIndex({ prefix: '/cdp/', pages });
});
beforeEach(() => {
  served = serveIndex(files, PATH);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('openSearchIndex', () => {
  const renfort = prepareQuery('Les renforts');

  it('finds sections under the base, newest first, and the years', async () => {
    const answer = await openSearchIndex('/base/', PATH, served.load).search(renfort, '');
    expect(answer.hits.map((hit) => hit.passages.map((passage) => passage.href))).toEqual([
      ['/base/cdp/comptes-rendus/50/#b'],
      ['/base/cdp/comptes-rendus/46/#a'],
    ]);
    expect(answer).toMatchObject({ partial: false, complete: true, years: ['2026', '2025'] });
    expect(answer.hits[0]).toMatchObject({ number: '50', date: '2026-01-19' });
  });

  it('keeps to a year', async () => {
    const answer = await openSearchIndex('/', PATH, served.load).search(renfort, '2025');
    expect(answer.hits.map((hit) => hit.number)).toEqual(['46']);
  });

  it.each(['index/', 'filter/'])('says that a part of the index is missing: %s', async (part) => {
    const index = openSearchIndex('/', PATH, served.load);
    served.broken = [part];
    expect(await index.search(renfort, '2026')).toMatchObject({ partial: true });
    served.broken = [];
    expect(await index.search(renfort, '2026')).toMatchObject({ partial: false, passages: 1 });
  });

  it('starts from the new index when the old one was replaced meanwhile', async () => {
    const index = openSearchIndex('/', PATH, served.load);
    served.broken = ['index/'];
    expect(await index.search(renfort, '')).toMatchObject({ partial: true });
    served.broken = [];
    served.replace(newer);
    expect(await index.search(renfort, '')).toMatchObject({ partial: false, passages: 3 });
  });

  it('shows what can be read when one CR cannot', async () => {
    const one = files.find((file) => file.path.includes('fragment/'))?.path ?? '';
    served.broken = [one];
    const answer = await openSearchIndex('/', PATH, served.load).search(renfort, '');
    expect(answer).toMatchObject({ partial: true, passages: 1 });
  });

  it('fails when nothing can be read, and recovers', async () => {
    const index = openSearchIndex('/', PATH, served.load);
    served.broken = ['fragment/'];
    await expect(index.search(renfort, '')).rejects.toThrow('404 fetching');
    served.broken = [];
    expect(await index.search(renfort, '')).toMatchObject({ partial: false, passages: 2 });
  });

  it('reads sealed files through the vault where no service worker does', async () => {
    const byPath = new Map(files.map((file) => [file.path, file.bytes]));
    const open = vi.fn((path: string) => {
      const bytes = byPath.get(path);
      return Promise.resolve(bytes === undefined ? null : { bytes, type: 'application/x' });
    });
    vi.stubGlobal('portalVault', { open });
    served.broken = ['pagefind'];
    const answer = await openSearchIndex('/', PATH, served.load).search(renfort, '');
    expect(answer).toMatchObject({ partial: false, passages: 2 });
    expect(open).toHaveBeenCalledWith('/cdp/pagefind/pagefind-entry.json');
  });
});
