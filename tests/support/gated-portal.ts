import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from './browser.ts';
import { sealedSite, type SealedSite } from './sealed-site.ts';
import { keysOf, smallPortal } from './small-portal.ts';

/** The small portal, served, and a reader's browser that has never been there. */
export interface GatedPortal {
  site: SealedSite;
  context: BrowserContext;
}

/** Serves the small portal to the tests of a file: its first version, and a new browser, for each. */
export function useGatedPortal(): GatedPortal {
  // Filled before the first test runs.
  const portal = {} as GatedPortal;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    portal.site = await sealedSite();
  });
  afterAll(async () => {
    await browser.close();
    await portal.site.close();
  });
  beforeEach(async () => {
    portal.site.intercept = () => false;
    await portal.site.publish(smallPortal('Première version.'), keysOf(1));
    portal.context = await browser.newContext();
    portal.context.setDefaultTimeout(20_000);
  });
  afterEach(async () => {
    await portal.context.close();
  });
  return portal;
}
