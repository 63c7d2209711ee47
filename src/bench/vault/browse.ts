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

/** Milliseconds from asking for a page to what an event of it has ended, as the page measured them. */
export interface PageTimes {
  parsed: number;
  loaded: number;
}

/** Goes to a page. */
export async function navigate(tab: Page, address: string): Promise<PageTimes> {
  await tab.goto(address);
  const times = await tab.waitForFunction(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (entry === undefined || entry.loadEventEnd === 0) return null;
    return { parsed: entry.domContentLoadedEventEnd, loaded: entry.loadEventEnd };
  });
  return (await times.jsonValue()) ?? { parsed: NaN, loaded: NaN };
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
