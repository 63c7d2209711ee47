import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deriveKek } from '../../src/vault/format/kdf.ts';
import { fromBase64url } from '../../src/vault/format/bytes.ts';
import { writeShareFragment } from '../../src/vault/format/share.ts';
import { launchChromium } from '../support/browser.ts';
import { gate, opened, signedIn } from '../support/gate.ts';
import { sealedSite, type SealedSite } from '../support/sealed-site.ts';
import { keysOf, PASSPHRASE, smallPortal } from '../support/small-portal.ts';
import { CHEAP } from '../unit/vault/room.fixture.ts';

/** A name that is not this machine's own: an insecure context over http. */
const ELSEWHERE = 'portail.test';

let browser: Browser;
let site: SealedSite;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium(ELSEWHERE);
  site = await sealedSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  await site.publish(smallPortal('Première version.'), keysOf(1));
  context = await browser.newContext();
  context.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await context.close();
});

const status = (tab: Page) => tab.locator('[data-status]');

describe('a share link', () => {
  const fragment = async (anchor: string | null = null): Promise<string> => {
    const salt = fromBase64url(keysOf(1).epochs[0]?.salt ?? '') ?? new Uint8Array();
    return writeShareFragment(await deriveKek(PASSPHRASE, salt, CHEAP), anchor);
  };

  it('opens its page at its place, and leaves neither address nor request behind', async () => {
    const tab = await context.newPage();
    const addresses: string[] = [];
    tab.on('request', (request) =>
      addresses.push(request.url(), request.headers()['referer'] ?? ''),
    );
    const secret = (await fragment()).slice('#acces='.length);
    let release = (): void => undefined;
    // The gate's own script is late: the address was cleaned before.
    site.intercept = (path, response) => {
      if (!path.startsWith('/_vault/gate.js')) return false;
      release = () => {
        site.intercept = () => false;
        response.writeHead(307, { location: `${path}&again` }).end();
      };
      return true;
    };
    await tab.goto(`${site.url}/cdp/${await fragment('repere')}`, { waitUntil: 'commit' });
    await tab.locator('footer').waitFor();
    expect(tab.url()).toBe(`${site.url}/cdp/#repere`);
    expect(await tab.evaluate(() => location.href)).not.toContain(secret);
    await expect
      .poll(() => site.asked.some((path) => path.startsWith('/_vault/gate.js')))
      .toBe(true);
    release();
    await opened(tab, 'Accueil');
    expect(tab.url()).toBe(`${site.url}/cdp/#repere`);
    // Playwright gives the address of a navigation with its fragment; the host never gets one.
    expect(site.asked.filter((path) => path.includes(secret))).toEqual([]);
    expect(addresses.slice(2).filter((address) => address.includes(secret))).toEqual([]);
    await tab.waitForFunction(() => scrollY > 300);
    const inHistory = await tab.evaluate(() => history.length);
    expect(inHistory).toBeLessThanOrEqual(2);
  });

  it('leaves the address bar, too, where the room is open already', async () => {
    await signedIn(context, site.url);
    const tab = await context.newPage();
    await tab.goto(`${site.url}/cdp/${await fragment('repere')}`);
    await opened(tab, 'Accueil');
    expect(tab.url()).toBe(`${site.url}/cdp/#repere`);
  });

  it('opens when it comes whole after it was cut, in the same tab', async () => {
    const tab = await context.newPage();
    const whole = await fragment('repere');
    await tab.goto(`${site.url}/cdp/${whole.slice(0, 30)}`);
    await tab.locator('[role=alert]').filter({ hasText: 'incomplet' }).waitFor();
    await tab.goto(`${site.url}/cdp/${whole}`);
    await opened(tab, 'Accueil');
    expect(tab.url()).toBe(`${site.url}/cdp/#repere`);
    await tab.evaluate(() => {
      scrollTo(0, 0);
    });
    // On a page that is open already nothing is loaded: its secret leaves the address all the same.
    await tab.goto(`${site.url}/cdp/${whole}`);
    await tab.waitForURL(`${site.url}/cdp/#repere`);
    await tab.waitForFunction(() => scrollY > 300);
  });

  it('opens nothing once its slot is gone, or when it was cut', async () => {
    await site.publish(smallPortal('Première version.'), keysOf(5, 2));
    const tab = await context.newPage();
    await tab.goto(`${site.url}/cdp/${await fragment()}`);
    await tab.locator('[role=alert]').filter({ hasText: 'ne fonctionne plus' }).waitFor();
    expect(tab.url()).toBe(`${site.url}/cdp/`);
    const other = await context.newPage();
    await other.goto(`${site.url}/cdp/${(await fragment()).slice(0, 30)}`);
    await other.locator('[role=alert]').filter({ hasText: 'incomplet' }).waitFor();
    expect(await gate(other).isVisible()).toBe(true);
  });
});

describe('where the portal cannot be opened', () => {
  it('says so at an address in http, with the one in https', async () => {
    const tab = await context.newPage();
    const port = new URL(site.origin).port;
    await tab.goto(`http://${ELSEWHERE}:${port}/cdp/`);
    await status(tab).filter({ hasText: 'adresse en http' }).waitFor();
    const link = status(tab).locator('a');
    expect(await link.getAttribute('href')).toBe(`https://${ELSEWHERE}:${port}/cdp/`);
    expect(await gate(tab).isVisible()).toBe(false);
  });

  it('names what a browser lacks, in French', async () => {
    const tab = await context.newPage();
    await tab.addInitScript(() => {
      for (const name of ['DecompressionStream', 'WebAssembly'])
        Reflect.deleteProperty(globalThis, name);
    });
    await tab.goto(`${site.url}/cdp/`);
    await status(tab).filter({ hasText: 'trop ancien' }).waitFor();
    expect(await status(tab).innerText()).toContain(
      'le calcul de la clé (WebAssembly), la décompression (DecompressionStream)',
    );
    expect(await gate(tab).isVisible()).toBe(false);
  });

  it('says so where scripts are off', async () => {
    const without = await browser.newContext({ javaScriptEnabled: false });
    const tab = await without.newPage();
    await tab.goto(`${site.url}/cdp/`);
    expect(await tab.locator('main').innerText()).toContain('elle a besoin de JavaScript');
    expect(await gate(tab).isVisible()).toBe(false);
    await without.close();
  });
});
