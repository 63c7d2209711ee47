import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectComplaints, launchChromium, type Complaints } from '../support/browser.ts';
import { enter, gate, opened, signedIn } from '../support/gate.ts';
import { sealedSite, type SealedSite } from '../support/sealed-site.ts';
import { ATTACHMENT, keysOf, smallPortal } from '../support/small-portal.ts';

const BASE = '/depot/';

let browser: Browser;
let site: SealedSite;
let context: BrowserContext;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launchChromium();
  site = await sealedSite(BASE);
  await site.publish(smallPortal('Première version.', BASE), keysOf(1));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: true });
  context.setDefaultTimeout(15_000);
  complaints = collectComplaints(context, site.origin);
});
afterEach(async () => {
  await context.close();
});

async function download(tab: Page, selector: string): Promise<Uint8Array> {
  const [file] = await Promise.all([tab.waitForEvent('download'), tab.click(selector)]);
  return new Uint8Array(readFileSync(await file.path()));
}

const naturalWidth = (tab: Page): Promise<number> =>
  tab.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth);

describe('without a service worker', () => {
  it('opens pages, pictures and downloads, and goes from page to page and back', async () => {
    const tab = await signedIn(context, site.url);
    await expect.poll(() => naturalWidth(tab)).toBe(1);
    expect(Buffer.from(await download(tab, '#csv')).toString()).toBe('site;inclusions\nun;1\n');
    expect(Buffer.from(await download(tab, '#pdf')).equals(ATTACHMENT)).toBe(true);
    await tab.click('#next');
    await opened(tab, 'Suite');
    await tab.waitForFunction(() => document.querySelector('h1')?.dataset['ran'] === 'yes');
    await tab.goBack();
    await opened(tab, 'Accueil');
    await expect.poll(() => naturalWidth(tab)).toBe(1);
    await tab.goForward();
    await opened(tab, 'Suite');
    expect(tab.url()).toBe(`${site.url}/cdp/suite/`);
    // Pictures come out of the vault from the start: the host never sees their names.
    expect(site.asked.filter((path) => /\.(?:png|csv|pdf)$/.test(path))).toEqual([]);
    expect(complaints.consoleErrors).toEqual([]);
  });

  it('opens sealed files for scripts of the page', async () => {
    const tab = await signedIn(context, site.url);
    const answer = await tab.evaluate(async (base) => {
      const { portalVault } = globalThis as unknown as {
        portalVault: {
          open: (path: string) => Promise<{ bytes: Uint8Array; type: string } | null>;
        };
      };
      const file = await portalVault.open(`${base}cdp/donnees.csv`);
      const none = await portalVault.open(`${base}cdp/rien.csv`);
      return { text: new TextDecoder().decode(file?.bytes), type: file?.type, none };
    }, BASE);
    expect(answer).toEqual({
      text: 'site;inclusions\nun;1\n',
      type: 'text/csv; charset=utf-8',
      none: null,
    });
  });

  it('locks in every tab when the session is closed', async () => {
    const tab = await signedIn(context, site.url);
    const other = await context.newPage();
    await other.goto(`${site.url}/cdp/suite/`);
    await opened(other, 'Suite');
    await tab.click('[data-sign-out]');
    await gate(tab).waitFor();
    await gate(other).waitFor();
    await tab.goto(`${site.url}/cdp/suite/`);
    await gate(tab).waitFor();
    expect(await tab.content()).not.toContain('Deuxième page');
  });
});

describe('where the browser stores nothing at all', () => {
  beforeEach(async () => {
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Denied.', 'SecurityError');
      };
      for (const name of ['indexedDB', 'sessionStorage', 'localStorage', 'caches']) {
        Object.defineProperty(globalThis, name, { get: refuse, configurable: true });
      }
    });
  });

  it('goes from page to page and back in one document, and forgets all with it', async () => {
    const tab = await context.newPage();
    await tab.goto(`${site.url}/cdp/`);
    await enter(tab);
    await opened(tab, 'Accueil');
    await expect.poll(() => naturalWidth(tab)).toBe(1);
    await tab.click('#next');
    await opened(tab, 'Suite');
    await tab.waitForFunction(() => document.querySelector('h1')?.dataset['ran'] === 'yes');
    expect(tab.url()).toBe(`${site.url}/cdp/suite/`);
    await tab.click('#back');
    await opened(tab, 'Accueil');
    await tab.goBack();
    await opened(tab, 'Suite');
    // The script of the page runs each time it is shown.
    await tab.waitForFunction(() => document.querySelector('h1')?.dataset['ran'] === 'yes');
    await tab.click('[data-sign-out]');
    await gate(tab).waitFor();
    expect(await tab.content()).not.toContain('Deuxième page');
  });
});
