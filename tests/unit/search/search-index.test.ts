import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex, type IndexFile } from '../../../src/search/build-index.ts';
import { type Answer, searchIndex } from '../../../src/search/client/search-index.ts';
import { NO_FILTERS, type SearchState } from '../../../src/search/state.ts';
import { GUIDE, section } from './fixture.ts';
import { serveIndex, type ServedIndex } from './search-files.ts';

const PATH = '/cdp/pagefind/';
const RECORDS = [
  section('46', '2025-09-15', 'a', 'Actualités', 'Un renfort arrive, avec la PMI.'),
  section('46', '2025-09-15', 'nimes', 'Nîmes', '1 070 inclusions. L’assemblée du 6/03.', {
    kind: 'nouvelles',
    sites: ['nimes'],
  }),
  section('50', '2026-01-19', 'b', 'Actualités', 'Plus de renfort, ni de psychomotricien.'),
  section('50', '2026-01-19', 'q', 'Qui remplace le médecin de Gardanne ?', 'Personne.', {
    kind: 'questions',
  }),
];
let files: IndexFile[];
let served: ServedIndex;

beforeAll(async () => {
  files = await buildSearchIndex({ prefix: '/cdp/', records: RECORDS, guide: GUIDE });
});
beforeEach(() => {
  served = serveIndex(files, PATH);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const open = (base = '/'): ReturnType<typeof searchIndex> => searchIndex(base, PATH, served.load);
const asked = (text: string, more: Partial<SearchState> = {}) => ({
  text,
  filters: NO_FILTERS,
  sort: 'pertinence' as const,
  exact: false,
  limit: 10,
  ...more,
});
const anchors = ({ passages }: Answer): string[] =>
  passages.map(({ href }) => href.replace(/^.*#/, ''));

describe('the built index', () => {
  it('is the same for the same sections in any order of their CRs', async () => {
    const records = [...RECORDS.slice(2), ...RECORDS.slice(0, 2)];
    expect(await buildSearchIndex({ prefix: '/cdp/', records, guide: GUIDE })).toEqual(files);
    expect(files.every(({ path }) => path.startsWith(PATH))).toBe(true);
    expect(files.some(({ path }) => /pagefind-(?:ui|highlight|worker)/.test(path))).toBe(false);
  });

  it('keeps the files of former CRs when one is added, but for the last bundle', async () => {
    const of = (cr: number) =>
      Array.from({ length: 10 }, (_, at) =>
        section(
          `${cr}`,
          `2025-${String(cr).padStart(2, '0')}-10`,
          `s${at}`,
          'Actualités',
          `${cr} ${at}.`,
        ),
      );
    const texts = async (crs: number): Promise<string[]> => {
      const records = Array.from({ length: crs }, (_, at) => of(at + 1)).flat();
      const built = await buildSearchIndex({ prefix: '/cdp/', records, guide: GUIDE });
      return built.map(({ path }) => path).filter((path) => path.endsWith('.pf_fragment'));
    };
    const [before, after] = [await texts(11), new Set(await texts(12))];
    expect(before).toHaveLength(14);
    expect(before.filter((path) => !after.has(path)).length).toBeLessThanOrEqual(1);
  });

  it('needs a section', async () => {
    const none = buildSearchIndex({ prefix: '/cdp/', records: [], guide: GUIDE });
    await expect(none).rejects.toThrow('/cdp/: no section to index');
  });
});

describe('a search', () => {
  it.each([
    ["l'assemblée", ['nimes']],
    ['1070', ['nimes']],
    ['6 mars', ['nimes']],
    ['protection maternelle et infantile', ['a']],
    ['gard', ['nimes']],
    ['CR 50', ['b', 'q']],
    ['zébrure', []],
  ])('%s → %j', async (text, expected) => {
    expect(anchors(await open().search(asked(text)))).toEqual(expected);
  });

  it('finds sections under the base, and says what each is', async () => {
    const answer = await open('/base/').search(asked('Les renforts'));
    expect(answer.passages.map(({ href }) => href)).toEqual([
      '/base/cdp/comptes-rendus/50/#b',
      '/base/cdp/comptes-rendus/46/#a',
    ]);
    expect(answer).toMatchObject({ total: 2, complete: true, partial: false });
    expect(answer.passages[0]).toMatchObject({ route: '50', kind: 'programme' });
    expect(answer.passages[0]?.excerpt).toContainEqual({ text: 'renfort', hit: true });
  });

  it('keeps to filters, and counts what others would leave', async () => {
    const filters = { ...NO_FILTERS, annee: '2025' };
    const answer = await open().search(asked('renfort', { filters }));
    expect(anchors(answer)).toEqual(['a']);
    expect(answer.facets.annee).toEqual({ 2025: 1, 2026: 1 });
    expect(answer.facets.genre).toEqual({ programme: 1 });
  });

  it('sorts by date', async () => {
    const answer = await open().search(asked('renfort pmi actualités', { sort: 'date' }));
    expect(anchors(answer)).toEqual(['b', 'a']);
    expect(anchors(await open().search(asked('renfort pmi actualités')))).toEqual(['a', 'b']);
  });

  it('forgives a slip, says so, and does not where it is not wanted', async () => {
    const answer = await open().search(asked('psycomotritien'));
    expect(anchors(answer)).toEqual(['b']);
    expect(answer.corrections).toEqual([{ from: 'psycomotritien', to: 'psychomotricien' }]);
    const exactly = await open().search(asked('psycomotritien', { exact: true }));
    expect(exactly).toMatchObject({ total: 0, corrections: [] });
    expect(exactly.unknown).toEqual([{ word: 'psycomotritien', near: ['psychomotricien'] }]);
  });

  it('says when what it found is only the nearest', async () => {
    const answer = await open().search(asked('renfort licorne'));
    expect(answer).toMatchObject({ total: 2, complete: false });
  });
});

describe('an index that cannot be read', () => {
  it.each(['.pf_index', '.pf_filter'])('in part is told: %s', async (part) => {
    const index = open();
    served.broken = [part];
    expect(await index.search(asked('renfort'))).toMatchObject({ partial: true });
    served.broken = [];
    expect(await index.search(asked('renfort'))).toMatchObject({ partial: false, total: 2 });
  });

  it('fails at all, and recovers', async () => {
    const index = open();
    served.broken = ['fragment/'];
    await expect(index.search(asked('renfort'))).rejects.toThrow('404 fetching');
    served.broken = [];
    expect(await index.search(asked('renfort'))).toMatchObject({ partial: false, total: 2 });
  });

  it('is read through the vault where no service worker answers', async () => {
    const byPath = new Map(files.map((file) => [file.path, file.bytes]));
    const read = vi.fn((path: string) => {
      const bytes = byPath.get(path);
      return Promise.resolve(bytes === undefined ? null : { bytes, type: 'application/x' });
    });
    vi.stubGlobal('portalVault', { open: read });
    served.broken = ['pagefind'];
    expect(await open().search(asked('renfort'))).toMatchObject({ partial: false, total: 2 });
    expect(read).toHaveBeenCalledWith('/cdp/pagefind/pagefind-entry.json');
  });
});
