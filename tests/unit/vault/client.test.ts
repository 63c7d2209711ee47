import { describe, expect, it, vi } from 'vitest';
import { dropOldCiphertext, isCiphertextKept } from '../../../src/vault/client/ciphertext.ts';
import { filePath } from '../../../src/vault/client/open.ts';
import { inMemory } from '../../../src/vault/client/opened.ts';
import { endOf, isAlive, type Session } from '../../../src/vault/client/store.ts';
import { readRange, respond } from '../../../src/vault/worker/respond.ts';

describe('filePath', () => {
  it.each([
    ['/cdp/', '/', '/cdp/index.html'],
    ['/depot/cdp/', '/depot/', '/cdp/index.html'],
    ['/cdp/a%C3%A9.csv', '/', '/cdp/aé.csv'],
  ])('%s under %s is %s', (pathname, base, path) => {
    expect(filePath(pathname, base)).toBe(path);
  });
});

it('an address that is no UTF-8 is that of no page', () => {
  expect(() => filePath('/cdp/%E0%A4%A/', '/')).toThrow(
    expect.objectContaining({ fault: 'no-such-page' }) as Error,
  );
});

describe('readRange', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=50-500', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=9-3', 'unsatisfiable'],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
  ])('%s of 100 bytes', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  it('is answered with 206 and the part alone', async () => {
    const file = inMemory('text/plain', new Uint8Array([1, 2, 3, 4]));
    const response = respond(file, 'bytes=1-2');
    expect([response.status, response.headers.get('content-range')]).toEqual([206, 'bytes 1-2/4']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([2, 3]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('isAlive', () => {
  const now = 1_000_000_000;
  const minute = 60_000;
  const session = (changes: Partial<Session>) =>
    ({
      room: 'a',
      epoch: 1,
      salt: '',
      kept: false,
      until: now + 60 * minute,
      lastUsed: now - 60 * minute,
      ...changes,
    }) as Session;

  it('ends a session ten minutes after its last page was closed', () => {
    expect(isAlive(session({}), now, false)).toBe(false);
    expect(isAlive(session({ lastUsed: now - 9 * minute }), now, false)).toBe(true);
    expect(isAlive(session({}), now, true)).toBe(true);
  });

  it('keeps one open for thirty days where asked, and never longer', () => {
    expect(isAlive(session({ kept: true }), now, false)).toBe(true);
    expect(isAlive(session({ kept: true, until: now - 1 }), now, true)).toBe(false);
    expect(endOf(true, now) - now).toBe(30 * 24 * 60 * minute);
  });
});

it('says that nothing is kept where the browser stores nothing', async () => {
  expect(await isCiphertextKept()).toBe(false);
});

it('removes old copies from the caches though the store cannot be opened', async () => {
  const removed: string[] = [];
  const old = 'portal-vault sealed coordination 1 x';
  const storage = {
    keys: () => Promise.resolve([old, 'portal-vault shell', 'another site']),
    delete: (name: string) => Promise.resolve(removed.push(name) > 0),
  };
  vi.stubGlobal('caches', storage);
  await expect(dropOldCiphertext({ format: 1, build: 'b', rooms: [] })).rejects.toThrow();
  vi.unstubAllGlobals();
  expect(removed).toEqual([old]);
});
