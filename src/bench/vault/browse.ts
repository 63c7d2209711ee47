import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { PASSPHRASE } from './site.ts';

/** Starts the Chromium that the tests use, too. @throws {Error} when none is installed. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium was found: `npm test` installs one, or set CHROMIUM_PATH.');
  }
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({
    executablePath,
    args: [...args, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  });
}

/** Opens a page of a sealed site with a passphrase. @returns milliseconds from sending it to the page */
export async function signIn(tab: Page, address: string): Promise<number> {
  await tab.goto(address);
  await tab.locator('form[data-gate]').waitFor();
  await tab.fill('#passphrase', PASSPHRASE);
  const start = performance.now();
  await tab.click('form[data-gate] [type=submit]');
  await tab.locator('main[data-pagefind-body]').waitFor();
  return performance.now() - start;
}

/** Milliseconds until the gate refuses a passphrase. */
export async function wrongPassphrase(tab: Page, address: string): Promise<number> {
  await tab.goto(address);
  await tab.locator('form[data-gate]').waitFor();
  await tab.fill('#passphrase', 'radeau');
  const start = performance.now();
  await tab.click('form[data-gate] [type=submit]');
  await tab.locator('[role=alert]').filter({ hasText: /\S/ }).waitFor();
  return performance.now() - start;
}

/** Milliseconds from asking for a page, as the page measured them. */
export interface PageTimes {
  /** To its first text in sight: the first contentful paint. */
  painted: number;
  /** To the end of its `DOMContentLoaded`: it is all there, and can be used. */
  parsed: number;
  /** To the end of its `load`. */
  loaded: number;
}

/** Goes to a page by its address. */
export async function navigate(tab: Page, address: string): Promise<PageTimes> {
  await tab.goto(address);
  return timesOf(tab, new URL(address).pathname);
}

/** Milliseconds for which a pointer is on a link before it is pressed: short for a hand. */
const AIMED = 150;

/** Goes to a page by a link, as a reader does: pointer, pause, click. */
export async function follow(tab: Page, address: string): Promise<PageTimes> {
  const path = new URL(address).pathname;
  await tab.mouse.move(600, 500);
  await tab.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    link.id = 'bench-link';
    link.textContent = href;
    document.body.prepend(link);
  }, address);
  await tab.hover('#bench-link');
  await tab.waitForTimeout(AIMED);
  await tab.click('#bench-link', { noWaitAfter: true });
  return timesOf(tab, path);
}

async function timesOf(tab: Page, path: string): Promise<PageTimes> {
  const times = await tab.waitForFunction((pathname) => {
    if (location.pathname !== pathname) return null;
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (entry === undefined || entry.loadEventEnd === 0 || paint === undefined) return null;
    return {
      painted: paint.startTime,
      parsed: entry.domContentLoadedEventEnd,
      loaded: entry.loadEventEnd,
    };
  }, path);
  return (await times.jsonValue()) ?? { painted: NaN, parsed: NaN, loaded: NaN };
}

/** Milliseconds of a search on the page for it. @throws {Error} when it finds nothing. */
export async function search(tab: Page, term: string): Promise<number> {
  const { ms, found } = await tab.evaluate(async (word) => {
    const { search: run } = globalThis as unknown as {
      search: (term: string) => Promise<{ ms: number; found: number }>;
    };
    return run(word);
  }, term);
  if (found === 0) throw new Error(`The search found nothing for "${term}".`);
  return ms;
}
