import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { slowLine, whenReady } from '../../src/bench/vault/at-hand.ts';
import { launchChromium } from '../support/browser.ts';
import { enter, gate, opened, signedIn } from '../support/gate.ts';
import { sealedSite, type SealedSite } from '../support/sealed-site.ts';
import { ATTACHMENT, keysOf, smallPortal } from '../support/small-portal.ts';

let browser: Browser;
let site: SealedSite;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
  site = await sealedSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  site.intercept = () => false;
  await site.publish(smallPortal('Première version.'), keysOf(1));
  context = await browser.newContext({ locale: 'fr-FR' });
  context.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await site.start();
  await context.close();
});

const dialog = (tab: Page) => tab.locator('dialog.vault-dialog');
const press = (tab: Page, name: string | RegExp) =>
  dialog(tab).getByRole('button', { name }).click();

async function keepAll(tab: Page): Promise<void> {
  await tab.getByRole('button', { name: 'Rendre disponible hors ligne' }).click();
  await press(tab, /^Télécharger/);
  await dialog(tab).filter({ hasText: 's’ouvre hors ligne' }).waitFor();
}

describe('what is kept for use offline', () => {
  it('shows its size before, and opens everything with the host gone, in a new tab too', async () => {
    const first = await signedIn(context, site.url);
    await first.getByRole('button', { name: 'Rendre disponible hors ligne' }).click();
    await dialog(first)
      .filter({ hasText: /tiennent en 2,[0-9]\sMo/ })
      .waitFor();
    await press(first, /^Télécharger 2,[0-9]\sMo/);
    await dialog(first).filter({ hasText: 's’ouvre hors ligne' }).waitFor();
    expect(await dialog(first).innerText()).not.toContain('plus récente');
    await first.close();

    await site.stop();
    const tab = await context.newPage();
    await tab.goto(`${site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    await tab.waitForFunction(() => document.querySelector('h1')?.dataset['ran'] === 'yes');
    await tab.click('#back');
    await opened(tab, 'Accueil');
    expect(await tab.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
    const size = await tab.evaluate(
      async () => (await (await fetch('/cdp/annexe.pdf')).blob()).size,
    );
    expect(size).toBe(ATTACHMENT.length);
    await tab.goto(`${site.url}/`);
    await tab.getByText('Entrer').waitFor();
    await tab.goto(`${site.url}/cdp/`);
    // Closing the session works without a network, and so does opening it again.
    await tab.click('[data-sign-out]');
    await enter(tab);
    await opened(tab, 'Accueil');
  });

  it('opens it with the browser told to be offline', async () => {
    const tab = await signedIn(context, site.url);
    await keepAll(tab);
    await context.setOffline(true);
    await tab.goto(`${site.url}/cdp/suite/`);
    await opened(tab, 'Suite');
    await tab.getByRole('button', { name: 'Rendre disponible hors ligne' }).click();
    await dialog(tab).filter({ hasText: 's’ouvre hors ligne' }).waitFor();
    await context.setOffline(false);
  });

  it('goes on where it was stopped', async () => {
    const tab = await signedIn(context, site.url);
    let chunks = 0;
    const waiting: (() => void)[] = [];
    site.intercept = (path, response) => {
      if (!path.startsWith('/_vault/coordination/') || (chunks += 1) <= 4) return false;
      waiting.push(() => response.destroy());
      return true;
    };
    await tab.getByRole('button', { name: 'Rendre disponible hors ligne' }).click();
    await press(tab, /^Télécharger/);
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    await press(tab, 'Interrompre');
    await dialog(tab).filter({ hasText: 'Interrompu' }).waitFor();
    site.intercept = () => false;
    for (const end of waiting) end();
    await press(tab, /^Télécharger/);
    await dialog(tab).filter({ hasText: 'Il reste' }).waitFor();
    await press(tab, /^Télécharger/);
    await dialog(tab).filter({ hasText: 's’ouvre hors ligne' }).waitFor();
  });

  it('is brought up to date when the host has a new version, and fetches only what changed', async () => {
    const tab = await signedIn(context, site.url);
    await keepAll(tab);
    await site.publish(smallPortal('Deuxième version.'), keysOf(1));
    site.asked.splice(0);
    await tab.reload();
    await expect
      .poll(
        () =>
          tab.evaluate(
            () =>
              new Promise<string>((resolve) => {
                indexedDB.open('portal-vault').onsuccess = ({ target }) => {
                  const { result } = target as IDBOpenDBRequest;
                  result.transaction('packs').objectStore('packs').get('coordination').onsuccess = (
                    event,
                  ) => {
                    result.close();
                    resolve((event.target as IDBRequest<{ build: string }>).result.build);
                  };
                };
              }),
          ),
        { timeout: 20_000 },
      )
      .toBe(
        ((await (await fetch(`${site.url}/_vault/manifest.json`)).json()) as { build: string })
          .build,
      );
    const sealed = site.asked.filter((path) => path.startsWith('/_vault/coordination/'));
    // The page itself, the picture on it, and for the update: the index, the page, the index again.
    expect(new Set(sealed).size).toBeLessThanOrEqual(4);
    await site.stop();
    await tab.goto(`${site.url}/cdp/`);
    await tab.getByText('Deuxième version.').waitFor();
  });

  it('says so when the browser has no room, and keeps nothing that it did not keep before', async () => {
    const tab = await signedIn(context, site.url);
    await tab.evaluate(() => {
      navigator.storage.estimate = () => Promise.resolve({ quota: 1e6, usage: 9e5 });
    });
    await tab.getByRole('button', { name: 'Rendre disponible hors ligne' }).click();
    await press(tab, /^Télécharger/);
    await dialog(tab).filter({ hasText: 'pas assez de place' }).waitFor();
  });

  it('is removed from the device when the reader asks', async () => {
    const tab = await signedIn(context, site.url);
    await keepAll(tab);
    // A page that is read at that moment is kept a second later: it must not bring the cache back.
    await tab.evaluate(async (page) => (await fetch(page)).text(), `${site.url}/cdp/suite/`);
    await press(tab, 'Retirer de cet appareil');
    await dialog(tab).filter({ hasText: 'La copie hors ligne a été retirée' }).waitFor();
    await tab.waitForTimeout(1500);
    const names = await tab.evaluate(() => caches.keys());
    expect(names.filter((name) => name.includes('sealed'))).toEqual([]);
  });

  it('is ciphertext, all of it', async () => {
    const tab = await signedIn(context, site.url);
    await keepAll(tab);
    const found = await tab.evaluate(async () => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          texts.push(
            new TextDecoder('latin1').decode(await (await cache.match(request))?.arrayBuffer()),
          );
        }
      }
      return {
        count: texts.length,
        clear: texts.filter((text) => /Ligne 1\.|Deuxi/.test(text)).length,
      };
    });
    expect(found.count).toBeGreaterThan(10);
    expect(found.clear).toBe(0);
  });
});

describe('what was only opened', () => {
  it.each(['on a slow line', 'on any other'])(
    'opens again with the host gone, %s',
    async (line) => {
      if (line === 'on a slow line') await slowLine(context);
      const tab = await signedIn(context, site.url);
      await tab.click('#next');
      await opened(tab, 'Suite');
      const kept = () =>
        tab.evaluate(async () => (await (await caches.open('portal-vault shell')).keys()).length);
      await expect.poll(kept, { timeout: 15_000 }).toBeGreaterThan(5);
      // Sealed files are kept when the worker is quiet: the room's list, and both pages.
      const sealed = () =>
        tab.evaluate(async () => {
          const names = (await caches.keys()).filter((name) => name.includes(' sealed '));
          const held = await Promise.all(
            names.map(async (name) => (await caches.open(name)).keys()),
          );
          return held.flat().length;
        });
      if (line === 'on a slow line')
        await expect.poll(sealed, { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
      else await whenReady(tab);
      await site.stop();
      await context.setOffline(true);
      await tab.goto(`${site.url}/cdp/`);
      await opened(tab, 'Accueil');
      await tab.goto(`${site.url}/cdp/jamais-vue/`);
      await tab.getByText('injoignable').waitFor();
      await tab.goto(`${site.url}/atelier/`);
      await gate(tab).waitFor();
      await context.setOffline(false);
    },
  );
});
