import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../src/vault/client/store.ts';
import { download, StorageFull } from '../../../src/vault/offline/download.ts';
import { missingIn } from '../../../src/vault/offline/kept.ts';
import { planRoom, planShell, sizeInWords, sizeOfPlan } from '../../../src/vault/offline/plan.ts';
import { keysOf } from './room.fixture.ts';

/** As much of the browser's cache as is used here. */
function fakeCache(limit = Infinity): Cache & { kept: Map<string, Response> } {
  const kept = new Map<string, Response>();
  return {
    kept,
    match: (address: string) => Promise.resolve(kept.get(address)?.clone()),
    put: (address: string, response: Response) => {
      if (kept.size >= limit) return Promise.reject(new DOMException('', 'QuotaExceededError'));
      kept.set(address, response);
      return Promise.resolve();
    },
  } as unknown as Cache & { kept: Map<string, Response> };
}
const file = (address: string, bytes = 10) => ({ address, bytes, isFixed: true });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('planRoom', () => {
  it('names every sealed file and chunk, the list of all last', async () => {
    const session = { room: 'coordination', epoch: 1, keys: await keysOf(7) } as Session;
    const id = 'AAAAAAAAAAAAAAAAAAAAAA';
    const plan = await planRoom('/depot/', session, [
      { path: '/cdp/pagefind/pagefind-entry.json', size: 9, sealed: 70, mark: 'm1' },
      { path: '/cdp/a.pdf', size: 3e6, sealed: 3_000_100, mark: 'm2', chunks: { id, count: 3 } },
      { path: '/cdp/index.html', size: 5, sealed: 60, mark: 'm3' },
    ]);
    expect(plan).toHaveLength(7);
    expect(new Set(plan.map(({ address }) => address)).size).toBe(7);
    expect(
      plan.every(({ address }) => /^\/depot\/_vault\/coordination\/[0-9a-f]{32}$/.test(address)),
    ).toBe(true);
    expect(plan.map(({ isFixed }) => isFixed)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(plan.slice(3).map(({ mark }) => mark)).toEqual(['m2', 'm3', 'm1', undefined]);
    expect(sizeOfPlan(plan)).toBe(70 + 3_000_100 + 60);
  });
});

it('planShell gives pages the addresses they are asked for', () => {
  const paths = ['/index.html', '/webinaires/index.html', '/_astro/a.css', '/_vault/gate.js?v=1'];
  const plan = planShell(
    '/depot/',
    paths.map((path) => ({ path, size: 1 })),
  );
  expect(plan.map(({ address }) => address)).toEqual([
    '/depot/',
    '/depot/webinaires/',
    '/depot/_astro/a.css',
    '/depot/_vault/gate.js?v=1',
  ]);
  expect(plan.map(({ isFixed }) => isFixed)).toEqual([false, false, true, true]);
});

describe('missingIn', () => {
  const sealed = (nonce: number) => new Response(new Uint8Array(40).fill(nonce));
  it('tells versions of a sealed file apart by its nonce', async () => {
    const cache = fakeCache();
    cache.kept.set('/same', sealed(1)).set('/other', sealed(2)).set('/fixed', sealed(3));
    const mark = Buffer.alloc(12, 1).toString('base64url');
    const plan = [
      { address: '/same', bytes: 1, isFixed: false, mark },
      { address: '/other', bytes: 1, isFixed: false, mark },
      { address: '/fixed', bytes: 1, isFixed: true },
      { address: '/absent', bytes: 1, isFixed: true },
      { address: '/unmarked', bytes: 1, isFixed: false },
    ];
    cache.kept.set('/unmarked', sealed(4));
    const missing = await missingIn(cache, plan);
    expect(missing.map(({ address }) => address)).toEqual(['/other', '/absent', '/unmarked']);
  });
});

describe('download', () => {
  const never = new AbortController().signal;

  it('keeps every file and tells of each', async () => {
    vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(url)));
    const cache = fakeCache();
    let arrived = 0;
    const files = Array.from({ length: 9 }, (_, at) => file(`/f${at}`));
    await download(cache, files, never, (bytes) => (arrived += bytes));
    expect([cache.kept.size, arrived]).toEqual([9, 90]);
    expect(await cache.kept.get('/f3')?.text()).toBe('/f3');
  });

  it('stops when it is told to, and keeps what had come', async () => {
    const stop = new AbortController();
    vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
      if (cache.kept.size >= 3) stop.abort();
      return signal?.aborted === true
        ? Promise.reject(new DOMException('', 'AbortError'))
        : Promise.resolve(new Response(url));
    });
    const cache = fakeCache();
    const files = Array.from({ length: 50 }, (_, at) => file(`/f${at}`));
    await expect(download(cache, files, stop.signal, () => undefined)).rejects.toThrow('Stopped');
    expect(cache.kept.size).toBeGreaterThanOrEqual(3);
    expect(cache.kept.size).toBeLessThan(10);
  });

  it('says that there is no room left', async () => {
    vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(url)));
    const files = Array.from({ length: 9 }, (_, at) => file(`/f${at}`));
    const cache = fakeCache(2);
    await expect(download(cache, files, never, () => undefined)).rejects.toThrow(StorageFull);
  });

  it('keeps no half of a file', async () => {
    const cut = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new Uint8Array(3));
        controller.error(new Error('cut off'));
      },
    });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(cut)));
    const cache = fakeCache();
    await expect(download(cache, [file('/a')], never, () => undefined)).rejects.toMatchObject({
      fault: 'network',
    });
    expect(cache.kept.size).toBe(0);
  });
});

it.each([
  [812, '1\u00a0ko'],
  [48_200, '48\u00a0ko'],
  [3_440_000, '3,4\u00a0Mo'],
  [204_000_000, '204\u00a0Mo'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
