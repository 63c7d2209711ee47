import type { BrowserContext, Locator, Page } from 'playwright-core';
import { PASSPHRASE } from './small-portal.ts';

export const gate = (tab: Page): Locator => tab.locator('form[data-gate]');
const heading = (tab: Page): Locator => tab.locator('main h1');

/** Sends a passphrase. */
export async function enter(tab: Page, passphrase = PASSPHRASE, kept = false): Promise<void> {
  await gate(tab).waitFor();
  await tab.fill('#passphrase', passphrase);
  if (kept) await tab.check('[data-keep]');
  await tab.click('form[data-gate] [type=submit]');
}

/** Waits for an opened page with a heading. */
export async function opened(tab: Page, title: string): Promise<void> {
  await tab.locator('[data-sign-out]').waitFor();
  await heading(tab).filter({ hasText: title }).waitFor();
}

/** Opens `/cdp/` in a new tab with the passphrase. */
export async function signedIn(context: BrowserContext, url: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${url}/cdp/`);
  await enter(tab);
  await opened(tab, 'Accueil');
  return tab;
}
