import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inMemory, type Opened } from '../../../src/vault/client/opened.ts';
import type { IndexEntry } from '../../../src/vault/format/room-index.ts';
import { headFirst } from '../../../src/vault/worker/head-first.ts';
import { filesToReady } from '../../../src/vault/worker/make-ready.ts';
import { withPatience } from '../../../src/vault/worker/patience.ts';
import * as reach from '../../../src/vault/worker/reach.ts';
import * as hand from '../../../src/vault/worker/ready.ts';
import { errorPage, respond } from '../../../src/vault/worker/respond.ts';
import { routeOf } from '../../../src/vault/worker/route.ts';

const ROOMS = [
  { name: 'coordination', prefix: '/cdp/', label: 'la communauté' },
  { name: 'ecnp', prefix: '/atelier/', label: 'l’atelier' },
];
const scope = { origin: 'https://portail.example', base: '/depot/' };

describe('routeOf', () => {
  const route = (path: string, method = 'GET') =>
    routeOf({ method, url: `https://portail.example${path}` }, scope, ROOMS);

  it.each([
    ['/depot/cdp/', 'coordination'],
    ['/depot/cdp/pagefind/pagefind.js?r=1', 'coordination'],
    ['/depot/atelier/x.csv', 'ecnp'],
  ])('%s is of the room %s', (path, room) => {
    expect(route(path)).toMatchObject({ kind: 'gated', room: { name: room } });
  });

  it.each([
    ['/depot/_astro/plan.Dx8.png', 'asset'],
    ['/depot/_astro/plan.Dx8.svg', 'asset'],
    ['/depot/_astro/page.Dx8.js', 'public'],
    ['/depot/_astro/page.Dx8.css', 'public'],
    ['/depot/_vault/manifest.json', 'public'],
    ['/depot/_vault/session.js?v=1', 'public'],
    ['/depot/webinaires/', 'public'],
  ])('%s is %s', (path, kind) => {
    expect(route(path)).toEqual({ kind });
  });

  it('leaves sealed files, other sites, other bases and other methods alone', () => {
    expect(route('/depot/_vault/coordination/00ff')).toBeNull();
    expect(route('/cdp/')).toBeNull();
    expect(route('/depot/cdp/', 'POST')).toBeNull();
    const url = 'https://elsewhere.example/depot/cdp/';
    expect(routeOf({ method: 'GET', url }, scope, ROOMS)).toBeNull();
  });
});

describe('headFirst', () => {
  it('is there before the answer, and then gives all of it', async () => {
    let give: (answer: Response) => void = () => undefined;
    const response = headFirst(new Promise((resolve) => (give = resolve)));
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    give(new Response('Une page, de bout en bout.', { status: 404 }));
    expect(await response.text()).toBe('Une page, de bout en bout.');
  });

  it('stops the answer where the reader goes away', async () => {
    let isStopped = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(8));
      },
      cancel: () => {
        isStopped = true;
      },
    });
    const reader = headFirst(Promise.resolve(new Response(endless))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(isStopped).toBe(true);
  });
});

describe('withPatience', () => {
  const later = <T>(value: T, wait: number): Promise<T> =>
    new Promise((resolve) => setTimeout(resolve, wait, value));
  const failing = (message: string): Promise<string> => Promise.reject(new Error(message));
  const isExcused = (cause: unknown): boolean =>
    cause instanceof Error && cause.message === 'offline';
  const kept = (): Promise<string> => Promise.resolve('kept');
  const nothing = (): Promise<null> => Promise.resolve(null);

  it('gives what the network gives, where that comes in time', async () => {
    expect(await withPatience(later('new', 1), kept, isExcused, 500)).toBe('new');
  });

  it('gives the copy when the network is late or cannot be reached', async () => {
    expect(await withPatience(later('new', 500), kept, isExcused, 1)).toBe('kept');
    expect(await withPatience(failing('offline'), kept, isExcused, 500)).toBe('kept');
  });

  it('waits, and says why, where there is no copy', async () => {
    expect(await withPatience(later('new', 20), nothing, isExcused, 1)).toBe('new');
    await expect(withPatience(failing('offline'), nothing, isExcused)).rejects.toThrow('offline');
  });

  it('does not hide an answer of the host behind a copy', async () => {
    await expect(withPatience(failing('not there'), kept, isExcused)).rejects.toThrow('not there');
  });
});

describe('respond', () => {
  it('opens no more of a large file than was asked for', async () => {
    const asked: unknown[] = [];
    const large: Opened = {
      type: 'application/pdf',
      size: 5_000_000,
      bytes: null,
      // eslint-disable-next-line @typescript-eslint/require-await -- stands for what is fetched
      read: async function* (range) {
        asked.push(range);
        yield new Uint8Array([7, 8]);
        yield new Uint8Array([9]);
      },
    };
    const response = respond(large, 'bytes=2000000-2000002');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([7, 8, 9]);
    expect(asked).toEqual([{ start: 2_000_000, end: 2_000_003 }]);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 2000000-2000002/5000000');
  });

  it('lets no other site frame an opened page', () => {
    const page = respond(inMemory('text/html; charset=utf-8', new Uint8Array(1)), null);
    expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    const data = respond(inMemory('text/csv', new Uint8Array(1)), null);
    expect(data.headers.has('content-security-policy')).toBe(false);
  });
});

