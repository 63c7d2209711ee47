import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFromHost } from '../../../src/vault/client/http.ts';
import { type Opened, wholeOf } from '../../../src/vault/client/opened.ts';
import { openIndex, openOrExplain } from '../../../src/vault/client/recover.ts';
import type { Session } from '../../../src/vault/client/store.ts';
import { utf8 } from '../../../src/vault/format/bytes.ts';
import { readManifest } from '../../../src/vault/format/manifest.ts';
import { sealSite } from '../../../src/vault/seal/seal-site.ts';
import { noise } from '../../support/noise.ts';
import { CHEAP, epochOf, keysOf } from './room.fixture.ts';

const PAGE = '/cdp/index.html';
const FILM = '/cdp/film.mp4';
/** What the host has, by address; a test takes away or changes. */
let host: Map<string, Uint8Array>;
let asked: string[];
let session: Session;

beforeEach(async () => {
  const page = '<html><head></head><body>Bonjour</body></html>';
  const { published } = await sealSite(
    [
      { path: PAGE, bytes: utf8(page) },
      { path: FILM, bytes: noise(1_200_000) },
    ],
    {
      passphrases: [{ room: 'coordination', label: 'a', passphrase: 'sable' }],
      epochs: [epochOf(7)],
    },
    {
      rooms: [{ name: 'coordination', prefix: '/cdp/', label: 'la communauté' }],
      base: '/',
      programme: 'P',
      community: 'C',
      contact: 'a@example.org',
      client: { files: [] },
      kdf: CHEAP,
    },
  );
  host = new Map(published.map(({ path, bytes }) => [path, bytes]));
  asked = [];
  session = {
    room: 'coordination',
    epoch: 1,
    salt: epochOf(7).salt,
    keys: await keysOf(7),
    until: Infinity,
    kept: false,
    lastUsed: 0,
  };
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const bytes = host.get(url);
    return Promise.resolve(
      bytes === undefined
        ? new Response(null, { status: 404 })
        : new Response(new Uint8Array(bytes)),
    );
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Without waiting: each further try comes at once. */
const open = (path = PAGE) => openOrExplain('/', session, path, readFromHost, [0, 0]);
const textOf = async (opened: Promise<Opened>) => (await wholeOf(await opened)).text();
/** Takes the page's sealed file away; the index stays. */
async function withoutPage(): Promise<string> {
  await open();
  const [name = ''] = asked;
  host.delete(name);
  return name;
}

describe('openOrExplain', () => {
  it('asks for one file when all is well', async () => {
    expect(await textOf(open())).toContain('Bonjour');
    expect(asked).toHaveLength(1);
  });

  it('says that a page is not published', async () => {
    await expect(open('/cdp/autre/index.html')).rejects.toMatchObject({ fault: 'no-such-page' });
  });

  it('says that a published page is missing', async () => {
    await withoutPage();
    await expect(open()).rejects.toMatchObject({ fault: 'missing' });
  });

  it('opens one that a deployment brought meanwhile', async () => {
    await open();
    const [name = ''] = asked;
    const bytes = host.get(name);
    host.delete(name);
    asked = [];
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: string) => {
      if (asked.length === 3 && bytes !== undefined) host.set(name, bytes);
      return fetch(url);
    });
    expect(await textOf(open())).toContain('Bonjour');
  });

  it('waits for a part of a large file that a deployment has not brought yet', async () => {
    const film = await wholeOf(await open(FILM));
    expect(film.size).toBe(1_200_000);
    const last = asked.at(-1) ?? '';
    const bytes = host.get(last);
    host.delete(last);
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: string) => {
      const answer = fetch(url);
      if (url === last && bytes !== undefined) host.set(last, bytes);
      return answer;
    });
    expect((await wholeOf(await open(FILM))).size).toBe(1_200_000);
    expect(asked.filter((url) => url === last)).toHaveLength(3);
  });

  it('says that the key is of an epoch that is over', async () => {
    await withoutPage();
    session = { ...session, salt: epochOf(8).salt };
    await expect(open()).rejects.toMatchObject({ fault: 'stale-key' });
  });

  it('keeps the fault of a file that was altered', async () => {
    const name = await withoutPage();
    host.set(name, utf8('PVLT\u0001 this is not what was sealed for this path'));
    await expect(open()).rejects.toMatchObject({ fault: 'tampered' });
  });

  it('blames no key while the manifest cannot be read', async () => {
    await withoutPage();
    host.delete('/_vault/manifest.json');
    await expect(open()).rejects.toMatchObject({ fault: 'missing' });
  });
});

describe('the list of a room', () => {
  const mark = (): string => {
    const manifest: unknown = JSON.parse(
      new TextDecoder().decode(host.get('/_vault/manifest.json')),
    );
    return readManifest(manifest).rooms[0]?.list ?? '';
  };

  it('is taken where it is of the build that the manifest names', async () => {
    const index = await openIndex('/', session, { mark: mark() });
    expect(index.map(({ path }) => path)).toEqual([FILM, PAGE]);
    expect(asked).toHaveLength(1);
  });

  it('is not, where a deployment has published another manifest first', async () => {
    const [first = ''] = mark();
    const other = (first === 'A' ? 'B' : 'A') + mark().slice(1);
    await expect(openIndex('/', session, { mark: other })).rejects.toMatchObject({
      fault: 'missing',
    });
    // Once more, past all caches.
    expect(asked).toHaveLength(2);
    expect(await openIndex('/', session)).toHaveLength(2);
  });
});
