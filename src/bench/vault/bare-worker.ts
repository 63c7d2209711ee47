import type { Page } from 'playwright-core';
import { utf8 } from '../../vault/format/bytes.ts';
import type { SiteFile } from '../../vault/seal/site-file.ts';
import { navigate } from './browse.ts';

/**
 * The least that a service worker does which opens files for a page: it asks the host, reads the answer to
 * its end, and gives it. There is no key and nothing is opened: no vault in a worker can be quicker.
 */
export const BARE_WORKER: SiteFile = {
  path: '/bare-worker.js',
  bytes: utf8(`
const headers = { 'content-type': 'text/html; charset=utf-8' };
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(answer(event.request.url));
});
async function answer(address) {
  const response = await fetch(address, { cache: 'no-cache' });
  return new Response(await response.arrayBuffer(), { headers });
}
`),
};

/** Puts the bare worker before a site. @param page one of its pages */
export async function startBareWorker(tab: Page, page: string): Promise<void> {
  await navigate(tab, page);
  await tab.evaluate(async (script) => {
    await navigator.serviceWorker.register(script);
    await navigator.serviceWorker.ready;
  }, BARE_WORKER.path);
  await tab.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
