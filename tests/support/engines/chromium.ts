import type { Page } from 'playwright-core';
import { launchChromium } from '../browser.ts';
import type { Engine, Tab } from './engine.ts';

/** Chromium, through its own protocol. */
export async function chromiumEngine(): Promise<Engine> {
  const browser = await launchChromium();
  const pages = new WeakMap<Tab, Page>();
  return {
    newProfile: async () => {
      const context = await browser.newContext({ locale: 'fr-FR' });
      context.setDefaultTimeout(20_000);
      return {
        newTab: async () => {
          const page = await context.newPage();
          const tab = tabOf(page);
          pages.set(tab, page);
          return tab;
        },
        close: () => context.close(),
      };
    },
    endWorker: async (tab) => {
      const page = pages.get(tab);
      if (page === undefined) throw new Error('This tab is not one of this browser.');
      await page.goto('about:blank');
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
      await devtools.detach();
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    url: () => Promise.resolve(page.url()),
    reload: async () => {
      await page.reload();
    },
    back: async () => {
      await page.goBack();
    },
    forward: async () => {
      await page.goForward();
    },
    type: async (selector, text) => {
      await page.fill(selector, '');
      await page.locator(selector).pressSequentially(text);
    },
    click: (selector) => page.click(selector),
    evaluate: (act, ...args) =>
      // Functions of several arguments travel as text, as the protocol passes one.
      page.evaluate(`(${act.toString()})(...${JSON.stringify(args)})`),
    close: () => page.close(),
  };
}