describe('the reach of the host', () => {
  const refused = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));
  beforeEach(() => {
    vi.stubGlobal('navigator', { onLine: true });
    reach.noteReached();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is known by its last answer', async () => {
    expect(reach.isOutOfReach()).toBe(false);
    await expect(reach.noting(refused())).rejects.toThrow('Failed to fetch');
    expect(reach.isOutOfReach()).toBe(true);
    expect(await reach.noting(Promise.resolve('here'))).toBe('here');
    expect(reach.isOutOfReach()).toBe(false);
  });

  it('is not lost by an answer that is an error', async () => {
    await expect(reach.noting(refused(), () => false)).rejects.toThrow();
    expect(reach.isOutOfReach()).toBe(false);
  });

  it('is back when a page has heard from it', async () => {
    await reach.noting(refused()).catch(() => null);
    reach.noteReached();
    expect(reach.isOutOfReach()).toBe(false);
  });

  it('is lost where the browser says that it is offline', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(reach.isOutOfReach()).toBe(true);
  });
});

it('an error page writes nothing of an address as markup', async () => {
  const again = 'https://portail.example/cdp/?q="><script>alert(1)</script>';
  const response = errorPage(503, 'Titre', '<b>', { base: '/', home: '/cdp/', again });
  const html = await response.text();
  expect(html).not.toContain('<script>');
  expect(html).toContain('&lt;b>');
  expect(response.status).toBe(503);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/);
});

describe('files at hand', () => {
  const page = { path: '/cdp/a b/index.html', address: '/_vault/c/00', bytes: new Uint8Array(40) };
  const room = { cache: 'c', build: 'one', files: new Map([[page.path, page]]) };
  const found = (pathname: string) => hand.readyFile('/depot/', 'coordination', pathname);

  beforeEach(() => {
    vi.useFakeTimers();
    hand.setReady('coordination', room);
  });
  afterEach(() => {
    vi.useRealTimers();
    hand.forgetAllReady();
  });

  it('are found by their address, below the base', () => {
    expect(found('/depot/cdp/a%20b/')).toBe(page);
    expect(found('/depot/cdp/')).toBeNull();
    expect(found('/depot/cdp/%ff/')).toBeNull();
    expect(hand.readyFile('/depot/', 'ecnp', '/depot/cdp/a%20b/')).toBeNull();
  });

  it('are for ten minutes what the host has, and for ten more when it says so', () => {
    vi.advanceTimersByTime(10 * 60_000);
    expect(found('/depot/cdp/a%20b/')).toBe(page);
    hand.confirmReady('coordination');
    vi.advanceTimersByTime(10 * 60_000);
    expect(found('/depot/cdp/a%20b/')).toBe(page);
    vi.advanceTimersByTime(1);
    expect(found('/depot/cdp/a%20b/')).toBeNull();
    expect(hand.isReady('coordination', 'one')).toBe(true);
  });

  it('are forgotten', () => {
    hand.setReady('ecnp', room);
    hand.forgetReady('ecnp');
    expect([hand.isReady('ecnp', 'one'), hand.isReady('coordination', 'one')]).toEqual([
      false,
      true,
    ]);
    const isForgotten = hand.watchForgotten();
    expect(isForgotten()).toBe(false);
    hand.forgetAllReady();
    expect([isForgotten(), hand.isReady('coordination', 'one')]).toEqual([true, false]);
  });

  it('are replaced by another version only', () => {
    const other = { ...page, bytes: new Uint8Array(40).fill(1) };
    const same = { ...page, bytes: page.bytes.slice() };
    expect([other, same, page].map((each) => hand.isReplaced('coordination', each))).toEqual([
      true,
      false,
      false,
    ]);
    const withdrawn = { ...other, path: '/cdp/x/index.html' };
    expect(hand.isReplaced('coordination', withdrawn)).toBe(false);
    expect(hand.isReplaced('ecnp', other)).toBe(false);
  });

  it('are known by the addresses that show them, the last fifty', () => {
    for (let at = 0; at <= 50; at += 1) hand.noteShown(`/cdp/${at}/`, page);
    expect([hand.shownPage('/cdp/0/'), hand.shownPage('/cdp/50/')]).toEqual([null, page]);
    hand.noteShown('/cdp/50/', null);
    expect(hand.shownPage('/cdp/50/')).toBeNull();
  });

  it('are pages with their styles, the small ones first, then the files of search, as many as fit', () => {
    const entry = (path: string, sealed: number, more: Partial<IndexEntry> = {}): IndexEntry => ({
      path: `/cdp/${path}`,
      size: sealed,
      sealed,
      mark: 'm',
      ...more,
    });
    const index = [
      entry('pagefind/fr.pf_fragment', 3),
      entry('pagefind/.hidden', 1),
      entry('large/index.html', 70),
      entry('index.html', 50),
      entry('small/index.html', 10),
      entry('data.json', 1),
      entry('comptes-rendus/50/print.css', 4),
      entry('page.css.map', 1),
      entry('film/index.html', 5, { chunks: { id: 'x', count: 2 } }),
      entry('pagefind/fr/entry.json', 2),
      entry('middle/index.html', 40),
    ];
    const paths = (most: number) => filesToReady(index, most).map(({ path }) => path.slice(5));
    const small = ['comptes-rendus/50/print.css', 'small/index.html', 'middle/index.html'];
    const search = ['pagefind/fr/entry.json', 'pagefind/fr.pf_fragment'];
    expect(paths(104)).toEqual([...small, 'index.html']);
    expect(paths(103)).toEqual([...small, ...search]);
    expect(paths(1000)).toEqual([...small, 'index.html', 'large/index.html', ...search]);
  });
});
