import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectComplaints, launchChromium } from '../support/browser.ts';
import { enter } from '../support/gate.ts';
import { pagesOf, readableSite } from '../support/readable-site.ts';

const portal = inject('portal');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** axe as it stands in a page. */
interface Axe {
  run: (options: unknown) => Promise<{
    violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
  }>;
}

let browser: Browser;
let routes: string[];

beforeAll(async () => {
  browser = await launchChromium();
  const paths = pagesOf(await readableSite(portal))
    .map(([path]) => path)
    .filter((path) => path.endsWith('/index.html') || path === '/404.html');
  routes = paths.map((path) => path.replace(/index\.html$/, ''));
});
afterAll(async () => {
  await browser.close();
});

/** What axe finds on a page, a line each; texts are left out, as they may be gated. */
async function violations(tab: Page): Promise<string[]> {
  await tab.addScriptTag({ path: AXE });
  return tab.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations: found } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
    );
  });
}

const sideways = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 320 },
] as const)('on every route, $scheme, $width px wide', ({ scheme, width }) => {
  it('axe finds no fault, nothing scrolls sideways, the console stays silent', async () => {
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme: scheme,
      locale: 'fr-FR',
      viewport: { width, height: 800 },
    });
    const complaints = collectComplaints(context, portal.origin);
    const tab = await context.newPage();
    await tab.goto(`${portal.origin}/cdp/`);
    const faults = (await violations(tab)).map((fault) => `gate ${fault}`);
    await enter(tab, portal.passphrase);
    await tab.locator('[data-sign-out]').first().waitFor();
    for (const route of routes) {
      await tab.goto(`${portal.origin}${route}`);
      await tab.locator('main h1').first().waitFor({ state: 'attached' });
      for (const fault of await violations(tab)) faults.push(`${route} ${fault}`);
      if ((await sideways(tab)) > 0) faults.push(`${route} scrolls sideways`);
    }
    expect(faults).toEqual([]);
    expect(complaints.consoleErrors).toEqual([]);
    expect(complaints.foreignRequests).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
    await context.close();
  }, 240_000);
});
