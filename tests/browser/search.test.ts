import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import portalConfig from '../../portal.config.ts';
import { whenReady } from '../../src/bench/vault/at-hand.ts';
import { collectComplaints, launchChromium, type Complaints } from '../support/browser.ts';
import { enter } from '../support/gate.ts';

const portal = inject('portal');
const address = (path: string): string =>
  `${portal.origin}${portalConfig.base.slice(0, -1)}${path}`;
const MINUTES = '/cdp/comptes-rendus/50/';
const QUERY = 'généralisation';

let browser: Browser;
let context: BrowserContext;
let tab: Page;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

async function signIn(serviceWorkers: 'allow' | 'block'): Promise<void> {
  context = await browser.newContext({ locale: 'fr-FR', serviceWorkers });
  context.setDefaultTimeout(20_000);
  complaints = collectComplaints(context, portal.origin);
  tab = await context.newPage();
  await tab.goto(address(MINUTES));
  await enter(tab, portal.passphrase);
  await tab.locator('[data-sign-out]').first().waitFor();
  // Keys are heard when the scripts of the page have run.
  await tab.waitForFunction(() => document.readyState === 'complete');
}

const dialog = () => tab.locator('dialog[open]');
const hits = () => tab.locator('[data-search-result] a');
const kept = (): Promise<string> =>
  tab.evaluate(() => Object.values(localStorage as Record<string, string>).join());

/** Paths that the page has asked for. */
const asked = (): Promise<string[]> =>
  tab.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );

async function openByKey(key: string): Promise<void> {
  await tab.keyboard.press(key);
  await dialog().waitFor();
}

/** In the order of a visit: each step goes on from where the one before it ended. */
describe('the search dialog', () => {
  beforeAll(() => signIn('allow'));

  it('loads nothing before it is asked for', async () => {
    const loaded = await tab.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
    );
    expect(loaded.filter((name) => /pagefind|dialog|view|search\./.test(name))).toEqual([]);
  });

  it.each(['/', 'Control+k'])('opens by %s, and closes by Escape', async (key) => {
    await openByKey(key);
    expect(
      await dialog()
        .locator('input')
        .evaluate((field) => field.matches(':focus')),
    ).toBe(true);
    await tab.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
  });

  it('finds sections, says how many, and is walked by arrows', async () => {
    await whenReady(tab);
    const before = await asked();
    await tab.locator('a[data-search-open]').click();
    await dialog().locator('input').fill(QUERY);
    await hits().first().waitFor();
    // The sealed files of search are at hand: the host does not learn which of them are read.
    expect((await asked()).slice(before.length).filter((path) => path.includes('_vault'))).toEqual(
      [],
    );
    expect(await tab.locator('dialog [role=status]').innerText()).toMatch(/^\d+\spassages/);
    expect(await hits().first().locator('mark').count()).toBeGreaterThan(0);
    await tab.keyboard.press('ArrowDown');
    expect(
      await hits()
        .first()
        .evaluate((hit) => hit.matches(':focus')),
    ).toBe(true);
    await tab.keyboard.press('ArrowUp');
    expect(
      await dialog()
        .locator('input')
        .evaluate((field) => field.matches(':focus')),
    ).toBe(true);
  });

  it('opens a hit at its section, with the words marked', async () => {
    const to = await hits().first().getAttribute('href');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => url.pathname + url.hash === to);
    await tab.locator('mark.arrival').first().waitFor();
    expect(await dialog().count()).toBe(0);
  });

  it('remembers the search on the device', async () => {
    expect((await kept()).includes(QUERY)).toBe(true);
    await openByKey('/');
    await dialog().getByRole('button', { name: QUERY }).click();
    await hits().first().waitFor();
  });

  it('leads to the page for the rest, whose address says it all, back and forward', async () => {
    await tab.locator('dialog input').press('Enter');
    await tab.waitForURL((url) => url.pathname.endsWith('/recherche/'));
    await hits().first().waitFor();
    expect(new URL(tab.url()).search).toBe(`?q=${encodeURIComponent(QUERY)}`);
    const all = await hits().count();
    await tab.selectOption('select[name=genre]', 'questions');
    await expect.poll(() => hits().count()).toBeLessThan(all);
    expect(new URL(tab.url()).searchParams.get('genre')).toBe('questions');
    await tab.goBack();
    await expect.poll(() => hits().count()).toBe(all);
    await tab.goForward();
    await expect.poll(() => hits().count()).toBeLessThan(all);
  });

  it('moves nothing when the answer to a shared address comes', async () => {
    await tab.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { sources } = entry as PerformanceEntry & { sources: { node: Node | null }[] };
          for (const { node } of sources) if (node instanceof Element) moved.push(node.className);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await tab.goto(address(`/cdp/recherche/?q=${QUERY}`));
    await hits().first().waitFor();
    await tab.locator('.find-filters').waitFor();
    const moved = await tab.evaluate(() => (globalThis as unknown as { moved: string[] }).moved);
    expect(moved).not.toContain('find-status');
  });

  it('keeps nothing when she signs out', async () => {
    await tab.locator('[data-sign-out]').first().click();
    await tab.locator('form[data-gate]').waitFor();
    expect((await kept()).includes(QUERY)).toBe(false);
    expect(complaints.consoleErrors).toEqual([]);
  });
});

describe('without a service worker', () => {
  it('the dialog works all the same', async () => {
    await signIn('block');
    await openByKey('/');
    await dialog().locator('input').fill(QUERY);
    await hits().first().waitFor();
    expect(complaints.consoleErrors).toEqual([]);
    await context.close();
  });
});
