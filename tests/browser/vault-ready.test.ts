import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { blobName } from '../../src/vault/format/room-keys.ts';
import { slowLine, whenReady } from '../../src/bench/vault/at-hand.ts';
import { useGatedPortal } from '../support/gated-portal.ts';
import { enter, gate, opened, signedIn } from '../support/gate.ts';
import { keysOf, smallPortal } from '../support/small-portal.ts';
import { utf8 } from '../../src/vault/format/bytes.ts';
import { keysOf as roomKeysOf } from '../unit/vault/room.fixture.ts';

// Pages that open without a request, as they were fetched while the reader was reading.

const portal = useGatedPortal();

const sealed = (): string[] =>
  portal.site.asked.filter((path) => path.startsWith('/_vault/coordination/'));
const MANIFEST = '/_vault/manifest.json';

/** Signed in, and every page of the room at hand. */
async function ready(): Promise<Page> {
  const tab = await signedIn(portal.context, portal.site.url);
  await whenReady(tab);
  return tab;
}

describe('pages at hand', () => {
  it('open by link and by address without asking for their files', async () => {
    const tab = await ready();
    const before = sealed().length;
    await tab.click('#next');
    await opened(tab, 'Suite');
    await tab.goto(`${portal.site.url}/cdp/`);
    await opened(tab, 'Accueil');
    expect(
      sealed()
        .slice(before)
        .filter((path) => path.endsWith('/index.html')),
    ).toEqual([]);
    // The picture of the page is no page: it alone is asked for.
    expect(sealed().length - before).toBeLessThanOrEqual(1);
  });

  it('are not fetched where the line is slow, and those that are opened are', async () => {
    await slowLine(portal.context);
    portal.site.asked.length = 0;
    const tab = await signedIn(portal.context, portal.site.url);
    const published = () => portal.site.asked.filter((path) => path === MANIFEST).length;
    await expect.poll(published).toBeGreaterThan(1);
    await tab.waitForTimeout(500);
    // The page and its picture.
    expect(sealed().length).toBeLessThanOrEqual(2);
  });

  it('do not open once somebody signed out, in any tab', async () => {
    const seen: string[] = [];
    await portal.context.exposeBinding('saw', (_, title: string) => seen.push(title));
    await portal.context.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        const { saw } = globalThis as unknown as { saw: (title: string) => void };
        saw(document.querySelector('main h1')?.textContent ?? '');
      });
    });
    const tab = await ready();
    const other = await portal.context.newPage();
    await other.goto(`${portal.site.url}/cdp/suite/`);
    await opened(other, 'Suite');
    expect(seen).toContain('Suite');
    seen.length = 0;
    await tab.click('[data-sign-out]');
    await gate(tab).waitFor();
    await gate(other).waitFor();
    await other.goto(`${portal.site.url}/cdp/`);
    await gate(other).waitFor();
    expect(seen.filter((title) => ['Accueil', 'Suite'].includes(title))).toEqual([]);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  it('leave this device when the reader asks for it', async () => {
    const tab = await ready();
    await tab.click('[data-sign-out]');
    await tab.getByRole('button', { name: 'Les effacer' }).click();
    await tab.getByText('ont été effacées').waitFor();
    expect(await countReady(tab)).toBe(0);
  });

  it('are not shown once their key is over', async () => {
    const tab = await ready();
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(9, 2));
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await gate(tab).waitFor();
    await tab.locator('[role=alert]').filter({ hasText: 'phrase de passe a changé' }).waitFor();
    expect(await tab.content()).not.toContain('Deuxième page');
  });

  it('leave it with their key', async () => {
    const tab = await ready();
    const first = await idsOf(tab);
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(9, 2));
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await tab.locator('.vault-news').waitFor();
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await enter(tab);
    await opened(tab, 'Suite');
    await expect.poll(() => idsOf(tab)).not.toContain(first[0]);
  });

  it('are none where the host has another file than its list says', async () => {
    const page = `/_vault/coordination/${await blobName(await roomKeysOf(1), '/cdp/suite/index.html')}`;
    portal.site.intercept = (path, response) => {
      if (path !== page) return false;
      response.writeHead(200).end(Buffer.from('PVLT\u0001 something that is long enough'));
      return true;
    };
    const asked = portal.site.asked.length;
    const tab = await signedIn(portal.context, portal.site.url);
    await expect.poll(() => portal.site.asked.slice(asked)).toContain(page);
    await tab.waitForTimeout(500);
    expect(await countReady(tab)).toBe(0);
  });
});

