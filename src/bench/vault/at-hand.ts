import type { BrowserContext, Page } from 'playwright-core';

/** Run in a page: whether sealed files of a room are stored, so that they open without a request. */
export const isReady = (): Promise<boolean> =>
  new Promise((resolve) => {
    const asking = indexedDB.open('portal-vault');
    asking.onsuccess = () => {
      const { result } = asking;
      const count = result.transaction('ready').objectStore('ready').count();
      count.onsuccess = () => {
        resolve(count.result > 0);
        result.close();
      };
    };
  });

/** Milliseconds between two looks into the store, and in all. */
const LOOK = 50;
const PATIENCE = 60_000;

/**
 * Waits until the room's pages and its search open without a request.
 * @throws {Error} when they do not within a minute.
 */
export async function whenReady(tab: Page): Promise<void> {
  const end = performance.now() + PATIENCE;
  // Playwright's `waitForFunction` takes a promise for true.
  while (!(await tab.evaluate(isReady))) {
    if (performance.now() > end) throw new Error('Nothing of the room is at hand after a minute.');
    await tab.waitForTimeout(LOOK);
  }
}

/** Makes pages believe that the line is slow: nothing is fetched that nobody asked for. */
export async function slowLine(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const connection = { saveData: false, effectiveType: '3g' };
    Object.defineProperty(navigator, 'connection', { value: connection });
  });
}
