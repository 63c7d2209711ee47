import type { Page } from 'playwright-core';
import { utf8 } from '../../vault/format/bytes.ts';
import type { SiteFile } from '../../vault/seal/site-file.ts';
import { navigate } from './browse.ts';

/**
 * The least that a service worker can do for a page: it answers at once, with bytes that it holds in
 * memory. No vault that answers from a worker can be quicker than this.
 */
export const BARE_WORKER: SiteFile = {
  path: '/bare-worker.js',
  bytes: utf8(`
const held = new Map();
const headers = { 'content-type': 'text/html; charset=utf-8' };
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => event.waitUntil(hold(event.data).then(
  (count) => event.source.postMessage(count),
)));
addEventListener('fetch', (event) => {
  const bytes = held.get(event.request.url);
  if (bytes !== undefined) event.respondWith(new Response(bytes, { headers }));
});
async function hold(addresses) {
  for (const address of addresses) {
    const response = await fetch(address);
    if (response.ok) held.set(address, new Uint8Array(await response.arrayBuffer()));
  }
  return held.size;
}
`),
};

/** Puts the bare worker before a site, with pages that it is to hold. @throws {Error} when it lacks one. */
export async function startBareWorker(
  tab: Page,
  origin: string,
  pages: readonly string[],
): Promise<void> {
  const addresses = pages.map((page) => origin + page);
  await navigate(tab, origin + (pages[0] ?? '/'));
  const held = await tab.evaluate(
    async ({ script, wanted }) => {
      const { serviceWorker } = navigator;
      await serviceWorker.register(script);
      const { active } = await serviceWorker.ready;
      return new Promise<number>((resolve) => {
        serviceWorker.addEventListener('message', ({ data }) => {
          resolve(Number(data));
        });
        serviceWorker.startMessages();
        active?.postMessage(wanted);
      });
    },
    { script: BARE_WORKER.path, wanted: addresses },
  );
  if (held !== addresses.length) {
    throw new Error(`The bare worker holds ${held} of ${addresses.length} pages.`);
  }
}
