import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIndexReads } from '../../../src/search/client/index-reads.ts';

const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
const answers: Record<string, () => Response> = {
  '/cdp/pagefind/here': () => new Response('bytes'),
  '/cdp/pagefind/gate': () => new Response('<form>', html),
};
const read = (path: string): Promise<Response> => {
  if (path.endsWith('cut')) return Promise.reject(new TypeError('network'));
  return Promise.resolve(answers[path]?.() ?? new Response(null, { status: 404 }));
};

describe('watchIndexReads', () => {
  beforeEach(() => {
    vi.stubGlobal('location', { origin: 'https://portal.test' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('answers and records the reads of the index, and leaves other requests alone', async () => {
    const plain = vi.fn(() => Promise.resolve(new Response('plain')));
    const scope = { fetch: plain as typeof fetch };
    const reads = watchIndexReads(scope, '/cdp/pagefind/', read);

    expect(await (await scope.fetch('/cdp/pagefind/here?ts=1')).text()).toBe('bytes');
    expect(reads.takeFailures()).toEqual([]);

    expect((await scope.fetch('/cdp/pagefind/gone')).status).toBe(404);
    expect((await scope.fetch('https://portal.test/cdp/pagefind/gate')).ok).toBe(false);
    await expect(scope.fetch('/cdp/pagefind/cut')).rejects.toThrow('network');
    expect(reads.takeFailures()).toEqual(
      ['gone', 'gate', 'cut'].map((name) => `/cdp/pagefind/${name}`),
    );
    expect(reads.takeFailures()).toEqual([]);

    expect(plain).not.toHaveBeenCalled();
    expect(await (await scope.fetch('/cdp/annee.json')).text()).toBe('plain');
    await scope.fetch('https://other.test/cdp/pagefind/here');
    expect(plain).toHaveBeenCalledTimes(2);
  });
});
