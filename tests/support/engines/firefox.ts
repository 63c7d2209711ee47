import { launch, type Page } from 'puppeteer-core';
import { findProgram } from '../../../scripts/lib/browsers.mjs';
import { eventually } from '../processes.ts';
import type { Engine, Tab } from './engine.ts';

/** Milliseconds after which an idle worker is ended: soon enough for a test to see it. */
const WORKER_IDLE = 1500;

const PREFERENCES = {
  // Reaches this machine and nothing else: what is not local goes to a proxy that is not there.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.allow_hijacking_localhost': false,
  'dom.serviceWorkers.idle_timeout': WORKER_IDLE,
  'dom.serviceWorkers.idle_extended_timeout': WORKER_IDLE,
  'intl.accept_languages': 'fr-FR,fr',
};

/** Firefox, through WebDriver BiDi. */
export async function firefoxEngine(): Promise<Engine> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findProgram('firefox'),
    headless: true,
    extraPrefsFirefox: PREFERENCES,
  });
  return {
    newProfile: async () => {
      const context = await browser.createBrowserContext();
      return {
        newTab: async () => {
          const page = await context.newPage();
          page.setDefaultTimeout(20_000);
          return tabOf(page);
        },
        close: () => context.close(),
      };
    },
    endWorker: async (tab) => {
      await tab.goto('about:blank');
      await new Promise((resolve) => {
        setTimeout(resolve, 3 * WORKER_IDLE);
      });
    },
    close: () => browser.close(),
  };
}

/** Of the page that is shown: the driver does not see one that comes back out of memory. */
const addressOf = (page: Page): Promise<string> =>
  page.evaluate('location.href') as Promise<string>;

/** Through history. The driver would wait for a page to load, but the browser may have kept it. */
async function travel(page: Page, delta: number): Promise<void> {
  const left = await addressOf(page);
  await page.evaluate(`setTimeout(() => history.go(${String(delta)}))`);
  const hasLeft = (): Promise<boolean> =>
    addressOf(page).then(
      (address) => address !== left,
      () => false,
    );
  await eventually(hasLeft, `the tab leaves ${left}`);
}

/** Of a page that came back out of memory, the driver does not hear that it has loaded anew. */
async function reload(page: Page): Promise<void> {
  const born = (): Promise<unknown> =>
    page.evaluate(`document.readyState === 'loading' ? null : performance.timeOrigin`);
  const left = await born();
  await page.evaluate('setTimeout(() => location.reload())');
  const isNew = (): Promise<boolean> =>
    born().then(
      (now) => now !== null && now !== left,
      () => false,
    );
  await eventually(isNew, 'the tab reloads');
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    url: () => addressOf(page),
    reload: () => reload(page),
    back: () => travel(page, -1),
    forward: () => travel(page, 1),
    type: async (selector, text) => {
      await page.bringToFront();
      await page.locator(selector).fill('');
      await page.type(selector, text);
    },
    click: async (selector) => {
      // In a tab behind another, nothing is drawn: a click would wait for that.
      await page.bringToFront();
      await page.locator(selector).click();
    },
    evaluate: <T, A extends readonly unknown[]>(act: (...args: A) => T | Promise<T>, ...args: A) =>
      page.evaluate(`(${act.toString()})(...${JSON.stringify(args)})`) as Promise<T>,
    close: () => page.close(),
  };
}
