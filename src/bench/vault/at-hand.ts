import type { BrowserContext, Page } from 'playwright-core';

/** Run in a page: whether sealed pages of a room are stored, so that they open without a request. */
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

/** Waits until the room's pages open without a request. */
export async function whenReady(tab: Page): Promise<void> {
  await tab.waitForFunction(isReady);
}

/** Makes pages believe that the line is slow: nothing is fetched that nobody asked for. */
export async function slowLine(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const connection = { saveData: false, effectiveType: '3g' };
    Object.defineProperty(navigator, 'connection', { value: connection });
  });
}
