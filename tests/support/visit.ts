import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import portalConfig from '../../portal.config.ts';
import { collectComplaints, launchChromium, type Complaints } from './browser.ts';

/** The portal that was built for the tests. */
export const portal = inject('portal');

/** Its base without the slash at the end. */
export const base = portalConfig.base.slice(0, -1);

/** Address of a path of it. */
export const address = (path: string): string => `${portal.origin}${base}${path}`;

/** A browser of its own, with one tab. */
export interface Visit {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  complaints: Complaints;
}

/** Starts a French browser that has not been here before. */
export async function startVisit(options: BrowserContextOptions = {}): Promise<Visit> {
  const browser = await launchChromium();
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  context.setDefaultTimeout(20_000);
  const complaints = collectComplaints(context, portal.origin);
  return { browser, context, page: await context.newPage(), complaints };
}

/** Presses Tab until an element of a kind has the focus. @throws {Error} when none ever has. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    const is = await page.evaluate(
      (css) => document.activeElement?.matches(css) === true,
      selector,
    );
    if (is) return;
  }
  throw new Error(`No way by keyboard to ${selector}.`);
}
