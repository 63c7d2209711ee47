import { describe, expect, it } from 'vitest';
import { buildSearchIndex, type IndexFile } from '../../../src/search/build-index.ts';
import { searchFiles } from './search-files.ts';
import { minutesPage } from './pages.ts';

const pages = [
  minutesPage(
    46,
    '2025-09-15',
    `<h2 id="actualites">Actualités</h2><p>L’assemblée a parlé de la généralisation.</p>
<h3 id="epinal">Épinal</h3><p>Tout le cœur de l’équipe, 1\u202f070 inclusions.</p>`,
  ),
  minutesPage(
    50,
    '2026-01-19',
    `<h2 id="actualites">Actualités</h2><p>Une assemblée de coeur.</p>
<p data-pagefind-ignore>repris en marge : girafe</p><h3 id="uzes">Uzès</h3><p>On généralise.</p>`,
  ),
  { url: '/cdp/sites/uzes/', html: '<html lang="fr"><body><p>Uzès girafe</p></body></html>' },
];
const anchors = async (files: IndexFile[], term: string): Promise<string[]> => {
  const fragments = await searchFiles(files, '/cdp/pagefind/', term);
  return fragments.flatMap((page) => page.sub_results.map((part) => part.url)).toSorted();
};

describe('buildSearchIndex', () => {
  it('gives the same bytes for the same pages in any order', async () => {
    const [once, again] = [
      await buildSearchIndex({ prefix: '/cdp/', pages }),
      await buildSearchIndex({ prefix: '/cdp/', pages: pages.toReversed() }),
    ];
    expect(again).toEqual(once);
    expect(once.map((file) => file.path)).toContain('/cdp/pagefind/pagefind.js');
    expect(once.every((file) => file.path.startsWith('/cdp/pagefind/'))).toBe(true);
    expect(once.some((file) => /ui|highlight|worker/.test(file.path))).toBe(false);
  });

  it('finds French words by section, however they are typed', async () => {
    const files = await buildSearchIndex({ prefix: '/cdp/', pages });
    const [first, last] = ['/cdp/comptes-rendus/46/', '/cdp/comptes-rendus/50/'];
    expect(await anchors(files, 'assemblée')).toEqual([
      `${first}#actualites`,
      `${last}#actualites`,
    ]);
    expect(await anchors(files, 'coeur')).toEqual([`${first}#epinal`, `${last}#actualites`]);
    expect(await anchors(files, 'generalisation')).toEqual([`${first}#actualites`, `${last}#uzes`]);
    expect(await anchors(files, '1070')).toEqual([`${first}#epinal`]);
    expect(await anchors(files, 'girafe')).toEqual([]);
  });

  it('keeps what a page tells of itself', async () => {
    const files = await buildSearchIndex({ prefix: '/cdp/', pages });
    const [found] = await searchFiles(files, '/cdp/pagefind/', 'uzès');
    expect(found?.meta).toEqual({ title: '50e conférence', number: '50', date: '2026-01-19' });
    expect(found?.url).toBe('/cdp/comptes-rendus/50/');
  });

  it('names the room that holds nothing to index', async () => {
    await expect(buildSearchIndex({ prefix: '/cdp/', pages: pages.slice(2) })).rejects.toThrow(
      /\/cdp\/: none of its 1 pages carries data-pagefind-body/,
    );
  });
});
