import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import portalConfig from '../../portal.config.ts';
import { whenReady } from '../../src/bench/vault/at-hand.ts';
import { headersOf } from '../../src/headers/headers.ts';
import { siteOf } from '../../src/headers/site.ts';
import { listen } from '../../src/serve/listen.ts';
import { createStaticServer } from '../../src/serve/static-server.ts';
import { collectComplaints, launchChromium } from '../support/browser.ts';
import { enter } from '../support/gate.ts';

// The portal itself, search included, where something is missing: the worker, or the network.

const portal = inject('portal');
const base = portalConfig.base.slice(0, -1);
const address = (path: string): string => `${portal.origin}${base}${path}`;
const SEARCH = address(`/cdp/recherche/?q=${encodeURIComponent('généralisation')}`);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const results = (tab: Page) => tab.locator('[data-search-result]');

describe('the portal', () => {
  it('is searched without a service worker, and its hits open', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const complaints = collectComplaints(context, portal.origin);
    const tab = await context.newPage();
    await tab.goto(SEARCH);
    await enter(tab, portal.passphrase);
    await results(tab).first().waitFor();
    await results(tab).first().locator('a[href]').first().click();
    await tab.waitForURL((url) => url.pathname.includes('/comptes-rendus/'));
    await tab.locator('main h1').waitFor();
    await tab.goBack();
    await results(tab).first().waitFor();
    expect(complaints.consoleErrors).toEqual([]);
    expect(complaints.foreignRequests).toEqual([]);
    await context.close();
  });

  it('asks its host for nothing that tells which minutes are read, once they are at hand', async () => {
    const asked: string[] = [];
    const server = createStaticServer({
      folder: portal.dist,
      base: portalConfig.base,
      headers: (path) => {
        asked.push(path);
        return headersOf(path, siteOf(portalConfig));
      },
    });
    const origin = await listen(server, 0);
    const context = await browser.newContext();
    try {
      const tab = await context.newPage();
      await tab.goto(`${origin}${base}/cdp/`);
      await enter(tab, portal.passphrase);
      await tab.locator('[data-sign-out]').first().waitFor();
      await whenReady(tab);
      // Of the first page: its pictures, fonts and what the gate takes for use without a network.
      await tab.waitForLoadState('networkidle');
      asked.length = 0;
      for (const path of ['/cdp/comptes-rendus/50/', '/cdp/sites/marseille/']) {
        await tab.goto(`${origin}${base}${path}`);
        await tab.locator('main h1').waitFor();
        await tab.waitForLoadState('networkidle');
      }
      expect(asked.some((path) => path.endsWith('/_vault/manifest.json'))).toBe(true);
      expect(asked.filter((path) => path.includes('/_vault/coordination/'))).toEqual([]);
      expect(asked.filter((path) => /comptes-rendus|marseille/.test(path))).toEqual([]);
    } finally {
      await context.close();
      server.close();
      server.closeAllConnections();
    }
  });

  it('is read and searched without the network, once it was made available', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const tab = await context.newPage();
    const pages: string[] = [];
    tab.on('pageerror', (error) => pages.push(error.message));
    await tab.goto(address('/cdp/'));
    await enter(tab, portal.passphrase);
    await tab.getByRole('button', { name: 'Rendre disponible hors ligne' }).click();
    const dialog = tab.locator('dialog.vault-dialog');
    await dialog.getByRole('button', { name: /^Télécharger/ }).click();
    await dialog.filter({ hasText: 's’ouvre hors ligne' }).waitFor();
    await context.setOffline(true);
    for (const path of ['/cdp/comptes-rendus/50/', '/cdp/sites/marseille/', '/cdp/inclusions/']) {
      await tab.goto(address(path));
      await tab.locator('[data-sign-out]').first().waitFor();
      await tab.locator('main h1').waitFor();
      const font = await tab.evaluate(async () =>
        (await document.fonts.ready).check('16px "Newsreader"'),
      );
      expect(font).toBe(true);
    }
    await tab.goto(SEARCH);
    await results(tab).first().waitFor();
    await tab.goto(address('/'));
    await tab.locator('main h1').waitFor();
    expect(pages).toEqual([]);
    await context.close();
  });
});