describe('files of search', () => {
  const FRAGMENT = '/cdp/pagefind/fragment/fr_1.pf_fragment';
  const publish = (word: string): Promise<void> =>
    portal.site.publish([...smallPortal(word), { path: FRAGMENT, bytes: utf8(word) }], keysOf(1));
  /** What a script of the page reads. */
  const read = (tab: Page): Promise<string> =>
    tab.evaluate(async (path) => {
      const { portalVault } = globalThis as unknown as {
        portalVault: { open: (path: string) => Promise<{ bytes: Uint8Array<ArrayBuffer> } | null> };
      };
      const file = await portalVault.open(path);
      return file === null ? '' : new TextDecoder().decode(file.bytes);
    }, FRAGMENT);
  const look = (tab: Page): Promise<boolean> =>
    tab.evaluate(() => dispatchEvent(new Event('online')));

  beforeEach(() => publish('Première version.'));

  it('open without a request, so that the host does not learn what is searched', async () => {
    const tab = await ready();
    const before = sealed().length;
    expect(await read(tab)).toBe('Première version.');
    expect(sealed().slice(before)).toEqual([]);
  });

  it('open when the host is gone', async () => {
    const tab = await ready();
    await portal.site.stop();
    try {
      expect(await read(tab)).toBe('Première version.');
    } finally {
      await portal.site.start();
    }
  });

  it('are asked for once the host has another version', async () => {
    const tab = await ready();
    // From now on the worker fetches nothing unasked: the old file stays in the store.
    await tab.evaluate(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const before = await buildAtHand(tab);
    await publish('Deuxième version.');
    await look(tab);
    await tab.locator('.vault-news').waitFor();
    expect(await buildAtHand(tab)).toBe(before);
    expect(await read(tab)).toBe('Deuxième version.');
  });

  it('are asked for by a page that has not heard what is published', async () => {
    const tab = await ready();
    portal.site.intercept = (path) => path === MANIFEST; // no answer
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    const before = sealed().length;
    expect(await read(tab)).toBe('Première version.');
    expect(sealed().slice(before)).toHaveLength(1);
  });

  it('open no more once somebody signed out in another tab', async () => {
    const tab = await ready();
    const other = await portal.context.newPage();
    await other.goto(`${portal.site.url}/cdp/suite/`);
    await opened(other, 'Suite');
    expect(await read(tab)).toBe('Première version.');
    await other.click('[data-sign-out]');
    await gate(tab).waitFor();
    const left = await tab.evaluate(() => 'portalVault' in globalThis);
    expect(left).toBe(false);
  });
});

describe('when a new version is published', () => {
  it('the page that was at hand gives way to the new one, unasked', async () => {
    const tab = await ready();
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(1));
    await tab.goto(`${portal.site.url}/cdp/`);
    await tab.getByText('Deuxième version.').waitFor();
    await tab.waitForTimeout(1500);
    expect(await tab.locator('.vault-news').count()).toBe(0);
  });

  it('a reader who has begun is asked first', async () => {
    const tab = await ready();
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(1));
    let isHeld = true;
    portal.site.intercept = (path, response, request) => {
      if (path !== MANIFEST) return false;
      const pass = (): void => {
        if (isHeld) setTimeout(pass, 50);
        else portal.site.pass(request, response);
      };
      pass();
      return true;
    };
    await tab.goto(`${portal.site.url}/cdp/`);
    await tab.getByText('Première version.').waitFor();
    await tab.mouse.wheel(0, 400);
    await tab.waitForFunction(() => scrollY > 100);
    isHeld = false;
    await tab.locator('.vault-news').filter({ hasText: 'mis à jour' }).waitFor();
    await tab.getByText('Première version.').waitFor();
    await tab.getByRole('button', { name: 'Recharger' }).click();
    await tab.getByText('Deuxième version.').waitFor();
  });

  it('a page that is the same stays as it is', async () => {
    const tab = await ready();
    const before = await buildAtHand(tab);
    await portal.site.publish(smallPortal('Deuxième version.'), keysOf(1));
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    await tab.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await expect.poll(() => buildAtHand(tab)).not.toBe(before);
    expect(await tab.evaluate(() => 'isSame' in globalThis)).toBe(true);
    expect(await tab.locator('.vault-news').count()).toBe(0);
  });

  it('a page that was withdrawn goes', async () => {
    const tab = await ready();
    const rest = smallPortal('Première version.').filter(({ path }) => !path.includes('/suite/'));
    await portal.site.publish(rest, keysOf(1));
    await tab.goto(`${portal.site.url}/cdp/suite/`);
    await tab.getByRole('heading', { name: 'Page introuvable' }).waitFor();
  });
});

type Stored = { id: string; build?: string }[];

/** What the browser has stored of pages at hand. */
function stored(tab: Page): Promise<Stored> {
  return tab.evaluate(
    () =>
      new Promise<Stored>((resolve, reject) => {
        const asking = indexedDB.open('portal-vault');
        asking.onerror = () => {
          reject(asking.error ?? new Error('IndexedDB cannot be opened.'));
        };
        asking.onsuccess = () => {
          const { result } = asking;
          const all = result.transaction('ready').objectStore('ready').getAll();
          all.onsuccess = () => {
            resolve((all.result as Stored).map(({ id, build = '' }) => ({ id, build })));
            result.close();
          };
        };
      }),
  );
}

const countReady = async (tab: Page): Promise<number> => (await stored(tab)).length;
const idsOf = async (tab: Page): Promise<string[]> => (await stored(tab)).map(({ id }) => id);
const buildAtHand = async (tab: Page): Promise<string> => (await stored(tab))[0]?.build ?? '';
