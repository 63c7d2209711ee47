import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { whenReady } from '../../src/bench/vault/at-hand.ts';
import { NEXT_MARK } from '../../src/headers/next-page.ts';
import { useGatedPortal } from '../support/gated-portal.ts';
import { gate, opened, signedIn } from '../support/gate.ts';
import { keysOf, smallPortal } from '../support/small-portal.ts';

// The page that comes next: opened by the worker while the pointer rests on its link.

const portal = useGatedPortal();

/** How the browser came by the page: `navigational-prefetch` where it had it before the reader asked. */
const delivery = (tab: Page): Promise<string> =>
  tab.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
    return (entry as { deliveryType?: string } | undefined)?.deliveryType ?? '';
  });

/** Rests on a link until the browser has its page. */
async function rest(tab: Page, selector: string): Promise<void> {
  await tab.hover(selector);
  await tab.locator(`${selector}[${NEXT_MARK}]`).waitFor();
  await tab.waitForTimeout(500);
}

it('is there when the reader follows its link', async () => {
  const complaints: string[] = [];
  const tab = await signedIn(portal.context, portal.site.url);
  tab.on('console', (message) => complaints.push(message.text()));
  await whenReady(tab);
  await rest(tab, '#next');
  await tab.click('#next');
  await opened(tab, 'Suite');
  expect(await delivery(tab)).toBe('navigational-prefetch');
  await tab.locator('h1[data-ran]').waitFor();
  await rest(tab, '#back');
  await tab.click('#back');
  await opened(tab, 'Accueil');
  expect(await delivery(tab)).toBe('navigational-prefetch');
  expect(complaints).toEqual([]);
});

it('is dropped when it no longer counts as what the host has', async () => {
  const tab = await signedIn(portal.context, portal.site.url);
  await whenReady(tab);
  await rest(tab, '#next');
  await tab.mouse.move(0, 0);
  await expect.poll(() => tab.locator(`[${NEXT_MARK}]`).count(), { timeout: 12_000 }).toBe(0);
  // A click without a pointer: nothing says before that it comes.
  await tab.evaluate(() => {
    document.querySelector<HTMLElement>('#next')?.click();
  });
  await opened(tab, 'Suite');
  expect(await delivery(tab)).not.toBe('navigational-prefetch');
});

it('does not open once somebody signed out in another tab', async () => {
  const seen: string[] = [];
  await portal.context.exposeBinding('saw', (_, title: string) => seen.push(title));
  await portal.context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const { saw } = globalThis as unknown as { saw: (title: string) => void };
      saw(document.querySelector('main h1')?.textContent ?? '');
    });
  });
  const other = await signedIn(portal.context, portal.site.url);
  const tab = await portal.context.newPage();
  await tab.goto(`${portal.site.url}/cdp/`);
  await opened(tab, 'Accueil');
  await whenReady(tab);
  await rest(tab, '#next');
  seen.length = 0;
  await other.evaluate(() => {
    document.querySelector<HTMLElement>('[data-sign-out]')?.click();
  });
  await gate(tab).waitFor();
  await tab.goto(`${portal.site.url}/cdp/suite/`);
  await gate(tab).waitFor();
  expect(seen).not.toContain('Suite');
});

it('gives way to what was published since', async () => {
  const tab = await signedIn(portal.context, portal.site.url);
  await whenReady(tab);
  await tab.goto(`${portal.site.url}/cdp/suite/`);
  await opened(tab, 'Suite');
  await rest(tab, '#back');
  await portal.site.publish(smallPortal('Deuxième version.'), keysOf(1));
  await tab.click('#back');
  await tab.getByText('Deuxième version.').waitFor();
});
